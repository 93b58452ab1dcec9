/** Every sentence of the desk's page of messages. */
export const texts = {
  title: "Messages",
  lead: "What guests are told by WhatsApp. Failed ones are tried again from here; nothing is ever sent twice.",
  states: "Which messages",
  state: {
    failed: "Failed",
    waiting: "Waits for a template",
    queued: "On its way",
    sent: "Sent",
    delivered: "Delivered",
    read: "Read",
    dropped: "Dropped",
  },
  columns: { kind: "Message", guest: "Guest", booking: "Booking", reason: "Why", since: "Since", attempts: "Failed tries", state: "State", act: "Try again" },
  none: {
    failed: "No failed messages",
    other: "No such messages",
  },
  noneLead: "All guests have been told what they had to know.",
  retry: "Try again",
  retryAll: (n: number) => `Try all ${n} again`,
  retried: "Goes out now.",
  list: "Messages",
  more: "Show more",
  nobody: "Unknown",
};

const KINDS: Partial<Record<string, string>> = {
  BookingCreated: "Held",
  BookingConfirmed: "Confirmed",
  BookingCancelled: "Cancelled",
  BookingExpired: "Hold ran out",
  BookingMoved: "Moved",
  BookingChanged: "Changed",
  SlotClosed: "Departure closed",
  SlotDelayed: "Departure delayed",
  HoldEnding: "Hold ends soon",
  Reminder24h: "Reminder, a day before",
  Reminder1h: "Reminder, an hour before",
  ChatReply: "The bot's reply",
  DeskMessage: "The desk's reply",
  SignInCodeRequested: "Sign-in code",
};

/** What a message tells of. */
export function kindInWords(kind: string): string {
  return KINDS[kind] ?? kind;
}
