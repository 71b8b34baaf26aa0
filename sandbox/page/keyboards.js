// Buttons under a message, and the keyboard that stands in for typing.

import * as api from "./api.js";
import { h } from "./dom.js";
import { startOf } from "./names.js";
import { alertBox, attempt, toast } from "./notices.js";
import { store } from "./store.js";
import { t } from "./words.js";

// Kept beside the page's nodes: a message that is edited while its button waits is drawn anew, and still waits.
const waiting = new Set();

export function inlineKeyboard(message, phone) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const drawn = rows.map((row) => h("div", { class: "row" }, row.map((button) => inlineButton(button, message, phone))));
  return h("div", { class: "inline-keyboard", data: { role: "inline-keyboard" } }, drawn);
}

function inlineButton(button, message, phone) {
  const key = [phone.personId, message.chat.id, message.message_id, button.callback_data ?? button.text].join(" ");
  const node = h("button", {
    type: "button", data: { role: "inline-button" }, "aria-busy": waiting.has(key) ? "true" : null,
    onclick: () => attempt(() => act(button, message, phone, key)),
  }, button.text, button.url && startOf(button.url) === null && h("span", { "aria-hidden": "true" }, " ↗"));
  return node;
}

async function act(button, message, phone, key) {
  if (button.url) return openUrl(button.url, phone);
  if (button.copy_text) return copyText(button.copy_text.text);
  if (!button.callback_data) return toast(t("unsupported"));
  if (waiting.has(key)) return undefined;
  setWaiting(key, true, message);
  try {
    return show(await api.press({ user: phone.personId, chat: message.chat.id, message: message.message_id, data: button.callback_data }), phone);
  } finally {
    setWaiting(key, false, message);
  }
}

function setWaiting(key, on, message) {
  if (on) waiting.add(key);
  else waiting.delete(key);
  const known = store.message(message.chat.id, message.message_id);
  if (known) store.put(message.chat.id, { ...known });
}

function show(answer, phone) {
  if (!answer.answered) return toast(t("noAnswer"));
  if (answer.url) return openUrl(answer.url, phone);
  if (!answer.text) return undefined;
  return answer.show_alert ? alertBox(answer.text) : toast(answer.text);
}

function openUrl(url, phone) {
  const payload = startOf(url);
  if (payload !== null) return phone.start(payload);
  return window.open(url, "_blank", "noopener");
}

/** Without a clipboard (a page over plain HTTP from another machine) the text is at least shown. */
async function copyText(text) {
  await navigator.clipboard?.writeText(text);
  toast(t("linkCopied", { text }));
}

/** The reply keyboard now standing in a chat: `{message, markup}`, or `null` when there is none or it was taken away. */
export function standingKeyboard(messages) {
  const message = messages.findLast((candidate) => candidate.keyboard);
  const markup = message?.keyboard;
  if (!markup || markup.remove_keyboard || !markup.keyboard) return null;
  return { message, markup };
}

export function replyKeyboard({ markup }, pressed) {
  const rows = markup.keyboard.map((row) => h("div", { class: "row" }, row.map((button) => {
    const spec = typeof button === "string" ? { text: button } : button;
    return h("button", { type: "button", data: { role: "reply-button" }, onclick: () => pressed(spec) }, spec.text);
  })));
  return h("div", { class: "reply-keyboard", data: { role: "reply-keyboard" }, "aria-label": t("keyboard") }, rows);
}
