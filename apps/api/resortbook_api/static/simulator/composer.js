// The line in which a guest writes, with what is answered above it.

import { el, icon } from "./dom.js";
import { snippet } from "./bubble.js";

const LONGEST = 4_096;
const { resort } = document.body.dataset;

// `send(body, replyTo)` and `attach()` say what happens then.
export function composer(guest, { send, attach }) {
  let answered = null;
  const field = el("textarea", {
    rows: 1,
    maxlength: LONGEST,
    placeholder: "Message",
    "aria-label": `Write as ${guest.name}`,
    enterkeyhint: "send",
    autocomplete: "off",
  });
  const above = el("div", { class: "answered", hidden: true });
  const submit = () => {
    const body = field.value.trim();
    if (!body) return;
    send(body, takeAnswered());
    field.value = "";
    fit();
  };
  const fit = () => {
    // Emptied first, since a field never tells a height below its own.
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 120)}px`;
  };
  const answer = (message) => {
    answered = message;
    above.hidden = !message;
    above.replaceChildren(...(message ? preview(message) : []));
    if (message) field.focus();
  };
  const takeAnswered = () => {
    const message = answered;
    answer(null);
    return message;
  };
  const preview = (message) => [
    el("div", {}, el("strong", {}, message.direction === "out" ? resort : "You"), snippet(message)),
    round("Do not reply to it", "close", () => answer(null)),
  ];
  field.addEventListener("input", fit);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") answer(null);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  const form = el(
    "form",
    { class: "composer" },
    above,
    el(
      "div",
      { class: "line" },
      el("div", { class: "pill" }, round("Send a photo or a location", "attach", attach), field),
      el("button", { type: "submit", class: "send", "aria-label": "Send" }, icon("send")),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  return { form, answer, takeAnswered };
}

function round(label, picture, onclick) {
  return el("button", { type: "button", class: "round", "aria-label": label, onclick }, icon(picture));
}
