// Times as the sandbox's clock tells them, in the committee's zone wherever the browser stands.

import { locale, t } from "./words.js";

// Reminders and deadlines are told in the committee's zone; a reader elsewhere would otherwise see 9 o'clock as 2.
const zone = new URLSearchParams(location.search).get("tz") ?? "Asia/Shanghai";
const DAY = 86_400;

const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
const hourMinute = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dayThisYear = format({ month: "long", day: "numeric", weekday: "short" });
const dayAnyYear = format({ year: "numeric", month: "long", day: "numeric", weekday: "short" });
const full = format({ dateStyle: "long", timeStyle: "medium" });
const numbers = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });

/** The difference between the sandbox's clock and this browser's, in milliseconds. */
let ahead = 0;

export function setClock(iso) {
  ahead = new Date(iso).getTime() - Date.now();
}

export function now() {
  return new Date(Date.now() + ahead);
}

export const fromUnix = (seconds) => new Date(seconds * 1000);
export const timeOfDay = (date) => hourMinute.format(date);
export const longDay = (date) => dayAnyYear.format(date);
export const fullTime = (date) => full.format(date);

/** `2026-11-22` in the committee's zone: equal for two moments of one day. */
export const dayKey = (date) => numbers.format(date);

export function dayLabel(date) {
  const key = dayKey(date);
  if (key === dayKey(now())) return t("today");
  if (key === dayKey(new Date(now().getTime() - DAY * 1000))) return t("yesterday");
  return key.slice(0, 4) === dayKey(now()).slice(0, 4) ? dayThisYear.format(date) : dayAnyYear.format(date);
}

/** Seconds from `date` to the same day and time of the next month; 31 January goes to the last day of February. */
export function secondsToNextMonth(date) {
  const [year, month, day] = dayKey(date).split("-").map(Number);
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const target = Date.UTC(year, month, Math.min(day, lastOfNext));
  return (target - Date.UTC(year, month - 1, day)) / 1000;
}

export function minutesSeconds(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
