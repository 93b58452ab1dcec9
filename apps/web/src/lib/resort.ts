import type { Resort } from "@/api/shapes";
import { create } from "./store";

/** The resort's own facts; until they are there, what any resort could be. */
export const resort = create<Resort>({
  name: "",
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: "USD",
  locale: navigator.language,
  whatsapp: null,
  desk_phone: null,
});
