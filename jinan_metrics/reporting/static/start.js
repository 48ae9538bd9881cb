// Tabs, theme, print; and all parts set going.
"use strict";
jm.page = (() => {
  const tabs = [...document.querySelectorAll("[role=tab]")];

  function tab(panel) {
    for (const button of tabs) {
      const chosen = button.getAttribute("aria-controls") === panel;
      button.setAttribute("aria-selected", String(chosen));
      button.tabIndex = chosen ? 0 : -1;
      jm.byId(button.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (panel === "compare") jm.charts.draw();
  }

  function start() {
    for (const button of tabs) {
      button.addEventListener("click", () => tab(button.getAttribute("aria-controls")));
      button.addEventListener("keydown", (event) => {
        if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
        const other = tabs[(tabs.indexOf(button) + 1) % tabs.length];
        tab(other.getAttribute("aria-controls"));
        other.focus();
      });
    }
    jm.byId("theme").addEventListener("change", (event) => {
      if (event.target.value) document.documentElement.dataset.theme = event.target.value;
      else delete document.documentElement.dataset.theme;
    });
    addEventListener("resize", () => { if (!jm.byId("compare").hidden) jm.charts.draw(); });
    addEventListener("beforeprint", () => { jm.documents.hide(); jm.table.all(); jm.charts.draw(680); });
  }

  return { start, tab };
})();

jm.table.start();
jm.documents.start();
jm.corrections.start();
jm.charts.start();
jm.page.start();
document.documentElement.dataset.ready = "true";
