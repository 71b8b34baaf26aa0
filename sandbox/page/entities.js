// Telegram's text entities as DOM nodes. Offsets count UTF-16 units, and so do JavaScript's strings.

import { h } from "./dom.js";
import { t } from "./words.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

// Anything else (javascript:, data:) is shown as plain text.
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

/** Nodes for `text`; `act` is told of what is clicked: `{command}` or `{start}` (a link to the bot itself). */
export function richText(text, entities = [], act = {}) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return range(text, 0, text.length, ordered, act);
}

/** Entities nest; one that overlaps the end of its parent is cut there. */
function range(text, from, to, entities, act) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...later] = rest;
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start < end) {
      if (at < start) nodes.push(text.slice(at, start));
      const inside = later.filter((other) => other.offset < end);
      nodes.push(wrap(entity, text.slice(start, end), range(text, start, end, inside, act), act));
      at = end;
    }
    rest = later.filter((other) => other.offset + other.length > at);
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, plain, children, act) {
  if (TAGS[entity.type]) return h(TAGS[entity.type], {}, children);
  return (SPECIAL[entity.type] ?? ((_, __, inside) => h("span", {}, inside)))(entity, plain, children, act);
}

const SPECIAL = {
  pre: (entity, _, children) => h("pre", { data: { language: entity.language ?? "" } }, h("code", {}, children)),
  spoiler: (_, __, children) => spoiler(children),
  text_link: (entity, _, children, act) => link(entity.url, children, act),
  url: (_, plain, children, act) => link(SAFE_LINK.test(plain) ? plain : `https://${plain}`, children, act),
  email: (_, plain, children, act) => link(`mailto:${plain}`, children, act),
  phone_number: (_, plain, children, act) => link(`tel:${plain}`, children, act),
  bot_command: (_, plain, children, act) =>
    h("button", { type: "button", class: "link", onclick: () => act.command?.(plain) }, children),
  mention: (_, __, children) => h("span", { class: "mention" }, children),
  text_mention: (_, __, children) => h("span", { class: "mention" }, children),
};

function spoiler(children) {
  const cover = h("button", { type: "button", class: "spoiler", "aria-label": t("showSpoiler") }, children);
  cover.addEventListener("click", () => {
    cover.classList.add("shown");
    cover.removeAttribute("aria-label");
  });
  return cover;
}

function link(url, children, act) {
  if (!SAFE_LINK.test(url)) return h("span", {}, children);
  const start = act.startOf?.(url);
  const onclick = start === null || start === undefined ? null : (event) => follow(event, () => act.start(start));
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick }, children);
}

function follow(event, go) {
  event.preventDefault();
  go();
}
