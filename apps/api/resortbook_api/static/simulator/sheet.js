// Sheets that come up from the bottom of a phone: a list to choose from, things to send.

import { el, icon } from "./dom.js";

// Shows a sheet in `phone`; what lies behind it is out of reach until it closes.
export function openSheet(phone, title, ...content) {
  const before = document.activeElement;
  const chat = phone.querySelector(".chat");
  const close = () => {
    chat.inert = false;
    sheet.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  const closing = { type: "button", class: "round", "aria-label": "Close", onclick: close };
  const panel = el(
    "div",
    { class: "panel", role: "dialog", "aria-label": title },
    el("header", {}, el("h2", {}, title), el("button", closing, icon("close"))),
    el("div", { class: "panel-content" }, ...content.map((make) => make(close))),
  );
  const sheet = el("div", { class: "sheet" }, el("div", { class: "veil", onclick: close }), panel);
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  chat.inert = true;
  phone.append(sheet);
  (panel.querySelector("input, .option") ?? panel.querySelector("button")).focus();
  return close;
}

export function listSheet(phone, rows, chosen) {
  openSheet(phone, "Choose one", (close) => {
    const pick = (row) => () => {
      close();
      chosen(row);
    };
    return el("ul", { class: "options" }, ...rows.map((row) => el("li", {}, option(row, pick(row)))));
  });
}

export function attachSheet(phone, { photo, place }) {
  openSheet(phone, "Send", (close) => {
    const after = (next) => () => {
      close();
      next();
    };
    return el(
      "ul",
      { class: "options" },
      el("li", {}, option({ title: "Photo", picture: "photo" }, after(photo))),
      el("li", {}, option({ title: "Location", picture: "pin" }, after(place))),
    );
  });
}

export function photoSheet(phone, pictures, chosen) {
  openSheet(phone, "Send a photo", (close) => {
    if (!pictures.length) return el("p", { class: "nothing" }, "There are no pictures here yet.");
    const pick = (picture) => () => {
      close();
      chosen(picture);
    };
    const thumb = (picture) =>
      el(
        "button",
        { type: "button", class: "thumb option", onclick: pick(picture) },
        el("img", { src: new URL(picture.url).pathname, alt: picture.name, loading: "lazy" }),
      );
    return el("div", { class: "thumbs" }, ...pictures.map(thumb));
  });
}

export function placeSheet(phone, chosen) {
  openSheet(phone, "Send a location", (close) => {
    const sent = (event) => {
      event.preventDefault();
      const { latitude, longitude } = event.target.elements;
      close();
      chosen({ latitude: Number(latitude.value), longitude: Number(longitude.value) });
    };
    return el(
      "form",
      { class: "place-form", onsubmit: sent },
      degrees("Latitude", "latitude", 21.1332, 90),
      degrees("Longitude", "longitude", -86.7476, 180),
      el("button", { type: "submit", class: "main" }, icon("pin"), "Send this place"),
    );
  });
}

function degrees(label, name, value, most) {
  const how = { name, value, min: -most, max: most, type: "number", step: "any", required: true };
  return el("label", {}, label, el("input", how));
}

function option({ title, description, picture }, chosen) {
  return el(
    "button",
    { type: "button", class: "option", onclick: chosen },
    picture ? icon(picture) : null,
    el("span", {}, title, description ? el("small", {}, description) : null),
  );
}
