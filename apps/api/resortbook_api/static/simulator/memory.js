// What the browser remembers: who the guests are, and what came beside the words of a message.

const GUESTS = "resortbook.simulator.guests";
const BESIDE = "resortbook.simulator.beside";
const MOST_BESIDE = 300;
const FIRST_GUESTS = [
  { name: "Maria Lopez", address: "+14155550123" },
  { name: "John Smith", address: "+14155550124" },
];

export function guests() {
  const kept = read(GUESTS);
  const known = Array.isArray(kept) ? kept.filter(isGuest) : FIRST_GUESTS;
  return known.length ? known : FIRST_GUESTS;
}

export function keepGuests(list) {
  write(GUESTS, list.map(({ name, address }) => ({ name, address })));
}

export function beside(id) {
  return read(BESIDE)?.[id] ?? {};
}

export function keepBeside(id, what) {
  if (!Object.keys(what).length) return;
  const kept = Object.entries({ ...read(BESIDE), [id]: what });
  write(BESIDE, Object.fromEntries(kept.slice(-MOST_BESIDE)));
}

function isGuest(one) {
  return typeof one?.name === "string" && typeof one?.address === "string";
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows keep nothing; the page works all the same.
  }
}
