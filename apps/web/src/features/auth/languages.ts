const OFFERED = ["en", "es", "fr", "de", "it", "pt", "nl", "pl", "ru", "ja", "ko", "zh"];

interface Language {
  code: string;
  label: string;
}

/** The languages to choose from, each as its speakers call it; the one in use is always among them. */
export function languages(inUse: string): Language[] {
  const codes = inUse && !OFFERED.includes(inUse) ? [inUse, ...OFFERED] : OFFERED;
  return codes.map((code) => ({ code, label: nameOf(code) }));
}

function nameOf(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language", fallback: "code" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
