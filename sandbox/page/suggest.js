// Commands that this person may give, offered while "/" is being typed.

import { fill, h } from "./dom.js";
import { t } from "./words.js";

let lists = 0;

export class Suggestions {
  commands = [];
  #input;
  #chosen;
  #shown = [];
  #active = 0;
  #id = `commands-${(lists += 1)}`;
  node = h("ul", { class: "suggestions", id: this.#id, role: "listbox", "aria-label": t("commands"), data: { role: "suggestions" }, hidden: true });

  /** `chosen(text, finish)` is called with "/command"; `finish` is false when the person wants to write on behind it. */
  constructor(input, chosen) {
    this.#input = input;
    this.#chosen = chosen;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": this.#id })) {
      input.setAttribute(name, value);
    }
  }

  update() {
    const typed = /^\/(\w*)$/.exec(this.#input.value)?.[1];
    this.#shown = typed === undefined ? [] : this.commands.filter(({ command }) => command.startsWith(typed.toLowerCase()));
    // The one typed in full goes first: Enter must not turn /letter into /letters.
    this.#shown.sort((a, b) => (b.command === typed) - (a.command === typed));
    this.#active = 0;
    this.#render();
  }

  /** Says whether the key was meant for the list. */
  key(event) {
    const act = this.#shown.length > 0 && KEYS[event.key];
    if (!act || event.shiftKey) return false;
    event.preventDefault();
    act(this);
    return true;
  }

  move(step) {
    this.#active = (this.#active + step + this.#shown.length) % this.#shown.length;
    this.#render();
  }

  choose(finish, index = this.#active) {
    const { command } = this.#shown[index];
    this.hide();
    this.#chosen(`/${command}`, finish);
  }

  hide() {
    this.#shown = [];
    this.#render();
  }

  #render() {
    const open = this.#shown.length > 0;
    this.node.hidden = !open;
    this.#input.setAttribute("aria-expanded", String(open));
    this.#input.setAttribute("aria-activedescendant", open ? `${this.#id}-${this.#active}` : "");
    fill(this.node, this.#shown.map((command, i) => this.#option(command, i)));
    this.node.children[this.#active]?.scrollIntoView({ block: "nearest" });
  }

  #option({ command, description }, i) {
    return h("li", {
      role: "option", id: `${this.#id}-${i}`, "aria-selected": String(i === this.#active), data: { role: "suggestion", command },
      // Pressing must not take the focus from the text.
      onmousedown: (event) => event.preventDefault(),
      onclick: () => this.choose(true, i),
    }, h("strong", {}, `/${command}`), h("span", {}, description));
  }
}

const KEYS = {
  ArrowDown: (list) => list.move(1),
  ArrowUp: (list) => list.move(-1),
  Enter: (list) => list.choose(true),
  Tab: (list) => list.choose(false),
  Escape: (list) => list.hide(),
};
