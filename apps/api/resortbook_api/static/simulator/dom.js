// Elements are made here and nowhere else: what people wrote goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  attach: "M12 5v14M5 12h14",
  back: "M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9l6 6 6-6",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.1M4 12h.1M4 18h.1",
  photo: "M4 7h3l2-3h6l2 3h3v12H4zM12 10a3.5 3.5 0 1 0 .1 0",
  pin: "M12 21c-5-6-7-9-7-12a7 7 0 0 1 14 0c0 3-2 6-7 12zM12 7a2.2 2.2 0 1 0 .1 0",
  reply: "M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v1",
  send: "M4 12 20 5l-5 15-3-6zM12 14l8-9",
  sent: "M5 13l4 4L19 7",
  taken: "M2 13l4 4L15 7M11 16l1 1L22 7",
  waiting: "M12 4a8 8 0 1 0 .1 0M12 8v4l3 2",
};

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

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

export function hidden(text) {
  return el("span", { class: "unseen" }, text);
}

export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...word][0].toUpperCase()).join("") || "?";
}
