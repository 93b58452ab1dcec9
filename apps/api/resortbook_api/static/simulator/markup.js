// WhatsApp's own marks (*bold*, _italic_, ~struck~, ```mono```) and links, as elements.

import { el } from "./dom.js";

const MARKED =
  /(?<link>https?:\/\/[^\s<>"]+)|```(?<mono>[^`]+)```|(?<![\p{L}\p{N}*_~])(?<mark>[*_~])(?=\S)(?<inner>[^\n]*?\S)\k<mark>(?![\p{L}\p{N}])/u;
const TAGS = { "*": "strong", _: "em", "~": "s" };

export function marked(text) {
  const nodes = [];
  let rest = text;
  for (let found = MARKED.exec(rest); found; found = MARKED.exec(rest)) {
    const { link, mono, mark, inner } = found.groups;
    nodes.push(rest.slice(0, found.index));
    let length = found[0].length;
    if (link) {
      const address = link.replace(/[.,;:!?)\]'…]+$/, "");
      length = address.length;
      nodes.push(linkTo(address));
    } else if (mono) {
      nodes.push(el("code", {}, mono));
    } else {
      nodes.push(el(TAGS[mark], {}, ...marked(inner)));
    }
    rest = rest.slice(found.index + length);
  }
  return [...nodes, rest];
}

function linkTo(address) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    return address;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return address;
  // A long address breaks where a part of it begins.
  const parts = address.split(/(?<=[^/]\/)(?=[^/])/).flatMap((part) => [part, el("wbr")]);
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, ...parts);
}

export function plain(text, longest = 120) {
  const line = text.replace(/\s+/g, " ").replace(/[*_~`]/g, "").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
