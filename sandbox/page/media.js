// Photos, voices, files and the other things a message can carry.

import { fileUrl } from "./api.js";
import { fill, h, icon } from "./dom.js";
import { fullName } from "./names.js";
import { minutesSeconds } from "./time.js";
import { t } from "./words.js";

const BUBBLE_PIXELS = 320;

/** The node for what `message` carries besides text, or `null`. */
export function attachment(message) {
  const kind = ORDER.find((name) => message[name]);
  return kind ? SHOW[kind](message[kind], message) : null;
}

const SHOW = {
  photo: (sizes) => photo(sizes),
  voice: (voice) => player(voice, t("voice")),
  audio: (audio) => player(audio, audio.title ?? audio.file_name ?? t("audio")),
  animation: (file) => video(file, { loop: true, muted: true, autoplay: !calm() }),
  video: (file) => video(file),
  video_note: (file) => video(file, { class: "round-video" }),
  document: (file) => documentLink(file),
  sticker: (sticker) => h("p", { class: "sticker" }, sticker.emoji ?? t("sticker")),
  dice: (dice) => h("p", { class: "sticker" }, `${dice.emoji} ${dice.value}`),
  venue: (venue) => place(venue.location, venue.title, venue.address),
  location: (location) => place(location, t("location")),
  contact: (contact) => contactCard(contact),
  poll: (poll) => pollCard(poll),
};

// An animation also comes as a document, and a venue as a location: the more telling one goes first.
const ORDER = Object.keys(SHOW);

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function photo(sizes, { caption = "" } = {}) {
  const largest = sizes.at(-1);
  const shown = sizes.find((size) => size.width >= BUBBLE_PIXELS) ?? largest;
  const image = h("img", {
    src: fileUrl(shown.file_id), alt: caption || t("photo"), width: shown.width, height: shown.height, decoding: "async",
  });
  return h("button", {
    type: "button", class: "photo", "aria-label": t("openPhoto"), onclick: () => openLarge(fileUrl(largest.file_id), image.alt),
  }, image);
}

/** Several photos or videos sent together, as one picture wall. */
export function album(messages) {
  const cells = messages.map((message) =>
    h("div", { class: "cell", data: { message: message.message_id, role: "album-item" } }, attachment(message)));
  return h("div", { class: "album", data: { role: "album", count: messages.length }, "aria-label": t("album", { n: messages.length }) }, cells);
}

export function isWall(message) {
  return Boolean(message.photo || message.video);
}

function openLarge(source, alt) {
  const dialog = h("dialog", { class: "lightbox", "aria-label": alt, data: { role: "lightbox" }, onclick: () => dialog.close() },
    h("img", { src: source, alt }));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function player(file, label) {
  const sound = new Audio();
  sound.preload = "none";
  const bar = h("progress", { max: 1, value: 0, "aria-hidden": "true" });
  const time = h("span", { class: "duration" }, minutesSeconds(file.duration ?? 0));
  const toggle = h("button", { type: "button", class: "round filled", onclick: () => (sound.paused ? play() : sound.pause()) });
  const show = () => {
    toggle.setAttribute("aria-label", `${t(sound.paused ? "play" : "pauseSound")}: ${label}`);
    fill(toggle, icon(sound.paused ? "play" : "pause"));
  };
  const play = () => {
    if (!sound.src) sound.src = fileUrl(file.file_id);
    // A voice of an unknown format can't be played; the button then just stays as it was.
    sound.play().catch(show);
  };
  for (const name of ["play", "pause", "ended"]) sound.addEventListener(name, show);
  sound.addEventListener("timeupdate", () => {
    bar.value = sound.currentTime / (Number.isFinite(sound.duration) ? sound.duration : file.duration || 1);
  });
  show();
  return h("div", { class: "player" }, toggle, h("span", { class: "grow" }, h("span", { class: "name" }, label), bar), time);
}

function video(file, props = {}) {
  return h("video", { src: fileUrl(file.file_id), controls: true, preload: "metadata", playsinline: true, ...props });
}

function documentLink(file) {
  const name = file.file_name ?? t("document");
  return h("a", { class: "file", href: fileUrl(file.file_id), download: name, title: t("download") },
    h("span", { class: "round filled" }, icon("file")),
    h("span", { class: "grow" }, h("span", { class: "name" }, name), h("span", { class: "small" }, sizeText(file.file_size))));
}

export function sizeText(bytes = 0) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

// No map is fetched: the sandbox works without a network.
function place({ latitude, longitude }, title, address = "") {
  return h("div", { class: "place" }, h("div", { class: "map", "aria-hidden": "true" }, icon("location")),
    h("span", { class: "name" }, title), address && h("span", {}, address),
    h("span", { class: "small" }, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`));
}

function contactCard(contact) {
  return h("div", { class: "file" }, h("span", { class: "round filled" }, icon("contact")),
    h("span", { class: "grow" }, h("span", { class: "name" }, fullName(contact)), h("span", { class: "small" }, contact.phone_number)));
}

function pollCard(poll) {
  const kind = t(poll.type === "quiz" ? "quiz" : poll.is_anonymous ? "anonymousPoll" : "openPoll");
  const options = poll.options.map((option) => h("li", {}, h("span", {}, option.text),
    h("span", { class: "small" }, t("votes", { n: option.voter_count ?? 0 }))));
  return h("div", { class: "poll" }, h("strong", {}, poll.question),
    h("span", { class: "small" }, poll.is_closed ? `${kind} · ${t("closedPoll")}` : kind), h("ul", {}, options));
}
