// Files chosen but not yet sent, with small pictures of them.

import { h, fill, icon, iconButton } from "./dom.js";
import { t } from "./words.js";

// As in Telegram: an album holds ten.
const MOST = 10;

export class Attachments {
  #changed;
  #chosen = [];
  #picker = h("input", { type: "file", multiple: true, hidden: true, data: { role: "file-input" } });
  #tray = h("ul", { class: "tray", data: { role: "tray" }, hidden: true });
  node = h("div", {}, this.#picker, this.#tray);

  constructor(changed) {
    this.#changed = changed;
  }

  get empty() {
    return this.#chosen.length === 0;
  }

  pick(kind, accept) {
    this.#picker.accept = accept;
    this.#picker.onchange = () => {
      for (const file of this.#picker.files) this.#add(kind, file);
      this.#picker.value = "";
    };
    this.#picker.click();
  }

  paste(event) {
    for (const file of event.clipboardData.files) this.#add(file.type.startsWith("image/") ? "photo" : "document", file);
  }

  /** Hands the chosen files over: `[{kind, file}]`. */
  take() {
    const taken = this.#chosen;
    for (const { preview } of taken) if (preview) URL.revokeObjectURL(preview);
    this.#set([]);
    return taken;
  }

  #add(wanted, file) {
    const kind = wanted === "photo" && file.type.startsWith("video/") ? "video" : wanted;
    const preview = kind === "photo" ? URL.createObjectURL(file) : null;
    this.#set([...this.#chosen, { kind, file, preview }].slice(0, MOST));
  }

  #set(chosen) {
    this.#chosen = chosen;
    this.#tray.hidden = chosen.length === 0;
    fill(this.#tray, chosen.map((entry) => this.#item(entry)));
    this.#changed();
  }

  #item(entry) {
    const { file, preview } = entry;
    const picture = preview ? h("img", { src: preview, alt: "" }) : h("span", { class: "thumb" }, icon("file"));
    return h("li", { data: { role: "tray-item" }, title: file.name }, picture, h("span", { class: "small" }, file.name),
      iconButton("close", t("removeFile", { name: file.name }), () => this.#set(this.#chosen.filter((other) => other !== entry))));
  }
}
