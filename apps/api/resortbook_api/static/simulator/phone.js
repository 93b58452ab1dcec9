// One guest's phone: the conversation with the resort, and what the guest does in it.

import { messagesOf, newSid, pictures, say } from "./api.js";
import { bubble } from "./bubble.js";
import { now } from "./clock.js";
import { composer } from "./composer.js";
import { el, hidden, icon } from "./dom.js";
import { beside, keepBeside } from "./memory.js";
import { dayKeyOf, dayOf } from "./moments.js";
import { attachSheet, listSheet, photoSheet, placeSheet } from "./sheet.js";

const SOON = 700;
const LATER = 2_000;
const LIVELY_FOR = 15_000;
const TRIES = ["Hi!", "What can we do tomorrow?", "My bookings"];
const { resort } = document.body.dataset;

export class Phone {
  // `on.changed(phone)` is called when there is something new, `on.failed(error)` and `on.well()`
  // tell whether the server answers, `on.left(phone)` when the guest is taken off the page.
  constructor(guest, on) {
    this.guest = guest;
    this.on = on;
    this.unread = 0;
    this.latest = null;
    this.isSeen = false;
    this.shown = new Map();
    this.sending = 0;
    this.livelyUntil = 0;
    this.isFirst = true;
    this.isGone = false;
    this.build();
    this.follow();
  }

  build() {
    const { name, address } = this.guest;
    this.log = el("div", { class: "log", role: "log", "aria-label": `Messages of ${name}` });
    this.typing = el("div", { class: "typing", hidden: true }, hidden("typing"), el("i"), el("i"), el("i"));
    this.hints = el("div", { class: "hints", hidden: true }, ...TRIES.map((text) => this.hint(text)));
    this.status = el("small", {}, "online");
    const newer = { type: "button", class: "newer", hidden: true, "aria-label": "To the newest message" };
    this.newer = el("button", { ...newer, onclick: () => this.toEnd("smooth") }, icon("down"));
    this.scroller = el("div", { class: "scroller", tabindex: "-1" }, this.log, this.typing, this.hints);
    this.scroller.addEventListener("scroll", () => this.lookWhere());
    this.composer = composer(this.guest, {
      send: (body, answered) => this.send({ body, answered }),
      attach: () => this.attach(),
    });
    const leave = { type: "button", class: "leave", onclick: () => this.leave() };
    this.screen = el("div", { class: "screen" }, this.chat());
    this.element = el(
      "section",
      { class: "phone", "aria-label": `Phone of ${name}` },
      el(
        "header",
        { class: "caption" },
        el("strong", {}, name),
        el("span", {}, address),
        el("button", { ...leave, "aria-label": `Take ${name} off this page` }, icon("close")),
      ),
      el("div", { class: "device" }, this.screen),
    );
  }

  chat() {
    return el(
      "div",
      { class: "chat" },
      el("div", { class: "phone-status", "aria-hidden": "true" }, el("span", { class: "phone-time" }), el("i")),
      el(
        "div",
        { class: "contact" },
        el("img", { src: "/simulator/assets/wave.svg", alt: "", width: 40, height: 40 }),
        el("div", {}, el("h2", {}, resort), this.status),
      ),
      el("div", { class: "wall" }, this.scroller, this.newer),
      this.composer.form,
    );
  }

  hint(text) {
    return el("button", { type: "button", onclick: () => this.send({ body: text }) }, text);
  }

  leave() {
    this.isGone = true;
    clearTimeout(this.timer);
    this.element.remove();
    this.on.left(this);
  }

  // ---- What is said

  send({ body, answered = null, button, media, location }) {
    const carried = {
      ...(answered && { reply_to: answered.id }),
      ...(media && { media }),
      ...(location && { location }),
    };
    const { name, address } = this.guest;
    const message = {
      from: address,
      name,
      body,
      message_sid: newSid(),
      ...(button && { button }),
      ...carried,
    };
    const draft = {
      direction: "in",
      body,
      beside: carried,
      quoted: answered,
      created_at: new Date(now()).toISOString(),
    };
    const row = bubble(draft, this.chosen());
    this.dayOf(draft.created_at).append(row);
    this.hints.hidden = true;
    this.toEnd();
    this.hand(message, carried, row);
  }

