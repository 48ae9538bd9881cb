// The table of claims: filters, sorting, and moving in it by keyboard. Rows are made as they come into sight.
"use strict";
jm.table = (() => {
  const AT_ONCE = 120;
  const FILTERS = ["kind", "role", "place", "period", "doc", "state"];
  const narrow = matchMedia("(max-width: 40rem)").matches;
  const NONE = "\u0000";
  const body = document.querySelector("#table tbody");
  const more = jm.byId("more");
  let order = [];
  let made = 0;
  let sorted = { by: "", down: false };
  const rows = new Map();

  const filter = (name) => jm.byId("f-" + name);
  const stateOf = (claim) => claim.state || "open";

  function fillFilters() {
    const all = [["", jm.text("all")]];
    const present = (name) => [...new Set(jm.claims.map((claim) => claim[name]))];
    const labelled = (name, values) => values.map((value) => [value ?? NONE, value === null || value === "" ? jm.text("none") : jm.word(name, value)]);
    jm.options(filter("kind"), [...all, ...labelled("kind", jm.data.kinds.filter((kind) => present("kind").includes(kind)))]);
    jm.options(filter("role"), [...all, ...labelled("role", jm.data.roles.filter((role) => present("role").includes(role)))]);
    jm.options(filter("place"), [...all, ...labelled("place", present("place"))]);
    jm.options(filter("period"), [...all, ...present("period").sort((a, b) => (a ?? 0) - (b ?? 0)).map((year) => [year ?? NONE, year === null ? jm.text("none") : String(year)])]);
    if (filter("doc")) jm.options(filter("doc"), [...all, ...jm.data.documents.map((doc, i) => [i, doc.name])]);
    jm.options(filter("state"), [...all, ...["open", "right", "wrong", "renamed", "added"].map((state) => [state, jm.text("state." + state)])]);
  }

  function chosen() {
    const wanted = FILTERS.filter((name) => filter(name) && filter(name).value !== "").map((name) => [name, filter(name).value]);
    const words = filter("text").value.trim().toLowerCase();
    const fits = (claim, name, value) =>
      name === "state" ? stateOf(claim) === value : String(claim[name] ?? NONE) === value;
    return jm.claims.filter(
      (claim) =>
        !claim.dropped &&
        wanted.every(([name, value]) => fits(claim, name, value)) &&
        (!words || `${claim.metric}\n${claim.text}\n${claim.words}\n${claim.amount}`.toLowerCase().includes(words)),
    );
  }

  function show() {
    order = chosen();
    if (sorted.by) {
      const sign = sorted.down ? -1 : 1;
      const key = (claim) => claim[sorted.by] ?? "";
      const less = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh"));
      order.sort((a, b) => sign * less(key(a), key(b)) || a.number - b.number);
    }
    body.replaceChildren();
    rows.clear();
    made = 0;
    grow();
    jm.byId("nothing").hidden = order.length > 0;
    jm.byId("shown").textContent = jm.text("shown", { shown: order.length, count: jm.claims.filter((claim) => !claim.dropped).length });
  }

  function grow(upTo = made + AT_ONCE) {
    const next = order.slice(made, upTo);
    body.append(...next.map(row));
    if (made === 0 && next.length) reach(next[0]);
    made += next.length;
    more.hidden = made >= order.length;
    more.textContent = jm.text("more", { count: order.length });
  }

  function row(claim) {
    const [before, number, after] = jm.excerpt(claim, narrow ? 12 : 32);
    const go = jm.element("button", { type: "button", class: "go", tabindex: -1, "aria-label": jm.text("show", claim), onclick: () => jm.documents.show(claim) }, claim.metric || "—");
    const check = (state, sign, words, act) =>
      jm.element("button", { type: "button", tabindex: -1, title: words, "aria-label": `${words}: ${claim.metric}`, "data-state": state, "aria-pressed": String(claim.state === state), onclick: act }, sign);
    const line = jm.element(
      "tr",
      { "data-c": claim.number, class: claim.state },
      jm.element("td", {}, go, jm.element("span", { class: "evidence", lang: "zh-CN" }, before, jm.element("b", {}, number), after)),
      jm.element("td", { class: "number" }, claim.amount),
      jm.element("td", { class: "kind-of" }, jm.element("span", { class: "kind " + claim.kind }, jm.word("kind", claim.kind))),
      jm.element("td", { class: "role-of" }, jm.word("role", claim.role)),
      jm.element("td", {}, claim.period === null ? "" : String(claim.period)),
      jm.element("td", { class: "place" }, claim.place ?? ""),
      jm.element("td", { class: "number sure" }, claim.confidence.toFixed(2)),
      jm.element(
        "td",
        { class: "checks" },
        check("right", "✓", jm.text("right"), () => jm.corrections.set(claim, "right")),
        check("wrong", "✗", jm.text("wrong"), () => jm.corrections.set(claim, "wrong")),
        check("renamed", "✎", jm.text("rename"), () => jm.corrections.rename(claim)),
      ),
    );
    rows.set(claim.number, line);
    return line;
  }

  // One row at a time can be reached with Tab; the arrow keys move on from it.
  function reach(claim) {
    for (const button of body.querySelectorAll("button[tabindex='0']")) button.tabIndex = -1;
    for (const button of rows.get(claim.number).querySelectorAll("button")) button.tabIndex = 0;
  }

  function focus(claim) {
    while (!rows.has(claim.number) && made < order.length) grow();
    const line = rows.get(claim.number);
    if (!line) return false;
    reach(claim);
    line.querySelector(".go").focus();
    return true;
  }

  function mark(claim) {
    for (const line of body.querySelectorAll("tr.current")) line.classList.remove("current");
    while (!rows.has(claim.number) && made < order.length && order.includes(claim)) grow();
    const line = rows.get(claim.number);
    if (!line) return;
    line.classList.add("current");
    line.scrollIntoView({ block: "nearest" });
  }

  function redraw(claim) {
    const old = rows.get(claim.number);
    if (!old) return;
    const button = old.contains(document.activeElement) ? [...old.querySelectorAll("button")].indexOf(document.activeElement) : -1;
    const fresh = row(claim);
    if (old.classList.contains("current")) fresh.classList.add("current");
    old.replaceWith(fresh);
    if (button >= 0) {
      reach(claim);
      fresh.querySelectorAll("button")[button].focus();
    }
  }

  function move(event) {
    const line = event.target.closest("tr");
    if (!line || !body.contains(line)) return;
    const at = order.findIndex((claim) => claim.number === Number(line.dataset.c));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
    if (to === undefined || !order[to]) return;
    event.preventDefault();
    focus(order[to]);
  }

  function sort(button) {
    const by = button.dataset.sort;
    sorted = { by, down: sorted.by === by && !sorted.down };
    for (const head of document.querySelectorAll("#table th[aria-sort]")) head.setAttribute("aria-sort", "none");
    button.closest("th").setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
    show();
  }

  function start() {
    fillFilters();
    if (narrow) jm.byId("filter-box").open = false;
    document.querySelector("#table").classList.toggle("one-place", filter("place").options.length < 3);
    jm.byId("filters").addEventListener("input", show);
    jm.byId("filters").addEventListener("submit", (event) => event.preventDefault());
    jm.byId("filters").addEventListener("reset", () => setTimeout(show));
    for (const button of document.querySelectorAll("#table [data-sort]")) button.addEventListener("click", () => sort(button));
    body.addEventListener("keydown", move);
    body.addEventListener("focusin", (event) => reach(jm.claims[event.target.closest("tr").dataset.c]));
    more.addEventListener("click", () => grow(order.length));
    new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting) && made < order.length) grow(); }, { rootMargin: "400px" }).observe(more);
    show();
  }

  return { start, show, focus, mark, redraw, fillFilters, all: () => grow(order.length) };
})();
