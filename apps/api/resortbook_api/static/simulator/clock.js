// The clock of the resort: it ticks between the answers of the server, and is moved by buttons.

import { clock, moveClock } from "./api.js";
import { offsetOf, secondsOf, shortDayOf, timeOf, wordsOf } from "./moments.js";

const ASK_EVERY = 5_000;

const time = document.getElementById("clock-time");
const day = document.getElementById("clock-day");
const told = document.getElementById("clock-offset");
const real = document.getElementById("clock-real");
const { zone } = document.body.dataset;

let ahead = 0; // milliseconds from this machine's clock
let offset = 0; // seconds from the server's clock

export function now() {
  return Date.now() + ahead;
}

export function startClock({ moved, failed }) {
  const show = (answer) => {
    ahead = Date.parse(answer.now) + 500 - Date.now();
    offset = secondsOf(answer.offset);
    told.textContent = offset ? wordsOf(offset) : zone;
    told.parentElement.classList.toggle("is-moved", offset !== 0);
    real.disabled = offset === 0;
    tick();
  };
  const move = async (seconds) => {
    try {
      show(await moveClock(offsetOf(seconds)));
      moved(`The clock stands at ${shortDayOf(now())}, ${timeOf(now())}`);
    } catch (error) {
      failed(error);
    }
  };
  for (const hand of document.querySelectorAll("[data-advance]")) {
    hand.addEventListener("click", () => move(offset + Number(hand.dataset.advance)));
  }
  real.addEventListener("click", () => move(0));
  const ask = async () => {
    // The command line and other pages move the same clock.
    if (!document.hidden) await clock().then(show, failed);
    setTimeout(ask, ASK_EVERY);
  };
  setInterval(tick, 1_000);
  return ask();
}

function tick() {
  time.textContent = timeOf(now());
  day.textContent = shortDayOf(now());
  for (const status of document.querySelectorAll(".phone-time")) {
    status.textContent = timeOf(now()).replace(/\s?[AP]M$/i, "");
  }
}
