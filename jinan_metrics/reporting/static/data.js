// The data of the page, and what all its parts share. Every script adds to `jm`; `start.js` sets them going.
"use strict";
const jm = {};

jm.data = JSON.parse(document.getElementById("data").textContent);

// The lines of a document: where each begins, and its text (a blank line has none). Made when they are first asked for.
jm.lines = (() => {
  const made = new Map();
  return (doc) => {
    if (!made.has(doc)) {
      const lines = [...document.querySelectorAll(`#doc-${doc} p[data-s]`)];
      made.set(doc, lines.map((line) => ({ start: Number(line.dataset.s), characters: Array.from(line.textContent) })));
    }
    return made.get(doc);
  };
})();

// The characters of a document from `begin` on, `length` of them; line breaks are blanks.
jm.passage = (doc, begin, length) => {
  const end = begin + length;
  const words = new Array(length).fill(" ");
  const lines = jm.lines(doc);
  let low = 0;
  for (let high = lines.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (lines[middle].start + lines[middle].characters.length <= begin) low = middle + 1;
    else high = middle;
  }
  for (const { start, characters } of lines.slice(low)) {
    if (start >= end) break;
    for (let at = Math.max(start, begin); at < Math.min(end, start + characters.length); at++) words[at - begin] = characters[at - start];
  }
  return words;
};

jm.Claim = class {
  constructor(told, number) {
    Object.assign(this, told, { number, state: "" });
  }

  // The sentence as characters, and as words.
  get characters() { return (this.passage ??= jm.passage(this.doc, this.begin, this.length)); }
  get words() { return this.characters.join(""); }
};
jm.claims = jm.data.claims.map((values, number) => new jm.Claim(Object.fromEntries(jm.data.fields.map((name, i) => [name, values[i]])), number));

// The words for `key` in the page's language, with {names} filled in.
jm.text = (key, details = {}) =>
  (jm.data.words["page." + key] ?? jm.data.words[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => details[name] ?? all);

// Codes of the record in words: role.target, bound.over.
jm.word = (field, value) =>
  value ? jm.data.words[`word.${field}.${value}`] || jm.data.words[`${field}.${value}`] || value : "";

// An element; `properties` are attributes, or listeners where they begin with "on". Children that are text stay text.
jm.element = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
};

jm.byId = (id) => document.getElementById(id);
jm.say = (words) => { jm.byId("said").textContent = words; };
jm.options = (select, entries) => {
  select.replaceChildren(...entries.map(([value, words]) => jm.element("option", { value }, words)));
};

// Offsets in the record count characters; JavaScript's count UTF-16 units.
jm.slice = (words, start, end) => Array.from(words).slice(start, end).join("");
jm.length = (words) => Array.from(words).length;

// A sentence around its number, long ones cut to what stands near it: [before, number, after].
jm.excerpt = (claim, reach = 32) => {
  const characters = claim.characters;
  const at = claim.start - claim.begin;
  const end = claim.end - claim.begin;
  const from = Math.max(0, at - reach);
  const to = Math.min(characters.length, end + reach);
  return [
    (from > 0 ? "…" : "") + characters.slice(from, at).join(""),
    characters.slice(at, end).join(""),
    characters.slice(end, to).join("") + (to < characters.length ? "…" : ""),
  ];
};