  async hand(message, carried, row) {
    this.sending += 1;
    row.querySelector(".unsent")?.remove();
    try {
      const { id } = await say(message);
      keepBeside(id, carried);
      row.dataset.id = id;
      row.classList.remove("is-waiting");
      this.shown.set(id, row);
      this.on.well();
    } catch (error) {
      const again = () => this.hand(message, carried, row);
      row.append(el("button", { type: "button", class: "unsent", onclick: again }, `${error.message} Tap to send again.`));
      this.on.failed(error);
    }
    this.sending -= 1;
    this.livelyUntil = Date.now() + LIVELY_FOR;
    this.follow();
  }

  attach() {
    attachSheet(this.screen, {
      photo: async () => {
        const found = await pictures().catch(() => []);
        photoSheet(this.screen, found, (picture) => this.sendPhoto(picture));
      },
      place: () => placeSheet(this.screen, (location) => this.send({ body: "", location })),
    });
  }

  sendPhoto({ url }) {
    const kind = url.split(".").at(-1).replace("jpg", "jpeg");
    const media = [{ url, content_type: `image/${kind}` }];
    this.send({ body: "", answered: this.composer.takeAnswered(), media });
  }

  chosen() {
    return {
      reply: (message) => message.id && this.composer.answer(message),
      tap: ({ id, title }) => this.send({ body: title, button: id }),
      open: ({ list }) => listSheet(this.screen, list, ({ id, title }) => this.send({ body: title, button: id })),
      find: ({ id }) => this.shown.get(id)?.scrollIntoView({ block: "center", behavior: "smooth" }),
    };
  }

  // ---- What is shown

  async follow() {
    clearTimeout(this.timer);
    if (this.isGone) return;
    if (!document.hidden && !this.sending) await this.ask();
    const isLively = this.isBusy || Date.now() < this.livelyUntil;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.follow(), isLively ? SOON : LATER);
  }

  async ask() {
    try {
      const { items, busy } = await messagesOf(this.guest.address);
      // What is being sent has no id here yet, and would be shown twice.
      if (!this.sending) this.show(items, busy);
      this.on.well();
    } catch (error) {
      this.on.failed(error);
    }
  }

  show(items, busy) {
    const isNear = this.isNearEnd();
    const fresh = items.filter(({ id }) => !this.shown.has(id));
    for (const item of fresh) this.put(item, items);
    this.markAnswered(items);
    this.nameDays();
    this.isBusy = busy;
    this.typing.hidden = !busy;
    this.status.textContent = busy ? "typing…" : "online";
    this.hints.hidden = items.length > 0 || this.log.childElementCount > 0;
    if (fresh.length) this.told(items, fresh);
    if (isNear || this.isFirst) this.toEnd();
    this.isFirst = false;
  }

  told(items, fresh) {
    this.latest = items.at(-1);
    this.livelyUntil = Date.now() + LIVELY_FOR;
    const came = fresh.filter(({ direction }) => direction === "out").length;
    if (!this.isFirst && !this.isSeen) this.unread += came;
    this.on.changed(this);
  }

  put(item, items) {
    const carried = beside(item.id);
    const quoted = carried.reply_to && items.find(({ id }) => id === carried.reply_to);
    const row = bubble({ ...item, beside: carried, quoted }, this.chosen());
    this.dayOf(item.created_at).append(row);
    this.shown.set(item.id, row);
  }

  // Returns where the messages of a day go: its name stays in view while they are.
  dayOf(moment) {
    const key = dayKeyOf(new Date(moment));
    if (this.log.lastElementChild?.dataset.key !== key) {
      const name = el("p", { class: "day", "data-moment": moment });
      this.log.append(el("div", { class: "of-day", "data-key": key }, name));
      this.nameDays();
    }
    return this.log.lastElementChild;
  }

  nameDays() {
    for (const day of this.log.querySelectorAll(".day")) {
      day.textContent = dayOf(new Date(day.dataset.moment), now());
    }
  }

  markAnswered(items) {
    const last = items.findLastIndex(({ direction }) => direction === "out");
    for (const { id } of items.slice(0, Math.max(0, last))) {
      this.shown.get(id)?.classList.add("is-answered");
    }
  }

  seen(isSeen) {
    this.isSeen = isSeen;
    if (isSeen) this.unread = 0;
    this.on.changed(this);
  }

  // ---- Where one looks

  isNearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < 120;
  }

  toEnd(behavior = "instant") {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior });
  }

  lookWhere() {
    this.newer.hidden = this.isNearEnd();
  }
}
