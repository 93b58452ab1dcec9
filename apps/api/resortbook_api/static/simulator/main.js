// The page: who is simulated, their phones side by side, and the one that is looked at.

import { messagesOf } from "./api.js";
import { startClock } from "./clock.js";
import { el, initials } from "./dom.js";
import { plain } from "./markup.js";
import { guests, keepGuests } from "./memory.js";
import { timeOf } from "./moments.js";
import { Phone } from "./phone.js";

const MOST_GUESTS = 12;

const stage = document.getElementById("stage");
const list = document.getElementById("guests");
const told = document.getElementById("told");
const trouble = document.getElementById("trouble");
const newcomer = document.getElementById("newcomer");
const form = document.getElementById("newcomer-form");
const problem = document.getElementById("newcomer-problem");
const phones = [];

const eyes = new IntersectionObserver(look, { root: stage, threshold: 0.6 });
const on = { changed: showTab, failed: complain, well: () => complain(null), left: forget };

function begin() {
  for (const guest of guests()) add(guest);
  startClock({ moved: refresh, failed: complain });
  document.addEventListener("visibilitychange", () => document.hidden || followAll());
  document.getElementById("add-guest").addEventListener("click", ask);
  document.getElementById("newcomer-close").addEventListener("click", () => newcomer.close());
  form.addEventListener("submit", welcome);
  begun(new URLSearchParams(location.search).get("text"));
}

// A page that links here, as it would to WhatsApp, may have begun a message.
function begun(text) {
  const field = phones[0]?.composer.form.querySelector("textarea");
  if (!text || !field) return;
  field.value = text.slice(0, field.maxLength);
  field.dispatchEvent(new Event("input"));
}

function add(guest) {
  const phone = new Phone(guest, on);
  phone.tab = el(
    "button",
    { type: "button", onclick: () => visit(phone) },
    el("span", { class: `face face-${phones.length % 6}`, "aria-hidden": "true" }, initials(guest.name)),
    el("span", { class: "who" }, el("strong", {}, guest.name), el("small", {})),
    el("span", { class: "when" }, el("time", {}), el("b", { hidden: true })),
  );
  phones.push(phone);
  list.append(el("li", {}, phone.tab));
  stage.append(phone.element);
  eyes.observe(phone.element);
  showTab(phone);
  return phone;
}

function forget(phone) {
  phones.splice(phones.indexOf(phone), 1);
  phone.tab.closest("li").remove();
  keepGuests(phones.map(({ guest }) => guest));
}

function visit(phone) {
  phone.element.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "center" });
  if (matchMedia("(hover: hover)").matches) phone.composer.form.querySelector("textarea").focus({ preventScroll: true });
}

function look(entries) {
  for (const { target, isIntersecting } of entries) {
    const phone = phones.find(({ element }) => element === target);
    if (!phone) continue;
    const isOneOfMany = isIntersecting && stage.scrollWidth > stage.clientWidth;
    phone.tab.toggleAttribute("aria-current", isOneOfMany);
    phone.seen(isIntersecting);
    if (isOneOfMany) {
      list.scrollTo({ left: phone.tab.offsetLeft - list.clientWidth / 3, behavior: "smooth" });
    }
  }
}

function showTab(phone) {
  if (!phone.tab) return;
  const [last, time, unread] = ["small", "time", "b"].map((tag) => phone.tab.querySelector(tag));
  last.textContent = phone.latest ? plain(phone.latest.body, 60) || "No text" : phone.guest.address;
  time.textContent = phone.latest ? timeOf(new Date(phone.latest.created_at)) : "";
  unread.hidden = !phone.unread;
  unread.textContent = phone.unread;
  unread.setAttribute("aria-label", `${phone.unread} unread`);
}

function ask() {
  problem.textContent = "";
  form.reset();
  newcomer.showModal();
}

async function welcome(event) {
  event.preventDefault();
  const address = addressIn(form.elements.address.value);
  const name = form.elements.name.value.trim() || address;
  try {
    check(address);
    await messagesOf(address);
  } catch (error) {
    problem.textContent = error.message;
    return;
  }
  newcomer.close();
  const phone = add({ name, address });
  keepGuests(phones.map(({ guest }) => guest));
  visit(phone);
}

function addressIn(typed) {
  const text = typed.trim().replace(/^whatsapp:/i, "");
  return /^\+?[\d\s().-]+$/.test(text) ? `+${text.replace(/\D/g, "")}` : text;
}

function check(address) {
  if (!address) throw new Error("Whose phone is it?");
  if (phones.some(({ guest }) => guest.address === address)) throw new Error("This guest is here already");
  if (phones.length >= MOST_GUESTS) throw new Error(`This page has room for ${MOST_GUESTS} guests`);
}

function refresh(sentence) {
  told.textContent = sentence;
  // What has become due is told within two seconds.
  for (const phone of phones) phone.livelyUntil = Date.now() + 10_000;
  followAll();
}

function followAll() {
  for (const phone of phones) phone.follow();
}

// Says what is wrong until something goes well again.
function complain(error) {
  const sentence = error?.message ?? "";
  if (trouble.textContent === sentence) return;
  trouble.textContent = sentence;
  trouble.hidden = !sentence;
}

begin();
