/** Every sentence of the desk's page of conversations. */
export const texts = {
  title: "Chats",
  lead: "Guests who need a person come first; everybody else is with the bot.",
  inbox: "Chats",
  waiting: "Waiting for the desk",
  taken: "With the desk",
  bot: "With the bot",
  noneTitle: "No chats yet",
  none: "As soon as a guest writes, the chat stands here.",
  nobodyWaits: "Nobody waits.",
  more: "Show more",
  status: { waiting: "Waiting", taken: "Taken", bot: "Bot" },
  waits: (time: string) => `Waits ${time}`,
  tooLong: "Waits too long",
  last: (time: string) => `Last word ${time}`,
  ago: (minutes: number) => {
    if (minutes < 1) return "less than a minute";
    if (minutes < 60) return `${minutes} min`;
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
  },
  noName: "Guest without a name",
  noPhone: "No number",
  pickTitle: "Choose a chat",
  pick: "The one that has waited longest stands first.",
  gone: "There is no such chat",
  all: "All chats",
  by: { you: "Taken by you", colleague: "Taken by a colleague" },
  takeOver: "Take over",
  takeOverFrom: "Take over from the colleague",
  release: "Hand back to the bot",
  released: "The bot answers again.",
  tookOver: "You have this chat; the bot keeps quiet.",
  summary: "What it is about",
  transcript: "What was said",
  nothingSaid: "Nothing was said yet.",
  author: { guest: "Guest", bot: "Bot", desk: "Desk" },
  template: "Template",
  window: {
    open: (moment: string, left: string) => `You can write freely until ${moment} (${left} left).`,
    closed: "The guest last wrote over 24 hours ago: your words go out inside a template, at most 900 characters, if one is set up.",
    never: "This guest has not written by WhatsApp: your words go out inside a template, if one is set up.",
  },
  reply: {
    label: "Your reply",
    hint: "Enter sends, Shift and Enter begins a new line.",
    send: "Send",
  },
  bookings: { title: "The guest's bookings", none: "No bookings." },
  sound: {
    on: "Sound is on",
    off: "Sound is off",
    hint: "A sound when somebody begins to wait, and again after 10 minutes",
  },
  badge: (n: number) => (n === 1 ? "1 guest waits" : `${n} guests wait`),
};
