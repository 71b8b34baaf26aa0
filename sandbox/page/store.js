// What the page knows: people, chats and messages, kept in step with the server's events.

import * as api from "./api.js";
import { setClock } from "./time.js";

// `commands` and `chat` events do not carry all that changed, and come in bursts: one for each scope or chat.
const SETTLE_MS = 200;

/** Tells its listeners: `loaded`, `people`, `messages {chat}`, `arrived {chat, message}`, `action {chat, action}`, `clock`. */
class Store extends EventTarget {
  bot = null;
  description = "";
  people = new Map();
  chats = new Map();
  commands = {};
  /** chat id → message id → message, in the order of sending. */
  messages = new Map();
  pins = new Map();
  #settling = 0;

  /** Takes the whole state; messages that are new since the last time count as arrived. */
  load(state) {
    const before = this.messages;
    this.bot = state.bot;
    this.description = state.description ?? "";
    this.commands = state.commands;
    this.people = byId(state.people);
    this.chats = byId(state.chats);
    const lists = Object.entries(state.messages).map(([chat, list]) => [Number(chat), list]);
    this.messages = new Map(lists.map(([chat, list]) => [chat, byMessageId(list)]));
    this.pins = new Map(lists.map(([chat, list]) => [chat, lastPin(list)]));
    setClock(state.now);
    this.tell("loaded");
    this.tell("clock");
    if (before.size > 0) this.#tellMissed(before);
  }

  #tellMissed(before) {
    for (const [chat, messages] of this.messages) {
      for (const [id, message] of messages) if (!before.get(chat)?.has(id)) this.tell("arrived", { chat, message });
    }
  }

  apply(event) {
    APPLY[event.type]?.(this, event);
  }

  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  listOf(chat) {
    return [...(this.messages.get(chat)?.values() ?? [])];
  }

  message(chat, id) {
    return this.messages.get(chat)?.get(id);
  }

  put(chat, message) {
    if (!this.messages.has(chat)) this.messages.set(chat, new Map());
    const known = this.message(chat, message.message_id);
    this.messages.get(chat).set(message.message_id, known ? { ...kept(known), ...message } : message);
    if (message.pinned_message) this.pins.set(chat, message.pinned_message.message_id);
    this.tell("messages", { chat });
    return !known;
  }

  drop(chat, ids) {
    for (const id of ids) this.messages.get(chat)?.delete(id);
    this.tell("messages", { chat });
  }

  react(chat, id, from, emoji) {
    const message = this.message(chat, id);
    if (!message) return;
    const reactions = { ...message.reactions, [from]: emoji };
    if (!emoji) delete reactions[from];
    // A new object, so that the phones see that this message has to be drawn again.
    this.messages.get(chat).set(id, { ...message, reactions });
    this.tell("messages", { chat });
  }

  isIn(chatId, person) {
    return chatId === person || !AWAY.has(this.chats.get(chatId)?.members?.[person]);
  }

  /** May the person write in this chat? In a channel only those who run it do. */
  maySpeak(chatId, person) {
    const { type, members } = this.chatOf(chatId);
    return type !== "channel" || ["creator", "administrator"].includes(members?.[person]);
  }

  /** The person on whose phone a chat is read: one who is in it. */
  readerOf(chat) {
    return [...this.people.keys()].find((person) => this.isIn(chat.id, person)) ?? null;
  }

  /** The chats a person sees: the talk with the bot, their groups, and the channels, which are open to all. */
  chatsOf(person) {
    const others = [...this.chats.values()].filter((chat) => chat.type === "channel" || (chat.type !== "private" && this.isIn(chat.id, person)));
    return [person, ...others.map((chat) => chat.id)];
  }

  chatOf(id) {
    return this.chats.get(id) ?? { id, type: "private" };
  }

  /** Asks for commands and the members of chats again, once a burst of changes is over. */
  refreshSoon() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#refresh(), SETTLE_MS);
  }

  async #refresh() {
    const { commands, chats } = await api.state();
    this.commands = commands;
    for (const chat of chats) this.chats.set(chat.id, chat);
    this.tell("people");
  }
}

const APPLY = {
  message: (store, { chat_id, message }) => {
    if (store.put(chat_id, message)) store.tell("arrived", { chat: chat_id, message });
  },
  edited: (store, { chat_id, message }) => store.put(chat_id, message),
  deleted: (store, { chat_id, message_ids }) => store.drop(chat_id, message_ids),
  action: (store, { chat_id, action }) => store.tell("action", { chat: chat_id, action }),
  reaction: (store, { chat_id, message_id, from, emoji }) => store.react(chat_id, message_id, idOf(from), emoji),
  pinned: (store, { chat_id, message_id }) => {
    store.pins.set(chat_id, message_id ?? null);
    store.tell("messages", { chat: chat_id });
  },
  person: (store, { person }) => {
    store.people.set(person.id, person);
    store.tell("people");
  },
  chat: (store, { chat }) => {
    store.chats.set(chat.id, { ...store.chats.get(chat.id), ...chat });
    store.refreshSoon();
  },
  blocked: (store, { user, blocked }) => {
    const person = store.people.get(user);
    if (person) store.people.set(user, { ...person, blocked });
    store.tell("people");
  },
  commands: (store) => store.refreshSoon(),
  clock: (store, { now }) => {
    setClock(now);
    store.tell("clock");
  },
};

const byId = (list) => new Map(list.map((item) => [item.id, item]));
const byMessageId = (list) => new Map(list.map((message) => [message.message_id, message]));
const idOf = (from) => (typeof from === "object" ? from?.id : from);

/** Statuses of a ChatMember who is not there. */
const AWAY = new Set([undefined, "left", "kicked"]);

/** What the page added to a message itself, and an edit does not carry. */
const kept = ({ reactions, keyboard }) => ({ reactions, keyboard });

function lastPin(list) {
  return list.findLast((message) => message.pinned_message)?.pinned_message.message_id ?? null;
}

export const store = new Store();
