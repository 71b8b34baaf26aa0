// The place to write: text, commands, files, voices, places; replying and editing.

import * as api from "./api.js";
import { Attachments } from "./attachments.js";
import { fill, h, iconButton } from "./dom.js";
import { replyKeyboard, standingKeyboard } from "./keyboards.js";
import { openMenu } from "./menu.js";
import { senderName, summary } from "./names.js";
import { askPlace, attempt } from "./notices.js";
import { RecordButton } from "./recorder.js";
import { store } from "./store.js";
import { Suggestions } from "./suggest.js";
import { t } from "./words.js";

// The gate of 靖江's people's park: somewhere sensible to start from.
const PLACE = { latitude: 32.0149, longitude: 120.2772 };
// A made-up number from the range that is never given out.
const OWN_PHONE = "+8613800000000";
const MAX_INPUT_PX = 160;

export class Composer {
  #phone;
  #about = null;
  #drafts = new Map();
  #usedKeyboard = null;
  #banner = h("div", { class: "banner", data: { role: "banner" }, hidden: true });
  #files = new Attachments(() => this.#changed());
  #input = h("textarea", {
    rows: "1", data: { role: "input" }, placeholder: t("write"), "aria-label": t("write"),
    oninput: () => this.#changed(), onkeydown: (event) => this.#key(event), onpaste: (event) => this.#files.paste(event),
  });
  #suggestions = new Suggestions(this.#input, (text, finish) => this.#suggested(text, finish));
  #send = iconButton("send", t("send"), () => this.#submit(), { class: "round filled", data: { role: "send" } });
  #record = new RecordButton((file, duration) => this.#sendOne("voice", { file, duration }));
  #keyboard = h("div", { class: "keyboard-place" });
  #row = h("div", { class: "compose-row" },
    iconButton("attach", t("attach"), (event) => this.#attach(event), { data: { role: "attach" } }), this.#input, this.#record.node, this.#send);

  constructor(phone) {
    this.#phone = phone;
    this.node = h("form", { class: "compose", data: { role: "compose" }, onsubmit: (event) => event.preventDefault() },
      this.#suggestions.node, this.#banner, this.#files.node, this.#row, this.#keyboard);
  }

  /** Another chat: what was begun in this one is kept for later. */
  turnTo(chat) {
    if (this.#about === null && this.chat !== undefined) this.#drafts.set(this.chat, this.#input.value);
    const again = chat === this.chat;
    this.chat = chat;
    if (!again) this.#setAbout(null, this.#drafts.get(chat) ?? "");
  }

  refresh() {
    this.#suggestions.commands = store.commands[this.#phone.personId] ?? [];
    const standing = standingKeyboard(store.listOf(this.chat));
    const hidden = !standing || standing.message.message_id === this.#usedKeyboard;
    fill(this.#keyboard, hidden ? null : replyKeyboard(standing, (button) => this.#replyButton(button, standing)));
    this.#changed();
  }

  replyTo(message) {
    this.#setAbout({ kind: "reply", message }, this.#input.value);
  }

  edit(message) {
    this.#setAbout({ kind: "edit", message }, message.text ?? message.caption);
  }

  #setAbout(about, text) {
    this.#about = about;
    this.#input.value = text;
    this.#banner.hidden = !about;
    if (about) {
      const title = about.kind === "edit" ? t("editing") : t("replyTo", { name: senderName(about.message) });
      fill(this.#banner, h("span", { class: "grow" }, h("strong", {}, title), h("span", {}, summary(about.message))),
        iconButton("close", t("cancel"), () => this.#setAbout(null, about.kind === "edit" ? "" : this.#input.value)));
      this.#input.focus();
    }
    this.#changed();
  }

  #changed() {
    const { value, style } = this.#input;
    style.height = "auto";
    style.height = `${Math.min(this.#input.scrollHeight, MAX_INPUT_PX)}px`;
    this.#input.placeholder = t(this.#files.empty ? "write" : "captionHint");
    const ready = value.trim() !== "" || !this.#files.empty;
    this.#send.hidden = !ready;
    this.#record.node.hidden = ready;
    this.#suggestions.update();
  }

  #key(event) {
    // While Chinese is being typed, Enter picks a word and must not send.
    if (event.isComposing || this.#suggestions.key(event)) return;
    if (event.key === "Escape" && this.#about) this.#setAbout(null, "");
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.#submit();
  }

  #suggested(text, finish) {
    this.#input.value = finish ? text : `${text} `;
    this.#changed();
    this.#input.focus();
    if (finish) this.#submit();
  }

  async #submit() {
    const text = this.#input.value.trim();
    const about = this.#about;
    const files = this.#files.take();
    if (!text && files.length === 0) return;
    this.#setAbout(null, "");
    const done = await attempt(() => this.#deliver(text, about, files));
    // Nothing typed is lost when the server refuses it.
    if (done === undefined) this.#setAbout(about, text);
  }

  #deliver(text, about, files) {
    if (about?.kind === "edit") {
      const field = about.message.text === undefined ? "caption" : "text";
      return api.edit({ ...this.#where(), message: about.message.message_id, [field]: text });
    }
    const replyTo = about?.message.message_id;
    if (files.length > 0) return this.#sendFiles(files, text, replyTo);
    return api.say({ ...this.#where(), thread: this.#phone.thread, reply_to: replyTo, text });
  }

  async #sendFiles(files, caption, replyTo) {
    const group = files.length > 1 ? String(Date.now()) : undefined;
    let sent;
    for (const [i, { kind, file }] of files.entries()) {
      const first = i === 0 ? { caption: caption || undefined, reply_to: replyTo } : {};
      sent = await api.send({ ...this.#where(), thread: this.#phone.thread, kind, file, media_group_id: group, ...first });
    }
    return sent;
  }

  #where() {
    return { user: this.#phone.personId, chat: this.#phone.chatId };
  }

  #sendOne(kind, fields) {
    return attempt(() => api.send({ ...this.#where(), thread: this.#phone.thread, kind, ...fields }));
  }

  #attach(event) {
    const pick = (kind, accept) => () => this.#files.pick(kind, accept);
    openMenu(event, [
      { label: t("pickPhoto"), action: "photo", run: pick("photo", "image/*,video/*") },
      { label: t("pickFile"), action: "document", run: pick("document", "") },
      { label: t("pickVoice"), action: "voice", run: pick("voice", "audio/*") },
      { label: t("pickLocation"), action: "location", run: () => this.#sendPlace() },
    ]);
  }

  async #sendPlace() {
    const place = await askPlace(PLACE);
    if (place) await this.#sendOne("location", place);
  }

  #replyButton(button, { message, markup }) {
    if (markup.one_time_keyboard) this.#usedKeyboard = message.message_id;
    this.refresh();
    if (button.request_location) return this.#sendPlace();
    if (!button.request_contact) return this.#phone.say(button.text);
    const { first_name, last_name, id } = this.#phone.person;
    return this.#sendOne("contact", { first_name, last_name, user_id: id, phone_number: OWN_PHONE });
  }
}
