import { HttpResponse } from "msw";

interface Refusal {
  code: string;
  message?: string;
  details?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** A refusal in the API's envelope. */
export function refused(status: number, { code, message = code, details = {}, headers = {} }: Refusal) {
  return HttpResponse.json({ error: { code, message, details } }, { status, headers });
}
