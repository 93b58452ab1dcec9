import { texts } from "./texts";

interface Named {
  lead_name: string;
  guest?: { name: string };
}

/** Who a booking is for; the guest's own name where nobody else is named, and something to read where there is no name at all. */
export function leadOf({ lead_name: lead, guest }: Named): string {
  return lead || guest?.name || texts.noName;
}
