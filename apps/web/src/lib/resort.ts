import type { Resort } from "@/api/shapes";
import { create } from "./store";

/** Until the resort has told of itself, what any could be. */
const UNKNOWN: Resort = {
  name: "",
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: "USD",
  locale: navigator.language,
  whatsapp: null,
  desk_phone: null,
  has_simulator: false,
  logo: null,
};

/** What the server wrote into the document; a page from elsewhere asks the API for it. */
function written(): Partial<Resort> {
  const told = document.querySelector<HTMLMetaElement>('meta[name="resort"]')?.content;
  return told ? (JSON.parse(told) as Partial<Resort>) : {};
}

export const resort = create<Resort>({ ...UNKNOWN, ...written() });
