// Short notices: a toast that goes away by itself, an alert that waits to be read.

import { byRole, h } from "./dom.js";
import { t } from "./words.js";

const SHOWN_MS = 4500;

export function toast(text) {
  const node = h("p", { class: "toast", data: { role: "toast" } }, text);
  byRole("toasts").append(node);
  setTimeout(() => node.remove(), SHOWN_MS);
}

export function alertBox(text) {
  const dialog = h("dialog", { class: "alert", data: { role: "alert" } }, h("p", {}, text),
    h("form", { method: "dialog" }, h("button", { class: "primary", data: { role: "alert-ok" } }, t("ok"))));
  show(dialog);
}

/** Asks for a place; answers `{latitude, longitude}`, or `null` when it was cancelled. */
export function askPlace({ latitude, longitude }) {
  const field = (name, label, value) => h("label", {}, label, h("input", { name, value, type: "number", step: "any", required: true }));
  const form = h("form", { method: "dialog" }, field("latitude", t("latitude"), latitude), field("longitude", t("longitude"), longitude),
    h("div", { class: "buttons" },
      h("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
      h("button", { class: "primary", value: "send", data: { role: "place-send" } }, t("send"))));
  const dialog = h("dialog", { class: "alert", "aria-label": t("pickLocation") }, h("h2", {}, t("pickLocation")), form);
  show(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      const entered = new FormData(form);
      const place = { latitude: Number(entered.get("latitude")), longitude: Number(entered.get("longitude")) };
      resolve(dialog.returnValue === "send" ? place : null);
    });
  });
}

function show(dialog) {
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Runs what a person asked for; a refusal of the server is shown to them instead of being lost in the console. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error instanceof TypeError ? t("unreachable") : error.message);
    return undefined;
  }
}
