// What people and chats are called on the page, and the colour of their place in the committee.

import { store } from "./store.js";
import { t } from "./words.js";

const HUES = [
  ["jade", /群众|constituent|resident/i],
  ["indigo", /委员|member/i],
  ["amber", /办公室|office/i],
  ["rose", /主席|领导|leader|chair/i],
  ["slate", /部门|承办|department|staff|工委/i],
];

export function fullName(user) {
  return [user?.first_name, user?.last_name].filter(Boolean).join(" ");
}

/** The family name's letter or sign, as Chinese address books show it. */
export const initial = (name) => [...name][0] ?? "·";

/** The first part of a label: "委员" of "委员 · 农业界". */
export const station = (person) => (person?.label ?? "").split("·")[0].trim();

export function hue(person) {
  const label = person?.label ?? "";
  return HUES.find(([, words]) => words.test(station(person)))?.[0] ?? HUES.find(([, words]) => words.test(label))?.[0] ?? "slate";
}

export function chatTitle(id) {
  if (id > 0) return store.bot ? fullName(store.bot) : t("bot");
  return store.chats.get(id)?.title ?? String(id);
}

/** Who a message is from: a person, the bot, or the channel itself. */
export function senderName(message) {
  if (message.sender_chat) return message.sender_chat.title ?? chatTitle(message.sender_chat.id);
  return fullName(message.from) || chatTitle(message.chat.id);
}

export function originName(origin) {
  if (origin.type === "user") return fullName(origin.sender_user);
  if (origin.type === "hidden_user") return origin.sender_user_name;
  const chat = origin.chat ?? origin.sender_chat;
  return chat?.title ?? fullName(chat);
}

/** One line that stands for a whole message, in quotes and lists. */
export function summary(message) {
  const text = message.text ?? message.caption;
  if (text) return text.replaceAll("\n", " ");
  return t(KINDS.find(([field]) => message[field])?.[1] ?? "unknown");
}

const KINDS = [
  ["photo", "photo"], ["voice", "voice"], ["audio", "audio"], ["video_note", "videoNote"], ["video", "video"],
  ["animation", "animation"], ["document", "document"], ["sticker", "sticker"], ["venue", "location"],
  ["location", "location"], ["contact", "contact"], ["poll", "poll"], ["dice", "dice"],
];

/** The `x` of a link `t.me/<this bot>?start=x`; `null` for any other address. */
export function startOf(url) {
  const address = URL.canParse(url) ? new URL(url) : null;
  const own = address?.hostname === "t.me" && address.pathname.slice(1).toLowerCase() === store.bot?.username?.toLowerCase();
  return own ? address.searchParams.get("start") ?? "" : null;
}
