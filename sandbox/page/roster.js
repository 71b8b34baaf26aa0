// The list of people and chats from which the phones on show are chosen.

import { byRole, fill, h } from "./dom.js";
import { fullName, hue, initial, station } from "./names.js";
import { store } from "./store.js";
import { unread } from "./unread.js";
import { t } from "./words.js";

// A short list is read faster than it is searched.
const SEARCH_FROM = 10;

export class Roster {
  #toggle;
  #shown;
  #most;
  #search = h("input", { type: "search", placeholder: t("search"), "aria-label": t("search"), data: { role: "roster-search" }, oninput: () => this.render() });
  #hint = h("p", { class: "small" });
  #lists = h("div", { class: "roster-lists" });

  /** `shown()` gives the keys of the phones on show; `toggle(key)` shows or puts one away. */
  constructor({ toggle, shown, most }) {
    this.#toggle = toggle;
    this.#shown = shown;
    this.#most = most;
    const node = byRole("roster");
    node.setAttribute("aria-label", t("people"));
    fill(node, h("h2", {}, t("people")), this.#hint, this.#search, this.#lists);
    for (const type of ["people", "loaded", "unread"]) store.addEventListener(type, () => this.render());
  }

  render() {
    this.#search.hidden = store.people.size < SEARCH_FROM;
    this.#hint.textContent = t("chosenOf", { n: this.#shown().length, most: this.#most });
    const people = [...store.people.values()].filter((person) => this.#matches(`${fullName(person)} ${person.label ?? ""}`));
    const chats = [...store.chats.values()].filter((chat) => chat.type !== "private" && this.#matches(chat.title ?? ""));
    const sections = [...byStation(people)].map(([name, group]) => this.#section(name || t("others"), group.map((person) => this.#person(person))));
    if (chats.length > 0) sections.push(this.#section(t("chats"), chats.map((chat) => this.#chat(chat))));
    fill(this.#lists, sections);
  }

  #matches(words) {
    return words.toLowerCase().includes(this.#search.value.trim().toLowerCase());
  }

  #section(name, entries) {
    return h("section", {}, h("h3", {}, name), h("ul", {}, entries));
  }

  #person(person) {
    const rest = (person.label ?? "").split("·").slice(1).join("·").trim();
    return this.#entry({ key: String(person.id), name: fullName(person), note: rest, hue: hue(person), waiting: unread(person.id, person.id) });
  }

  #chat(chat) {
    return this.#entry({ key: String(chat.id), name: chat.title ?? String(chat.id), note: "", hue: "slate", waiting: 0 });
  }

  #entry({ key, name, note, hue: colour, waiting }) {
    const shown = this.#shown().includes(key);
    return h("li", {}, h("button", {
      type: "button", class: "entry", "aria-pressed": String(shown), data: { role: "roster-entry", phone: key, hue: colour }, onclick: () => this.#toggle(key),
    }, h("span", { class: "avatar", "aria-hidden": "true" }, initial(name)),
      h("span", { class: "grow" }, h("span", { class: "name" }, name), note && h("span", { class: "small" }, note)),
      waiting > 0 && h("span", { class: "badge" }, waiting)));
  }
}

function byStation(people) {
  const groups = new Map();
  for (const person of people) groups.set(station(person), [...(groups.get(station(person)) ?? []), person]);
  return groups;
}
