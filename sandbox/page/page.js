/*
 * The chat page: several phones side by side, live.
 *
 * Addresses: `?phones=1001,1002` (people, or chats by their negative id), `?tz=Asia/Shanghai`.
 *
 * Hooks for tests, kept stable (wait by locators: the page's security policy lets no test evaluate strings while waiting):
 *   [data-role=phone][data-person=ID][data-chat=OPEN_CHAT][data-phone=KEY]   one phone
 *     [data-role=tab][data-chat=ID]            a chat on it            [data-role=phone-menu], [data-role=phone-close]
 *     [data-role=messages][data-chat=ID]       the open chat's messages, in which:
 *       [data-role=message][data-message=ID][data-from=me|other]       an album stands under its first message
 *         [data-role=text], [data-role=edited], [data-role=quote], [data-role=reactions], [data-role=message-menu]
 *         [data-role=album][data-count] > [data-role=album-item][data-message]
 *         [data-role=inline-keyboard] [data-role=inline-button]        aria-busy="true" until answered
 *       [data-role=service], [data-role=day], [data-role=typing], [data-role=empty]
 *     [data-role=pin], [data-role=topics] [data-role=topic], [data-role=jump]
 *     [data-role=start], [data-role=unblock], [data-role=compose], [data-role=input], [data-role=send], [data-role=record],
 *     [data-role=attach], [data-role=file-input], [data-role=tray], [data-role=banner] (replying, editing),
 *     [data-role=suggestions] [data-role=suggestion][data-command], [data-role=reply-keyboard] [data-role=reply-button]
 *   [data-role=menu] [data-role=menu-item][data-action=reply|edit|forward|forward-to|copy|delete|react|block|unblock|restart|
 *     photo|document|voice|location]
 *   [data-role=bar], [data-role=clock], [data-role=clock-date|clock-time], buttons clock-hour, clock-day, clock-month, clock-reset,
 *   [data-role=language], [data-role=offline], [data-role=toast], [data-role=alert], [data-role=alert-ok], [data-role=lightbox],
 *   [data-role=roster] [data-role=roster-entry][data-phone=KEY], [data-role=roster-toggle], [data-role=switcher] [data-role=switch][data-phone=KEY]
 *   body[data-ready] once the first state is on the page and events are followed
 */

import * as api from "./api.js";
import { drawBar } from "./bar.js";
import { byRole, fill, h } from "./dom.js";
import { hue, initial } from "./names.js";
import { toast } from "./notices.js";
import { Phone } from "./phone.js";
import { Roster } from "./roster.js";
import { store } from "./store.js";
import { unread } from "./unread.js";
import { t } from "./words.js";

const MOST = 4;
const FIRST_SHOWN = ["jade", "indigo", "amber"];

const phones = new Map();
let chosen = asked() ?? remembered();
let current = null;
const roster = new Roster({ toggle, shown: wanted, most: MOST });

function asked() {
  return new URLSearchParams(location.search).get("phones")?.split(",").filter(Boolean);
}

function remembered() {
  return JSON.parse(localStorage.getItem("phones") ?? "null");
}

/** Keys of the phones to show: what was chosen, or else the first constituent, the first member and the office. */
function wanted() {
  const there = chosen?.filter((key) => place(key)) ?? [];
  return there.length > 0 || chosen?.length === 0 ? there : byDefault();
}

function byDefault() {
  const people = [...store.people.values()];
  const first = FIRST_SHOWN.map((colour) => people.find((person) => hue(person) === colour)).filter(Boolean);
  return (first.length > 0 ? first : people.slice(0, FIRST_SHOWN.length)).map((person) => String(person.id));
}

/** Whose phone `key` means, and the chat open on it; a chat is read on the phone of its first person. */
function place(key) {
  const id = Number(key);
  if (store.people.has(id)) return { key, personId: id, chatId: id };
  if (!store.chats.has(id) || id > 0) return null;
  return { key, personId: store.readerOf(store.chats.get(id)), chatId: id };
}

function toggle(key) {
  const keys = wanted();
  if (!keys.includes(key) && keys.length === MOST) return toast(t("tooMany", { most: MOST }));
  if (overlaid()) document.body.classList.add("roster-hidden");
  choose(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]);
  return show(keys.includes(key) ? wanted()[0] : key);
}

function choose(keys) {
  chosen = keys;
  localStorage.setItem("phones", JSON.stringify(keys));
  arrange();
}

/** Opens and puts away phones until those wanted stand there, in their order. */
function arrange() {
  const keys = wanted();
  for (const [key, phone] of phones) {
    if (keys.includes(key)) continue;
    phone.destroy();
    phones.delete(key);
  }
  for (const key of keys) if (!phones.has(key)) phones.set(key, new Phone(place(key), (phone) => toggle(phone.key)));
  const main = byRole("phones");
  main.style.setProperty("--phones", Math.max(1, keys.length));
  if (keys.length === 0) fill(main, h("p", { class: "nobody" }, t("nobody")));
  else if (keys.some((key, i) => main.children[i] !== phones.get(key).node)) fill(main, keys.map((key) => phones.get(key).node));
  show(keys.includes(current) ? current : keys[0]);
  roster.render();
}

/** On a narrow screen one phone is in sight at a time. */
function show(key) {
  current = key;
  for (const [each, phone] of phones) phone.node.toggleAttribute("data-current", each === key);
  drawSwitcher();
  for (const phone of phones.values()) phone.seen();
}

function waiting({ personId }) {
  const count = unread(personId, personId);
  return count > 0 && h("span", { class: "badge" }, count);
}

function drawSwitcher() {
  const node = byRole("switcher");
  node.setAttribute("aria-label", t("phones"));
  fill(node, [...phones].map(([key, phone]) => h("button", {
    type: "button", "aria-pressed": String(key === current), data: { role: "switch", phone: key, hue: hue(phone.person) }, onclick: () => show(key),
  }, h("span", { class: "avatar", "aria-hidden": "true" }, initial(phone.name)), h("span", {}, phone.name), waiting(phone))));
}

/** Where the list lies over the phones it makes way once something was chosen. */
function overlaid() {
  return matchMedia("(max-width: 1100px)").matches;
}

function toggleRoster() {
  const hidden = document.body.classList.toggle("roster-hidden");
  if (!overlaid()) localStorage.setItem("roster", hidden ? "hidden" : "shown");
}

function connected() {
  byRole("offline").hidden = true;
  document.body.dataset.ready = "";
}

function lost() {
  byRole("offline").textContent = t("offline");
  byRole("offline").hidden = false;
}

drawBar(toggleRoster);
document.body.classList.toggle("roster-hidden", overlaid() || localStorage.getItem("roster") === "hidden");
store.addEventListener("people", arrange);
store.addEventListener("loaded", arrange);
store.addEventListener("unread", drawSwitcher);
document.addEventListener("visibilitychange", () => phones.forEach((phone) => phone.seen()));
api.follow({ load: (state) => store.load(state), apply: (event) => store.apply(event), connected, lost });
