// Building the page from values. Text always becomes a text node: no function here takes HTML.

/** An element with properties and children; `null` and `false` are left out, so `condition && node` reads well. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...present(children));
  return node;
}

export function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Replaces all children of a node. */
export function fill(node, ...children) {
  node.replaceChildren(...present(children));
  return node;
}

export function byRole(role, root = document) {
  return root.querySelector(`[data-role="${role}"]`);
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "class") node.className = value;
  else node.setAttribute(name, value === true ? "" : value);
}

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  attach: "M8 12.5 14.5 6a3.2 3.2 0 0 1 4.5 4.5l-8.6 8.6a5 5 0 0 1-7-7L11 4.5",
  bridge: "M2 17c5-10 15-10 20 0M2 17h20M7 17v-5M12 17V9.6M17 17v-5",
  close: "M6 6l12 12M18 6 6 18",
  contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 20c1-4 4-6 8-6s7 2 8 6",
  down: "M6 9l6 6 6-6",
  file: "M6 3h8l4 4v14H6ZM14 3v4h4",
  keyboard: "M3 7h18v11H3ZM7 11h.01M11 11h.01M15 11h.01M8 15h8",
  list: "M4 6h16M4 12h16M4 18h16",
  location: "M12 21c5-6 7-8.500 7-12a7 7 0 0 0-14 0c0 3.500 2 6 7 12ZM12 11.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",
  mic: "M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3ZM6 12a6 6 0 0 0 12 0M12 18v3",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  pause: "M9 6v12M15 6v12",
  photo: "M4 5h16v14H4ZM4 16l5-5 4 4 3-2.500 4 3.500M15.500 9.500h.01",
  pin: "M9 4h6l-1 6 3 3H7l3-3ZM12 13v7",
  play: "M8 5.500v13l11-6.500Z",
  reset: "M4 5v5h5M4.600 10a8 8 0 1 1-.4 4",
  send: "M4 12 20 4l-5 16-4-6.500Z",
  stop: "M7 7h10v10H7Z",
};

/** A line drawing in the colour of the text around it; it says nothing to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A round button with a drawing; its label is what a screen reader says and what shows on hovering. */
export function iconButton(name, label, onclick, props = {}) {
  return h("button", { type: "button", class: "round", "aria-label": label, title: label, onclick, ...props }, icon(name));
}
