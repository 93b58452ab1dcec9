/** What was typed as a fee, as the API takes it: undefined where there is none, null where it is no amount. */
export function feeOf(typed: string): string | undefined | null {
  const words = typed.trim().replace(",", ".");
  if (!words) return undefined;
  return /^\d{1,8}(\.\d{1,2})?$/.test(words) ? words : null;
}
