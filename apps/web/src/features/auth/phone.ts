import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
} from "libphonenumber-js/min";

export type { CountryCode };

export interface TypedPhone {
  country: CountryCode;
  text: string;
}

type PhoneProblem =
  | "NOT_A_NUMBER"
  | "TOO_SHORT"
  | "TOO_LONG"
  | "INVALID_COUNTRY"
  | "INVALID_LENGTH"
  | "INVALID";

interface Country {
  code: CountryCode;
  name: string;
  calling: string;
}

/** All countries by name, as the guest's browser calls them. */
export function countries(): Country[] {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code, calling: getCountryCallingCode(code) }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** The country that a guest's number is most likely of: that of the first language with a region. */
export function likelyCountry(languages: readonly string[]): CountryCode {
  for (const language of languages) {
    const region = /[-_]([A-Z]{2})\b/.exec(language)?.[1];
    if (region && isSupportedCountry(region)) return region;
  }
  return "US";
}

function international(text: string): string | null {
  const bare = text.trim().replace(/^(tel:|whatsapp:)/i, "");
  if (bare.startsWith("+")) return bare;
  return bare.startsWith("00") ? `+${bare.slice(2)}` : null;
}

/** Take a number apart that was pasted or filled in with its country; anything else stays as typed. */
export function settled(typed: TypedPhone): TypedPhone {
  const whole = international(typed.text);
  const number = whole ? parsePhoneNumberFromString(whole) : undefined;
  if (!number?.isValid()) return typed;
  // Some countries share a code; the one that was chosen stays where it fits.
  const isSame = getCountryCallingCode(typed.country) === number.countryCallingCode;
  const country = number.country ?? (isSame ? typed.country : undefined);
  return country ? { country, text: number.formatNational() } : typed;
}

/** The number in the form that the API takes (E.164), or what is wrong with it. */
export function readPhone({ country, text }: TypedPhone): { phone: string } | { problem: PhoneProblem } {
  const whole = international(text) ?? text;
  const tooBad = validatePhoneNumberLength(whole, country);
  if (tooBad) return { problem: tooBad };
  const number = parsePhoneNumberFromString(whole, country);
  if (!number?.isValid()) return { problem: "INVALID" };
  return { phone: number.number };
}

/** `+1 415 555 0123`: as it is read out. */
export function spokenPhone(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}
