// The documents: highlights, what they mean on hover and focus, and the way to the table and back.
"use strict";
jm.documents = (() => {
  const text = jm.byId("text");
  const tip = jm.byId("tip");
  const marks = new Map(); // claim number -> its marks
  let all = [];
  let cameFrom = null;

  const claimsOf = (mark) => mark.dataset.c.split(" ").map((number) => jm.claims[number]);

  function start() {
    jm.options(jm.byId("e-doc"), jm.data.documents.map((doc, i) => [i, doc.name]));
    for (const mark of text.querySelectorAll("mark")) prepare(mark);
    order();
    const legend = document.querySelector(".legend");
    const present = jm.data.kinds.filter((kind) => jm.claims.some((claim) => claim.kind === kind));
    legend.append(...present.map((kind) => jm.element("li", { class: "kind " + kind }, jm.word("kind", kind))));
    text.addEventListener("click", (event) => { const mark = event.target.closest("mark"); if (mark) toTable(mark); });
    text.addEventListener("keydown", keys);
    text.addEventListener("pointerover", (event) => { const mark = event.target.closest("mark"); if (mark) explain(mark); else hide(); });
    text.addEventListener("pointerleave", hide);
    text.addEventListener("focusin", (event) => { const mark = event.target.closest("mark"); if (mark) explain(mark); });
    text.addEventListener("focusout", hide);
    // Also on the phone, where the page scrolls and not the text.
    addEventListener("scroll", () => { const mark = document.activeElement.closest("mark"); if (mark) explain(mark); else hide(); }, { capture: true, passive: true });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    jm.byId("go")?.addEventListener("change", (event) => jm.byId("doc-" + event.target.value).scrollIntoView());
    jm.byId("back").addEventListener("click", back);
  }

  function prepare(mark) {
    mark.setAttribute("role", "button");
    mark.tabIndex = -1;
    for (const number of mark.dataset.c.split(" ")) {
      if (!marks.has(Number(number))) marks.set(Number(number), []);
      marks.get(Number(number)).push(mark);
    }
  }

  // One mark at a time can be reached with Tab; the arrow keys move on from it.
  function order() {
    all = [...text.querySelectorAll("mark")];
    if (all.length && !all.some((mark) => mark.tabIndex === 0)) all[0].tabIndex = 0;
  }

  function reach(mark) {
    for (const other of all) if (other.tabIndex === 0) other.tabIndex = -1;
    mark.tabIndex = 0;
  }

  function keys(event) {
    const mark = event.target.closest("mark");
    if (!mark) return;
    const at = all.indexOf(mark);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined && all[to]) {
      event.preventDefault();
      reach(all[to]);
      all[to].focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      toTable(mark);
    } else if (event.key === "Escape") {
      back();
    }
  }

  function highlight(claim) {
    for (const mark of text.querySelectorAll("mark.current")) mark.classList.remove("current");
    for (const mark of marks.get(claim.number) ?? []) mark.classList.add("current");
    jm.table.mark(claim);
  }

  function show(claim) {
    const [mark] = marks.get(claim.number) ?? [];
    if (!mark) return;
    cameFrom = claim;
    highlight(claim);
    mark.scrollIntoView({ block: "center" });
    reach(mark);
    mark.focus({ preventScroll: true });
  }

  function toTable(mark) {
    const claims = claimsOf(mark);
    const claim = claims[(claims.indexOf(cameFrom) + 1) % claims.length];
    cameFrom = claim;
    highlight(claim);
    if (!jm.table.focus(claim)) {
      jm.byId("filters").reset();
      jm.table.show();
      highlight(claim);
      jm.table.focus(claim);
    }
  }

  function back() {
    hide();
    if (!cameFrom || !jm.table.focus(cameFrom)) document.querySelector("#table .go")?.focus();
  }

  function explain(mark) {
    const about = claimsOf(mark).map((claim) => {
      const rule = (key, name) => jm.element("p", { class: "rule" }, `${jm.text(key)}: ${name}${jm.data.rules[name] ? " · " + jm.data.rules[name] : ""}`);
      return jm.element(
        "div", {},
        jm.element("p", {}, jm.element("strong", {}, claim.metric), ` ${claim.amount}`),
        jm.element("p", {}, [jm.word("kind", claim.kind), jm.word("role", claim.role), claim.period ?? "", claim.basis, claim.scope, `${jm.text("confidence")} ${claim.confidence.toFixed(2)}`].filter(Boolean).join(" · ")),
        rule("rule", claim.rule),
        rule("name_rule", claim.name_rule),
      );
    });
    tip.replaceChildren(...about);
    tip.hidden = false;
    mark.setAttribute("aria-describedby", "tip");
    const place = mark.getBoundingClientRect();
    const height = tip.offsetHeight;
    tip.style.left = Math.max(4, Math.min(place.left, innerWidth - tip.offsetWidth - 8)) + "px";
    tip.style.top = (place.bottom + height + 8 < innerHeight ? place.bottom + 6 : Math.max(4, place.top - height - 6)) + "px";
  }

  function hide() {
    tip.hidden = true;
    for (const mark of text.querySelectorAll("[aria-describedby]")) mark.removeAttribute("aria-describedby");
  }

  function redraw(claim) {
    for (const mark of marks.get(claim.number) ?? []) {
      mark.classList.remove("right", "wrong", "renamed");
      // Two claims on one expression: it is struck out only if both are.
      const states = claimsOf(mark).map((one) => one.state);
      if (states.every((state) => state === states[0]) && states[0]) mark.classList.add(states[0]);
    }
  }

  // The characters from `start` to `end` of document `doc` as a new mark.
  function add(claim) {
    const line = [...jm.byId("doc-" + claim.doc).querySelectorAll("p[data-s]")].findLast((p) => Number(p.dataset.s) <= claim.start);
    if (!line) return;
    const range = rangeOf(line, claim.start - line.dataset.s, claim.end - line.dataset.s);
    const mark = jm.element("mark", { class: "added", "data-c": claim.number });
    try { range.surroundContents(mark); } catch { return; } // across an old mark: it stays in the table alone
    prepare(mark);
    order();
  }

  function drop(claim) {
    for (const mark of marks.get(claim.number) ?? []) mark.replaceWith(...mark.childNodes);
    marks.delete(claim.number);
    order();
  }

  function rangeOf(line, start, end) {
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let at = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = jm.length(node.data);
      const units = (characters) => jm.slice(node.data, 0, characters).length;
      if (!begun && start < at + length) { range.setStart(node, units(start - at)); begun = true; }
      if (begun && end <= at + length) { range.setEnd(node, units(end - at)); break; }
      at += length;
    }
    return range;
  }

  // What is selected in a document: its number, offsets and characters; null if nothing is, or across lines.
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const line = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("p[data-s]");
    const paragraph = line(range.startContainer);
    if (!paragraph || paragraph !== line(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(paragraph);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const blank = jm.length(words) - jm.length(words.trimStart());
    const start = Number(paragraph.dataset.s) + jm.length(before.toString()) + blank;
    const kept = words.trim();
    return kept ? { doc: Number(paragraph.closest("article").dataset.doc), start, end: start + jm.length(kept), text: kept } : null;
  }

  // Everywhere that `words` stand in a document, with what is around them.
  function places(doc, words) {
    const found = [];
    for (const line of jm.byId("doc-" + doc).querySelectorAll("p[data-s]")) {
      const whole = line.textContent;
      for (let at = whole.indexOf(words); words && at >= 0; at = whole.indexOf(words, at + 1)) {
        const start = Number(line.dataset.s) + jm.length(whole.slice(0, at));
        found.push({ doc, start, end: start + jm.length(words), text: words, around: whole.slice(Math.max(0, at - 12), at + words.length + 12) });
      }
    }
    return found;
  }

  // The line that an offset of a document stands in: where it begins and how long it is.
  function lineAt(doc, offset) {
    const line = jm.lines(doc).findLast((one) => one.start <= offset);
    return { start: line.start, length: line.characters.length };
  }

  return { start, show, redraw, add, drop, selected, places, lineAt, hide };
})();
