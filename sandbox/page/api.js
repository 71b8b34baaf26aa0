// The control interface of the sandbox, as sandbox/README.md describes it.

const RETRY_AFTER_MS = [300, 700, 1500, 3000];
// The server holds an answer to a pressed button back until the bot has answered it, for this long at most.
const WAIT_FOR_ANSWER = 15;

export class Refused extends Error {}

async function ask(path, options) {
  const response = await fetch(`control/${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.error);
  return answer;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const state = () => ask("state");
export const say = (body) => post("say", body);
export const edit = (body) => post("edit", body);
export const remove = (body) => post("delete", body);
export const forward = (body) => post("forward", body);
export const react = (body) => post("react", body);
export const block = (user) => post("block", { user });
export const unblock = (user) => post("unblock", { user });
export const press = (body) => post("press", { wait: WAIT_FOR_ANSWER, ...body });
export const moveClock = (body) => post("clock", body);
export const fileUrl = (fileId) => `control/file/${encodeURIComponent(fileId)}`;

/** Sends anything but text; a `file` (File or Blob) makes it a multipart form. */
export function send({ file, ...fields }) {
  if (!file) return post("send", fields);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
  form.append("file", file, file.name);
  return ask("send", { method: "POST", body: form });
}

/**
 * Follows the server's events, and comes back by itself when the connection breaks.
 *
 * Each connection begins with the whole state and goes on with the events after it (`?after=n`): nothing is missed, and a
 * server that was started anew meanwhile, counting from 1 again, is understood too.
 */
export function follow({ load, apply, connected, lost }) {
  let tries = 0;
  const again = () => {
    lost();
    setTimeout(connect, RETRY_AFTER_MS[Math.min(tries++, RETRY_AFTER_MS.length - 1)]);
  };
  const connect = async () => {
    try {
      const whole = await state();
      load(whole);
      listen(whole.event);
    } catch {
      again();
    }
  };
  const listen = (after) => {
    const source = new EventSource(`control/events?after=${after}`);
    source.onopen = () => {
      tries = 0;
      connected();
    };
    source.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (event.type !== "reset") return apply(event);
      source.close();
      return connect();
    };
    source.onerror = () => {
      source.close();
      again();
    };
  };
  connect();
}
