// Checking: claims found right, rejected or renamed, and missing ones; kept in a file that `jmetrics apply` reads.
"use strict";
jm.corrections = (() => {
  const VERSION = 1;
  const edit = jm.byId("edit");
  let changed = false;
  let saving = null; // what Save does

  const made = () => jm.claims.filter((claim) => claim.state);

  function update(claim) {
    changed = made().length > 0;
    jm.table.redraw(claim);
    jm.documents.redraw(claim);
    const button = jm.byId("download");
    button.textContent = jm.text("download", { count: made().length });
    button.disabled = !changed;
  }

  function set(claim, state) {
    if (claim.state === "added") return drop(claim);
    if (claim.state === "renamed") claim.metric = claim.found;
    claim.state = claim.state === state ? "" : state;
    update(claim);
  }

  function drop(claim) {
    claim.state = "";
    claim.dropped = true; // its number stays taken
    jm.documents.drop(claim);
    update(claim);
    jm.table.show();
  }

  function rename(claim) {
    open("rename", jm.text("rename.title"), "");
    jm.byId("e-metric").value = claim.metric;
    jm.byId("edit-hint").textContent = claim.words;
    saving = () => renameTo(claim, jm.byId("e-metric").value.trim());
  }

  function renameTo(claim, metric) {
    claim.found ??= claim.metric;
    claim.metric = metric;
    if (claim.state !== "added") claim.state = metric === claim.found ? "" : "renamed";
    update(claim);
  }

  function missing() {
    const found = jm.documents.selected();
    open("add", jm.text("missing"), jm.text("missing.hint"));
    jm.byId("e-text").value = found?.text ?? "";
    jm.byId("e-doc").value = String(found?.doc ?? jm.byId("go")?.value ?? 0);
    jm.byId("e-metric").value = "";
    jm.byId("e-value").value = (found?.text.match(/\d+(?:\.\d+)?/) ?? [""])[0];
    jm.byId("e-unit").value = found?.text.replace(/^[^\d]*[\d.,]+/, "") ?? "";
    find(found?.start);
    saving = () => {
      const place = find.places[Number(jm.byId("e-where").value)];
      if (!place) { jm.byId("edit-wrong").textContent = jm.text("missing.not_found"); return false; }
      add({
        ...place,
        metric: jm.byId("e-metric").value.trim(),
        kind: jm.byId("e-kind").value,
        value: Number(jm.byId("e-value").value),
        unit: jm.byId("e-unit").value.trim(),
        role: jm.byId("e-role").value,
        bound: jm.byId("e-bound").value,
        direction: jm.byId("e-direction").value || null,
      });
      return true;
    };
  }

  // The places of the expression that is typed, the one at `start` chosen.
  function find(start) {
    const places = jm.documents.places(Number(jm.byId("e-doc").value), jm.byId("e-text").value);
    find.places = places;
    jm.options(jm.byId("e-where"), places.map((place, i) => [i, place.around]));
    const at = places.findIndex((place) => place.start === start);
    if (at >= 0) jm.byId("e-where").value = String(at);
    jm.byId("edit-wrong").textContent = places.length || !jm.byId("e-text").value ? "" : jm.text("missing.not_found");
  }

  function add(told) {
    const { start, length } = jm.documents.lineAt(told.doc, told.start);
    const empty = Object.fromEntries(jm.data.fields.map((name) => [name, null]));
    const claim = new jm.Claim({
      ...empty, basis: "", scope: "", ...told,
      id: "", begin: start, length, period: jm.data.documents[told.doc].year, amount: told.text,
      rule: "hand.added", name_rule: "hand.added", confidence: 1,
    }, jm.claims.length);
    claim.state = "added";
    jm.claims.push(claim);
    jm.documents.add(claim);
    jm.table.show();
    update(claim);
    jm.table.mark(claim);
  }

  function open(mode, title, hint) {
    edit.className = mode === "rename" ? "rename" : "";
    jm.byId("edit-title").textContent = title;
    jm.byId("edit-hint").textContent = hint;
    jm.byId("edit-wrong").textContent = "";
    for (const name of ["e-text", "e-value"]) jm.byId(name).required = mode !== "rename";
    edit.returnValue = "";
    edit.showModal();
  }

  function correction(claim) {
    const document_ = jm.data.documents[claim.doc];
    const common = { action: { right: "accept", wrong: "reject", renamed: "rename", added: "add" }[claim.state], doc: document_.name, id: claim.id, start: claim.start, end: claim.end, text: claim.text, metric: claim.found ?? claim.metric };
    if (claim.state === "renamed") return { ...common, to: claim.metric };
    if (claim.state !== "added") return common;
    const { kind, value, unit, role, bound, direction } = claim;
    return { ...common, kind, value, unit, role, bound, direction };
  }

  function file() {
    return {
      format: "jmetrics-corrections",
      version: VERSION,
      documents: jm.data.documents.map(({ name, text }) => ({ name, text })),
      corrections: made().map(correction),
    };
  }

  function download() {
    const blob = new Blob([JSON.stringify(file(), null, 1) + "\n"], { type: "application/json" });
    const link = jm.element("a", { href: URL.createObjectURL(blob), download: "corrections.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    changed = false;
  }

  async function load(event) {
    const [chosen] = event.target.files;
    event.target.value = "";
    if (!chosen) return;
    try {
      const loaded = JSON.parse(await chosen.text());
      if (loaded.format !== "jmetrics-corrections") throw new Error();
      jm.say(jm.text("load.done", { count: loaded.corrections.filter(take).length }));
    } catch {
      jm.say(jm.text("load.failed"));
    }
  }

  // One correction of a file put back; whether there was something to put it on.
  function take(one) {
    const doc = jm.data.documents.findIndex((document_) => document_.name === one.doc);
    if (doc < 0) return false;
    if (one.action === "add") { add({ ...one, doc }); return true; }
    const claim = jm.claims.find((other) => other.doc === doc && other.start === one.start && other.end === one.end && (other.found ?? other.metric) === one.metric);
    if (!claim) return false;
    if (one.action === "rename") renameTo(claim, one.to);
    else { claim.state = one.action === "accept" ? "right" : "wrong"; update(claim); }
    return true;
  }

  function start() {
    const labelled = (field, values) => values.map((value) => [value, jm.word(field, value)]);
    jm.options(jm.byId("e-kind"), labelled("kind", jm.data.kinds));
    jm.options(jm.byId("e-role"), labelled("role", jm.data.roles));
    jm.options(jm.byId("e-bound"), labelled("bound", jm.data.bounds));
    jm.options(jm.byId("e-direction"), [["", "—"], ...labelled("direction", ["up", "down"])]);
    jm.byId("download").textContent = jm.text("download", { count: 0 });
    jm.byId("download").addEventListener("click", download);
    jm.byId("load").addEventListener("change", load);
    // The selection must survive the press of the button.
    jm.byId("missing").addEventListener("pointerdown", (event) => event.preventDefault());
    jm.byId("missing").addEventListener("click", missing);
    jm.byId("e-text").addEventListener("input", () => find());
    jm.byId("e-doc").addEventListener("change", () => find());
    edit.querySelector("form").addEventListener("submit", (event) => {
      if (event.submitter?.value === "save" && saving() === false) event.preventDefault();
    });
    addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  }

  return { start, set, rename, file };
})();
