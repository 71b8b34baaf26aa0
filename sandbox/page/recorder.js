// Recording a voice message with the device's microphone.

import { fill, h, iconButton } from "./dom.js";
import { toast } from "./notices.js";
import { minutesSeconds } from "./time.js";
import { t } from "./words.js";

const FORMATS = [["audio/ogg;codecs=opus", "ogg"], ["audio/webm;codecs=opus", "webm"], ["audio/mp4", "m4a"]];

export class RecordButton {
  #recorded;
  #running = null;
  node = h("span", { class: "recorder" });

  /** `recorded` is given the file and its length in seconds. */
  constructor(recorded) {
    this.#recorded = recorded;
    this.#render();
  }

  async #start() {
    const stream = await microphone();
    const format = stream && FORMATS.find(([mime]) => MediaRecorder.isTypeSupported(mime));
    if (!format) return toast(t("noMicrophone"));
    this.#run(stream, format);
    return undefined;
  }

  #run(stream, [mime, ending]) {
    const recorder = new MediaRecorder(stream, { mimeType: mime });
    const chunks = [];
    const began = performance.now();
    const seconds = () => Math.round((performance.now() - began) / 1000);
    recorder.ondataavailable = ({ data }) => chunks.push(data);
    recorder.onstop = () => {
      const { keep, length } = this.#running;
      this.#finish(stream);
      if (keep) this.#recorded(new File(chunks, `voice.${ending}`, { type: mime }), length);
    };
    const ticker = setInterval(() => this.#render(), 1000);
    this.#running = { recorder, seconds, ticker, keep: false, length: 0 };
    recorder.start();
    this.#render();
  }

  #stop(keep) {
    Object.assign(this.#running, { keep, length: Math.max(1, this.#running.seconds()) });
    this.#running.recorder.stop();
  }

  #finish(stream) {
    clearInterval(this.#running.ticker);
    for (const track of stream.getTracks()) track.stop();
    this.#running = null;
    this.#render();
  }

  #render() {
    if (!this.#running) {
      fill(this.node, iconButton("mic", t("record"), () => this.#start(), { data: { role: "record" } }));
      return;
    }
    fill(this.node, h("span", { class: "recording", role: "status" }, t("recording", { time: minutesSeconds(this.#running.seconds()) })),
      iconButton("close", t("cancelRecording"), () => this.#stop(false)),
      iconButton("stop", t("stopRecording"), () => this.#stop(true), { class: "round filled" }));
  }
}

/** `null` when there is none, or its use was not allowed. */
async function microphone() {
  if (!navigator.mediaDevices || !globalThis.MediaRecorder) return null;
  return navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
}
