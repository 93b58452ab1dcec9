import { isAxiosError } from "axios";
import { texts } from "./texts";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

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
  const wait = Number(response.headers["retry-after"]);
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
  return envelopeOf(response.data, response.status, retryAfter);
}

function envelopeOf(body: unknown, status: number, retryAfter: number | null): ApiError {
  const told = isRecord(body) ? body.error : null;
  if (!isRecord(told) || typeof told.code !== "string" || typeof told.message !== "string")
    return new ApiError("UNEXPECTED", texts.errors.unexpected, status);
  const details = isRecord(told.details) ? told.details : {};
  return new ApiError(told.code, told.message, status, details, retryAfter);
}

/** What a guest reads about a refusal: our own words where they say more than the API's. */
export function inWords(error: ApiError): string {
  const own: Partial<Record<string, string>> = texts.errors.byCode;
  const fields = error.details.fields;
  if (error.code === "VALIDATION_ERROR" && isRecord(fields)) {
    const first: unknown = Object.values(fields).flat()[0];
    if (typeof first === "string") return first;
  }
  return own[error.code] ?? error.message;
}

export interface Alternative {
  id: string;
  start_time: string;
  end_time: string;
  seats_left: number;
}

function isAlternative(value: unknown): value is Alternative {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.start_time === "string" &&
    typeof value.end_time === "string" &&
    typeof value.seats_left === "number"
  );
}

/** The times that can be had instead of one that is taken. */
export function alternativesOf(error: ApiError): Alternative[] {
  const told = error.details.alternatives;
  return Array.isArray(told) ? told.filter(isAlternative) : [];
}
