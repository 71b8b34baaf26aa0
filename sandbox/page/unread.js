// How many messages each person has not looked at since the page was opened.

import { store } from "./store.js";

const counts = new Map();
const key = (person, chat) => `${person} ${chat}`;

export const unread = (person, chat) => counts.get(key(person, chat)) ?? 0;

export function markRead(person, chat) {
  if (counts.delete(key(person, chat))) store.tell("unread");
}

store.addEventListener("arrived", ({ detail: { chat, message } }) => {
  const readers = chat > 0 ? [chat] : [...store.people.keys()].filter((person) => store.chatsOf(person).includes(chat));
  for (const person of readers) {
    if (message.from?.id !== person) counts.set(key(person, chat), unread(person, chat) + 1);
  }
  store.tell("unread");
});
