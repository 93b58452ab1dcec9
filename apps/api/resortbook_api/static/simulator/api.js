// The calls that the page makes; each throws an Error with a sentence for people.

export async function messagesOf(address) {
  return call(`/simulator/messages?phone=${encodeURIComponent(address)}`);
}

export async function say(message) {
  return call("/simulator/messages", message);
}

export async function clock() {
  return call("/simulator/clock");
}

export async function moveClock(offset) {
  return call("/simulator/clock", { offset });
}

export async function pictures() {
  const { items } = await call("/api/v1/activities/?limit=24&fields=name,images");
  return items
    .filter((activity) => activity.images.length)
    .map((activity) => ({ name: activity.name, url: activity.images[0].url }));
}

// A message keeps its id when it is sent again, so that it is never there twice.
export function newSid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `SM${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

class Refused extends Error {}

async function call(path, body) {
  const how = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  let answer;
  try {
    answer = await fetch(path, how);
  } catch {
    throw new Error("The resort does not answer.");
  }
  const shown = await answer.json().catch(() => null);
  if (answer.ok && shown) return shown;
  const problems = Object.values(shown?.error?.details?.fields ?? {}).flat();
  throw new Refused([shown?.error?.message ?? "The resort is not well", ...problems].join(": "));
}
