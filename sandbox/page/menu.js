// A small menu that opens where it was asked for, closes by Escape or a click beside it, and is walked with the arrows.

import { h } from "./dom.js";

const MARGIN = 8;

/** `items` are `{label, action, run}`; `quick` ones stand in one row on top (reactions). */
export function openMenu(event, items, quick = []) {
  event.preventDefault();
  const entry = ({ label, title, action, run }, className) => h("button", {
    type: "button", role: "menuitem", class: className, "aria-label": title ?? null, data: { role: "menu-item", action },
    onclick: () => {
      menu.hidePopover();
      run();
    },
  }, label);
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", data: { role: "menu" }, onkeydown: walk },
    quick.length > 0 && h("div", { class: "quick" }, quick.map((item) => entry(item, "emoji"))),
    items.map((item) => entry(item, "item")));
  menu.addEventListener("toggle", ({ newState }) => {
    if (newState === "closed") menu.remove();
  });
  document.body.append(menu);
  menu.showPopover();
  put(menu, anchorOf(event));
  menu.querySelector("button")?.focus();
}

/** A menu opened by the keyboard has no pointer to stand at: it stands at the button. */
function anchorOf(event) {
  if (event.clientX || event.clientY) return { x: event.clientX, y: event.clientY };
  const box = event.currentTarget.getBoundingClientRect();
  return { x: box.left, y: box.bottom };
}

function put(menu, { x, y }) {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN))}px`;
  menu.style.top = `${Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN))}px`;
}

function walk(event) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const next = buttons.indexOf(document.activeElement) + step;
  buttons.at(next % buttons.length).focus();
}
