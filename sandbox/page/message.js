// One message (or one album) as a bubble with its name, quote, body, reactions and buttons.

import { h, iconButton } from "./dom.js";
import { richText } from "./entities.js";
import { inlineKeyboard } from "./keyboards.js";
import { album, attachment, isWall } from "./media.js";
import { fullName, originName, senderName, startOf, summary } from "./names.js";
import { store } from "./store.js";
import { fromUnix, fullTime, timeOfDay } from "./time.js";
import { language, t } from "./words.js";

/** A list item for `group` (one message, or the messages of an album), as `phone` shows it. */
export function messageItem(group, phone) {
  const [first] = group;
  const service = serviceText(first);
  if (service) return h("li", { class: "service", data: { role: "service", message: first.message_id } }, service);
  const mine = first.from?.id === phone.personId && !first.sender_chat;
  return h("li", {
    class: mine ? "message mine" : "message",
    data: { role: "message", message: first.message_id, from: mine ? "me" : "other" },
    oncontextmenu: (event) => phone.openMenu(event, first, mine),
  }, bubble(group, phone, mine), inlineKeyboard(first, phone));
}

function bubble(group, phone, mine) {
  const [first] = group;
  const told = group.find((message) => message.caption) ?? first;
  const text = told.text ?? told.caption;
  return h("div", { class: isWall(first) && !text ? "bubble bare" : "bubble" },
    !mine && phone.chatId < 0 && h("span", { class: "sender" }, senderName(first)),
    first.forward_origin && h("span", { class: "origin" }, t("forwarded", { name: originName(first.forward_origin) })),
    first.via_bot && h("span", { class: "origin" }, t("via", { name: fullName(first.via_bot) })),
    quoteOf(first, phone),
    group.length > 1 ? groupBody(group) : attachment(first),
    text && h("div", { class: "text", data: { role: "text" } }, richText(text, told.entities ?? told.caption_entities, actions(phone))),
    !text && !attachment(first) && h("div", { class: "text muted" }, t("unknown")),
    reactionsOf(first),
    meta(first, (event) => phone.openMenu(event, first, mine)));
}

function groupBody(group) {
  if (group.every(isWall)) return album(group);
  return group.map((message) => h("div", { data: { role: "album-item", message: message.message_id } }, attachment(message)));
}

function actions(phone) {
  return {
    command: (text) => phone.say(text),
    start: (payload) => phone.start(payload),
    startOf,
  };
}

function quoteOf(message, phone) {
  const replied = message.reply_to_message;
  // In a forum every message answers the topic's first one: a quote of that would say nothing.
  if (!replied || replied.forum_topic_created) return null;
  const current = store.message(phone.chatId, replied.message_id) ?? replied;
  return h("button", { type: "button", class: "quote", data: { role: "quote" }, onclick: () => phone.showMessage(replied.message_id) },
    h("strong", {}, senderName(current)), h("span", {}, message.quote?.text ?? summary(current)));
}

function reactionsOf(message) {
  const counts = new Map();
  for (const emoji of Object.values(message.reactions ?? {})) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  if (counts.size === 0) return null;
  const chips = [...counts].map(([emoji, n]) => h("span", { class: "reaction" }, n > 1 ? `${emoji} ${n}` : emoji));
  return h("span", { class: "reactions", data: { role: "reactions" } }, chips);
}

function meta(message, openMenu) {
  const sent = fromUnix(message.date);
  return h("span", { class: "meta" }, iconButton("more", t("messageMenu"), openMenu, { data: { role: "message-menu" } }),
    message.edit_date && h("span", { data: { role: "edited" } }, t("edited")),
    h("time", { datetime: sent.toISOString(), title: fullTime(sent) }, timeOfDay(sent)));
}

const SERVICE = {
  new_chat_members: ({ new_chat_members: people }) => t("joined", { names: people.map(fullName).join(language === "zh" ? "、" : ", ") }),
  left_chat_member: ({ left_chat_member: person }) => t("left", { name: fullName(person) }),
  pinned_message: (message) => t("pinnedBy", { name: senderName(message) }),
  new_chat_title: ({ new_chat_title: title }) => t("titled", { title }),
  group_chat_created: () => t("created"),
  supergroup_chat_created: () => t("created"),
  channel_chat_created: () => t("created"),
  forum_topic_created: ({ forum_topic_created: topic }) => t("topicCreated", { name: topic.name }),
  forum_topic_edited: ({ forum_topic_edited: topic }) => t("topicEdited", { name: topic.name ?? "" }),
  forum_topic_closed: () => t("topicClosed"),
  forum_topic_reopened: () => t("topicReopened"),
};

function serviceText(message) {
  const kind = Object.keys(SERVICE).find((name) => message[name]);
  return kind ? SERVICE[kind](message) : null;
}

/** Topics of a forum by their thread id, as its service messages tell them; closed ones have a lock. */
export function topicsOf(messages) {
  const topics = new Map();
  const closed = new Set();
  for (const message of messages) {
    const thread = message.message_thread_id;
    const topic = message.forum_topic_created ?? message.forum_topic_edited;
    if (topic?.name) topics.set(thread, topic.name);
    if (message.forum_topic_closed) closed.add(thread);
    if (message.forum_topic_reopened) closed.delete(thread);
  }
  for (const thread of closed) topics.set(thread, `🔒 ${topics.get(thread) ?? thread}`);
  return topics;
}

