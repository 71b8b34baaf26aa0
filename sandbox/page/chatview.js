// The scrolling part of a phone: messages by day, albums as one, the pinned message, topics, who is typing.

import { fill, h, icon } from "./dom.js";
import { messageItem, topicsOf } from "./message.js";
import { summary } from "./names.js";
import { store } from "./store.js";
import { dayKey, dayLabel, fromUnix } from "./time.js";
import { t } from "./words.js";

// Telegram shows an action for five seconds or until the message comes.
const ACTION_MS = 5000;
const NEAR_BOTTOM_PX = 80;
const HIGHLIGHT_MS = 1600;
const ACTIONS = { upload_photo: "uploading", upload_document: "uploading", upload_video: "uploading", record_voice: "recordingVoice" };

export class ChatView {
  #phone;
  #drawn = new Map();
  #missed = 0;
  #atEnd = true;
  #top = 0;
  #action = null;
  #actionTimer = 0;
  #pin = h("button", { type: "button", class: "pin", data: { role: "pin" } });
  #topics = h("div", { class: "topics", data: { role: "topics" } });
  #list = h("ol", { class: "messages", role: "log", tabindex: "0", data: { role: "messages" }, onscroll: () => this.#scrolled() });
  #down = h("button", { type: "button", class: "jump", data: { role: "jump" }, onclick: () => this.toBottom() });

  /** The topic shown, by its thread id; `null` shows all of them. */
  thread = null;
  node = h("div", { class: "chat" }, this.#pin, this.#topics, this.#list, this.#down);

  constructor(phone) {
    this.#phone = phone;
    // The list grows and shrinks with the place to write, and is measured first when it comes into sight.
    new ResizeObserver(() => this.#atEnd && this.toBottom()).observe(this.#list);
    // A picture takes its room when it has come, maybe after the list was scrolled to its end.
    this.#list.addEventListener("load", () => this.#atEnd && this.toBottom(), true);
  }

  /** Starts afresh, when the phone turns to another chat. */
  open() {
    this.thread = null;
    this.#drawn.clear();
    this.#action = null;
    this.#list.dataset.chat = this.#phone.chatId;
    this.#list.setAttribute("aria-label", t("messages"));
    this.render();
    this.toBottom();
  }

  render() {
    const all = store.listOf(this.#phone.chatId);
    this.#renderTopics(all);
    this.#renderPin();
    const shown = all.filter((message) => this.thread === null || (message.message_thread_id ?? 0) === this.thread);
    placeInOrder(this.#list, this.#items(shown));
    if (this.#atEnd) this.toBottom();
    this.#renderDown();
  }

  arrived(message) {
    if (message.from?.id === store.bot?.id) this.setAction(null);
    if (message.from?.id === this.#phone.personId) this.toBottom();
    else if (!this.#atEnd) this.#missed += 1;
    this.#renderDown();
  }

  setAction(action) {
    clearTimeout(this.#actionTimer);
    if (action === null && this.#action === null) return;
    this.#action = action;
    if (action) this.#actionTimer = setTimeout(() => this.setAction(null), ACTION_MS);
    this.render();
  }

  toBottom() {
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#atEnd = true;
    this.#missed = 0;
    this.#renderDown();
  }

  show(id) {
    const target = this.#list.querySelector(`[data-message="${id}"]`);
    if (!target) return;
    target.scrollIntoView({ block: "center" });
    target.classList.add("found");
    setTimeout(() => target.classList.remove("found"), HIGHLIGHT_MS);
  }

  #items(messages) {
    const before = this.#drawn;
    this.#drawn = new Map();
    const nodes = [];
    let day = null;
    for (const group of grouped(messages)) {
      const date = fromUnix(group[0].date);
      if (dayKey(date) !== day) nodes.push(this.#dayItem(date));
      day = dayKey(date);
      nodes.push(this.#groupItem(group, before.get(group[0].message_id)));
    }
    if (messages.length === 0) nodes.push(this.#emptyItem());
    if (this.#action) nodes.push(actionItem(this.#action));
    return nodes;
  }

  /** A group drawn before is kept while its messages are the same objects: sounds go on playing, focus stays. */
  #groupItem(group, known) {
    const same = known && known.group.length === group.length && known.group.every((message, i) => message === group[i]);
    const node = same ? known.node : messageItem(group, this.#phone);
    this.#drawn.set(group[0].message_id, { group, node });
    return node;
  }

  #dayItem(date) {
    return h("li", { class: "day", data: { role: "day" } }, h("span", {}, dayLabel(date)));
  }

  #emptyItem() {
    const about = this.#phone.chatId > 0 && store.description;
    return h("li", { class: "empty", data: { role: "empty" } },
      about ? [h("strong", {}, t("about")), h("p", {}, store.description)] : h("p", {}, t("empty")));
  }

  #renderPin() {
    const id = store.pins.get(this.#phone.chatId);
    const message = id && store.message(this.#phone.chatId, id);
    this.#pin.hidden = !message;
    if (!message) return;
    this.#pin.onclick = () => this.show(id);
    fill(this.#pin, icon("pin"), h("span", {}, h("strong", {}, t("pinned")), h("span", {}, summary(message))));
  }

  #renderTopics(messages) {
    const topics = topicsOf(messages);
    this.#topics.hidden = topics.size === 0;
    const chip = (thread, name) => h("button", {
      type: "button", "aria-pressed": String(this.thread === thread), data: { role: "topic" }, onclick: () => this.#turnTo(thread),
    }, name);
    fill(this.#topics, chip(null, t("allTopics")), chip(0, t("general")), [...topics].map(([thread, name]) => chip(thread, name)));
  }

  #turnTo(thread) {
    this.thread = thread;
    this.render();
    this.toBottom();
  }

  #renderDown() {
    this.#down.hidden = this.#atEnd;
    this.#down.setAttribute("aria-label", t("jumpDown"));
    fill(this.#down, icon("down"), this.#missed > 0 && h("span", {}, this.#missed));
  }

  /** Who scrolls up leaves the end; a list that only grew does not. */
  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX || (this.#atEnd && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (this.#atEnd) this.#missed = 0;
    this.#renderDown();
  }
}

/** Messages of one album stand together; everything else alone. */
function grouped(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

/** Makes `nodes` the children of `list`, moving only what is not in its place already. */
function placeInOrder(list, nodes) {
  nodes.forEach((node, i) => {
    if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
  });
  while (list.children.length > nodes.length) list.lastChild.remove();
}

function actionItem(action) {
  const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  const words = t(ACTIONS[action] ?? "typing");
  return h("li", { class: "message typing", data: { role: "typing" } },
    h("div", { class: "bubble" }, h("span", { class: "text muted" }, words), dots));
}
