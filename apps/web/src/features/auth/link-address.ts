/** What a link of the bot carries in its fragment. */
export interface LinkAddress {
  token: string;
  booking: string | null;
}

export function readLink(hash: string): LinkAddress {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  return { token: parts.get("token") ?? "", booking: parts.get("booking") };
}

/** Where such a link leads. */
export function targetOf({ booking }: LinkAddress): string {
  return booking ? `/bookings/${encodeURIComponent(booking)}` : "/bookings";
}
