import { isAxiosError } from "axios";
import { z } from "zod/mini";
import { texts } from "./texts";

const Envelope = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.optional(z.record(z.string(), z.unknown())),
  }),
});

/** A refusal of the API, or the reason why it could not be asked (`OFFLINE`, `TIMEOUT`). */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    readonly details: Record<string, unknown> = {},
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = "ApiError";
  }

  /** Whether the same request may succeed a little later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 503 || this.code === "REQUEST_IN_PROGRESS";
  }
}

export function asApiError(problem: unknown): ApiError {
  if (problem instanceof ApiError) return problem;
  if (!isAxiosError(problem)) return new ApiError("UNEXPECTED", texts.errors.unexpected, 0);
  const { response } = problem;
  if (!response) {
    const isLate = problem.code === "ECONNABORTED" || problem.code === "ETIMEDOUT";
    return new ApiError(isLate ? "TIMEOUT" : "OFFLINE", texts.errors.unreachable, 0);
  }
  const told = Envelope.safeParse(response.data);
  const wait = Number(response.headers["retry-after"]);
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
  if (!told.success) return new ApiError("UNEXPECTED", texts.errors.unexpected, response.status);
  const { code, message, details } = told.data.error;
  return new ApiError(code, message, response.status, details, retryAfter);
}

/** What a guest reads about a refusal: our own words where they say more than the API's. */
export function inWords(error: ApiError): string {
  const own: Partial<Record<string, string>> = texts.errors.byCode;
  const fields = error.details["fields"];
  if (error.code === "VALIDATION_ERROR" && fields && typeof fields === "object") {
    const first = Object.values(fields).flat()[0];
    if (typeof first === "string") return first;
  }
  return own[error.code] ?? error.message;
}

const Alternative = z.object({
  id: z.string(),
  start_time: z.string(),
  end_time: z.string(),
  seats_left: z.number(),
});

export type Alternative = z.infer<typeof Alternative>;

/** The times that can be had instead of one that is taken. */
export function alternativesOf(error: ApiError): Alternative[] {
  const told = z.array(Alternative).safeParse(error.details["alternatives"]);
  return told.success ? told.data : [];
}
