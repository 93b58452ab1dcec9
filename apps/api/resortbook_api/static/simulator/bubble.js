// One message: its bubble, what it carries, and the buttons that belong to it.

import { el, hidden, icon } from "./dom.js";
import { marked, plain } from "./markup.js";
import { timeOf } from "./moments.js";

const LONG_PRESS = 500;
const { resort } = document.body.dataset;

// `message` is as the API shows it, with `beside` (what came with it) and `quoted` (the message
// that it answers); `on` has what happens when something in it is chosen.
export function bubble(message, on) {
  const isOut = message.direction === "out";
  const card = el(
    "div",
    { class: "bubble" },
    hidden(isOut ? `${resort}: ` : "You: "),
    message.template && tag(message.template),
    message.quoted && quote(message.quoted, on),
    ...carried(message.beside),
    words(message),
    foot(message, isOut),
  );
  const row = el(
    "div",
    { class: `row ${isOut ? "from-resort" : "from-guest"}`, "data-id": message.id },
    el("div", { class: "said" }, card, replyButton(message, on)),
    choices(message, on),
  );
  if (!isOut && !message.id) row.classList.add("is-waiting");
  onLongPress(card, () => on.reply(message));
  return row;
}

export function snippet(message) {
  return plain(message.body) || kindOf(message.beside) || "No text";
}

function words({ body, beside }) {
  if (body) return el("p", { class: "words" }, ...marked(body));
  return kindOf(beside) ? null : el("p", { class: "words is-empty" }, "No text");
}

function kindOf({ media, location } = {}) {
  if (location) return "Location";
  return media?.length ? "Photo" : "";
}

function foot(message, isOut) {
  const at = new Date(message.created_at);
  return el(
    "span",
    { class: "foot" },
    el("time", { datetime: message.created_at }, timeOf(at)),
    isOut ? null : el("span", { class: "ticks" }, icon("waiting"), icon("sent"), icon("taken")),
  );
}

function tag(template) {
  const name = template.replaceAll("_", " ").toLowerCase();
  const why = "Outside of WhatsApp's 24-hour window only approved templates go out";
  return el("span", { class: "tag", title: why }, `Template · ${name}`);
}

function quote(quoted, on) {
  const author = quoted.direction === "out" ? resort : "You";
  return el(
    "button",
    { type: "button", class: "quote", onclick: () => on.find(quoted) },
    el("strong", {}, author),
    el("span", {}, snippet(quoted)),
  );
}

function carried({ media = [], location } = {}) {
  const shown = media.map(({ url }) => picture(url));
  if (location) {
    const { latitude, longitude } = location;
    const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
    shown.push(el("div", { class: "place" }, icon("pin"), el("span", {}, "Location", el("small", {}, where))));
  }
  return shown;
}

function picture(url) {
  // Pictures of this server alone are shown: the page may load no other.
  const { pathname } = new URL(url, location.href);
  return el("img", { class: "picture", src: pathname, alt: "Photo" });
}

function replyButton(message, on) {
  const label = `Reply to: ${snippet(message)}`;
  const button = { type: "button", class: "reply", "aria-label": label, title: "Reply" };
  return el("button", { ...button, onclick: () => on.reply(message) }, icon("reply"));
}

function choices(message, on) {
  const shown = (message.buttons ?? []).map((one) => choice(one.title, "back", () => on.tap(one)));
  if (message.list?.length) {
    shown.push(choice("See the choices", "list", () => on.open(message)));
  }
  const code = message.template === "SIGN_IN_CODE" && /\b\d{6}\b/.exec(message.body);
  if (code && navigator.clipboard) {
    shown.push(choice("Copy code", "taken", () => navigator.clipboard.writeText(code[0])));
  }
  return shown.length ? el("div", { class: "choices-below" }, ...shown) : null;
}

function choice(title, picture, chosen) {
  const pressed = (event) => {
    event.currentTarget.classList.add("is-spent");
    chosen();
  };
  return el("button", { type: "button", class: "choice", onclick: pressed }, icon(picture), title);
}

function onLongPress(card, chosen) {
  let timer = 0;
  const end = () => clearTimeout(timer);
  card.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") timer = setTimeout(chosen, LONG_PRESS);
  });
  for (const kind of ["pointerup", "pointercancel", "pointermove", "pointerleave"]) {
    card.addEventListener(kind, end);
  }
  card.addEventListener("contextmenu", (event) => {
    if (matchMedia("(pointer: coarse)").matches) event.preventDefault();
  });
}
