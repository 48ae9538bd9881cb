// The data of the page, and what all its parts share. Every script adds to `jm`; `start.js` sets them going.
"use strict";
const jm = {};

jm.data = JSON.parse(document.getElementById("data").textContent);
jm.claims = jm.data.claims.map((values, number) => {
  const claim = Object.fromEntries(jm.data.fields.map((name, i) => [name, values[i]]));
  claim.number = number;
  claim.state = "";
  claim.words = jm.data.sentences[claim.sentence];
  return claim;
});

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
  const characters = Array.from(claim.words);
  const end = claim.at + jm.length(claim.text);
  const from = Math.max(0, claim.at - reach);
  const to = Math.min(characters.length, end + reach);
  return [
    (from > 0 ? "…" : "") + characters.slice(from, claim.at).join(""),
    characters.slice(claim.at, end).join(""),
    characters.slice(end, to).join("") + (to < characters.length ? "…" : ""),
  ];
};
