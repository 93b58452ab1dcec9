import { get } from "@/lib/http";

/** The sealed code of a booking; the bare reference, which is taken as well, where it can't be had. */
export async function passOf(reference: string): Promise<string> {
  try {
    return (await get<{ code: string }>(`/bookings/${reference}/pass/`)).code;
  } catch {
    return reference;
  }
}
