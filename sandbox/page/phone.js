// One phone: whose it is, the chats on it, the messages of the open chat, and the place to write.

import * as api from "./api.js";
import { ChatView } from "./chatview.js";
import { Composer } from "./compose.js";
import { fill, h, iconButton } from "./dom.js";
import { messageMenu } from "./message-menu.js";
import { openMenu } from "./menu.js";
import { chatTitle, fullName, hue, initial } from "./names.js";
import { attempt } from "./notices.js";
import { store } from "./store.js";
import { markRead, unread } from "./unread.js";
import { t } from "./words.js";

export class Phone {
  #close;
  #holder = h("header", { class: "holder", data: { role: "holder" } });
  #tabs = h("nav", { class: "tabs", "aria-label": t("openChats") });
  #view = new ChatView(this);
  #composer = new Composer(this);
  #footer = h("footer", { class: "footer" });
  #leave = new AbortController();

  /** `personId` is `null` on the phone of a reader who belongs to no one listed (of a channel). */
  constructor({ key, personId, chatId }, close) {
    this.key = key;
    this.personId = personId;
    this.#close = close;
    this.node = h("section", { class: "phone", data: { role: "phone", phone: key, person: personId ?? "" } },
      this.#holder, this.#tabs, this.#view.node, this.#footer);
    this.#listen();
    this.open(chatId);
  }

  get person() {
    return store.people.get(this.personId);
  }

  get name() {
    return this.personId === null ? t("reader") : fullName(this.person);
  }

  get thread() {
    return this.#view.thread || undefined;
  }

  open(chatId) {
    this.chatId = chatId;
    this.node.dataset.chat = chatId;
    this.#composer.turnTo(chatId);
    this.#view.open();
    this.refresh();
  }

  destroy() {
    this.#leave.abort();
    this.node.remove();
  }

  /** Draws what depends on people and settings; messages are drawn by the view. */
  refresh() {
    this.#renderHolder();
    this.#renderTabs();
    this.#renderFooter();
  }

  /** To be called when the phone comes into sight: what it shows counts as read. */
  seen() {
    if (this.node.checkVisibility() && !document.hidden) markRead(this.personId, this.chatId);
  }

  say(text) {
    if (this.personId === null) return undefined;
    return attempt(() => api.say({ user: this.personId, chat: this.chatId, thread: this.thread, text }));
  }

  /** What a link `t.me/<bot>?start=x` does: the talk with the bot opens and the bot is told. */
  start(payload) {
    if (this.personId === null) return undefined;
    this.open(this.personId);
    return this.say(payload ? `/start ${payload}` : "/start");
  }

  showMessage(id) {
    this.#view.show(id);
  }

  openMenu(event, message, mine) {
    if (this.personId !== null) messageMenu(event, message, mine, this, this.#composer);
  }

  #listen() {
    const on = (type, listener) => store.addEventListener(type, ({ detail }) => listener(detail), { signal: this.#leave.signal });
    const here = (listener) => (detail) => detail.chat === this.chatId && listener(detail);
    on("messages", here(() => this.#messagesChanged()));
    on("arrived", here(({ message }) => this.#arrived(message)));
    on("action", here(({ action }) => this.#view.setAction(action)));
    on("people", () => this.refresh());
    // "Today" and "yesterday" move with the clock.
    on("clock", () => this.#view.render());
    on("loaded", () => this.#loaded());
    on("unread", () => this.#unreadChanged());
  }

  #loaded() {
    this.#view.render();
    this.refresh();
  }

  #arrived(message) {
    this.#view.arrived(message);
    if (message.keyboard?.force_reply) this.#composer.replyTo(message);
  }

  #messagesChanged() {
    this.#view.render();
    this.#renderFooter();
  }

  #unreadChanged() {
    this.seen();
    this.#renderTabs();
  }

  #renderHolder() {
    const { person } = this;
    this.node.dataset.hue = hue(person);
    this.node.setAttribute("aria-label", t("phoneOf", { name: this.name }));
    fill(this.#holder, h("span", { class: "avatar", "aria-hidden": "true" }, initial(this.name)),
      h("span", { class: "grow" }, h("strong", {}, this.name), h("span", { class: "small" }, person?.label ?? "")),
      person && iconButton("more", t("phoneMenu"), (event) => this.#openPhoneMenu(event), { data: { role: "phone-menu" } }),
      iconButton("close", t("closePhone"), () => this.#close(this), { data: { role: "phone-close" } }));
  }

  #openPhoneMenu(event) {
    const { blocked } = this.person;
    openMenu(event, [
      { label: t("restart"), action: "restart", run: () => this.start("") },
      blocked
        ? { label: t("unblock"), action: "unblock", run: () => attempt(() => api.unblock(this.personId)) }
        : { label: t("block"), action: "block", run: () => attempt(() => api.block(this.personId)) },
    ]);
  }

  #renderTabs() {
    const chats = this.personId === null ? [this.chatId] : store.chatsOf(this.personId);
    fill(this.#tabs, chats.map((chat) => this.#tab(chat)));
    const open = this.#tabs.querySelector("[aria-current]");
    this.#tabs.scrollLeft = open.offsetLeft + open.offsetWidth - this.#tabs.offsetLeft - this.#tabs.clientWidth;
  }

  #tab(chat) {
    const open = chat === this.chatId;
    const waiting = open ? 0 : unread(this.personId, chat);
    return h("button", {
      type: "button", "aria-current": open && "true", data: { role: "tab", chat }, onclick: () => this.#tabPressed(chat),
    }, h("span", { class: "tab-name" }, chatTitle(chat)), waiting > 0 && h("span", { class: "badge" }, waiting));
  }

  #tabPressed(chat) {
    this.open(chat);
    this.seen();
  }

  #renderFooter() {
    const part = this.#footerPart();
    if (this.#footer.firstChild !== part || this.#footer.childNodes.length !== 1) fill(this.#footer, part);
    this.#composer.refresh();
  }

  #footerPart() {
    const { chatId, person } = this;
    if (!person || !store.maySpeak(chatId, this.personId)) return h("p", { class: "closed" }, t("readOnly"));
    if (chatId < 0) return this.#composer.node;
    if (person.blocked) return this.#bigButton(t("unblock"), "unblock", () => attempt(() => api.unblock(this.personId)), t("blocked"));
    if (store.listOf(chatId).length === 0) return this.#bigButton(t("start"), "start", () => this.start(""));
    return this.#composer.node;
  }

  #bigButton(label, role, onclick, notice = null) {
    return h("div", { class: "closed" }, notice && h("p", {}, notice),
      h("button", { type: "button", class: "primary wide", data: { role }, onclick }, label));
  }
}
