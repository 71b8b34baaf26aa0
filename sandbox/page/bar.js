// The page's header: what this is, the sandbox's clock, the language.

import * as api from "./api.js";
import { byRole, fill, h, icon, iconButton } from "./dom.js";
import { attempt } from "./notices.js";
import { store } from "./store.js";
import { longDay, now, secondsToNextMonth, timeOfDay } from "./time.js";
import { language, switchLanguage, t } from "./words.js";

const HOUR = 3600;
const DAY = 24 * HOUR;

export function drawBar(toggleRoster) {
  const day = h("span", { class: "clock-day", data: { role: "clock-date" } });
  const time = h("strong", { data: { role: "clock-time" } });
  const tick = () => {
    fill(day, yearApart(longDay(now())));
    time.textContent = timeOfDay(now());
  };
  store.addEventListener("clock", tick);
  setInterval(tick, 1000);
  fill(byRole("bar"),
    iconButton("list", t("people"), toggleRoster, { data: { role: "roster-toggle" } }),
    h("div", { class: "brand" }, icon("bridge"), h("h1", {}, t("title")), h("span", { class: "small" }, t("subtitle"))),
    h("div", { class: "clock", role: "group", "aria-label": t("clock"), data: { role: "clock" } },
      h("span", { class: "clock-now" }, day, time),
      mover("plusHour", "clock-hour", () => ({ advance: HOUR })),
      mover("plusDay", "clock-day", () => ({ advance: DAY })),
      mover("plusMonth", "clock-month", () => ({ advance: secondsToNextMonth(now()) })),
      iconButton("reset", t("resetClock"), () => attempt(() => api.moveClock({ reset: true })), { data: { role: "clock-reset" } })),
    h("button", {
      type: "button", class: "plain", "aria-label": t("otherLanguage"), lang: language === "zh" ? "en" : "zh-CN", onclick: switchLanguage, data: { role: "language" },
    }, label("otherLanguage")));
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = `${t("title")} · ${t("subtitle")}`;
}

/** On a narrow screen the year gives way: it is wrapped to be hidden there. */
function yearApart(text) {
  const [before, year, after] = text.split(/(\d{4}年?)/);
  return [before, h("span", { class: "year" }, year), after];
}

function mover(word, role, by) {
  return h("button", {
    type: "button", class: "plain", "aria-label": t(word), data: { role }, onclick: () => attempt(() => api.moveClock(by())),
  }, label(word));
}

/** The words of a button, and the few that stand for them on a narrow screen. */
const label = (word) => [h("span", { class: "long" }, t(word)), h("span", { class: "short" }, t(`${word}Short`))];
