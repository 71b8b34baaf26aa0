// What can be done with a message.

import * as api from "./api.js";
import { openMenu } from "./menu.js";
import { chatTitle } from "./names.js";
import { attempt, toast } from "./notices.js";
import { store } from "./store.js";
import { t } from "./words.js";

const EMOJI = ["👍", "❤️", "🙏", "👏", "😊"];

export function messageMenu(event, message, mine, phone, composer) {
  const at = { user: phone.personId, chat: phone.chatId, message: message.message_id };
  const text = message.text ?? message.caption;
  // A channel can be read from outside; all else needs being in the chat.
  if (!store.isIn(phone.chatId, phone.personId)) return openMenu(event, copyItems(text));
  const items = [
    { label: t("reply"), action: "reply", run: () => composer.replyTo(message) },
    mine && text !== undefined && { label: t("edit"), action: "edit", run: () => composer.edit(message) },
    { label: t("forward"), action: "forward", run: () => askWhere(event, message, phone) },
    ...copyItems(text),
    { label: t("remove"), action: "delete", run: () => attempt(() => api.remove(at)) },
  ];
  const quick = EMOJI.map((emoji) => ({
    label: emoji, title: t("react", { emoji }), action: "react", run: () => attempt(() => api.react({ ...at, emoji: given(message, phone, emoji) })),
  }));
  return openMenu(event, items.filter(Boolean), quick);
}

/** The same reaction once more takes it back. */
const given = (message, phone, emoji) => (message.reactions?.[phone.personId] === emoji ? null : emoji);

function askWhere(event, message, phone) {
  const writable = store.chatsOf(phone.personId).filter((chat) => store.maySpeak(chat, phone.personId));
  const body = { user: phone.personId, from_chat: phone.chatId, message: message.message_id };
  openMenu(event, writable.map((chat) => ({
    label: `${t("forwardTo")} ${chatTitle(chat)}`, action: "forward-to", run: () => attempt(() => api.forward({ ...body, chat })),
  })));
}

/** Browsers lend the clipboard to pages of this machine or over TLS only. */
function copyItems(text) {
  return text && navigator.clipboard ? [{ label: t("copy"), action: "copy", run: () => copy(text) }] : [];
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t("copied"));
}
