import { AxiosError, AxiosHeaders, type AxiosResponse } from "axios";
import { expect, it } from "vitest";
import { alternativesOf, ApiError, asApiError, inWords } from "./errors";
import { texts } from "./texts";

function answered(status: number, data: unknown, headers: Record<string, string> = {}): AxiosError {
  const config = { headers: new AxiosHeaders() };
  const response: AxiosResponse = { status, data, headers, statusText: "", config };
  return new AxiosError("refused", "ERR_BAD_REQUEST", config, {}, response);
}

const envelope = (code: string, details = {}) => ({ error: { code, message: "As the API says it", details } });

it("reads a refusal of the API", () => {
  const error = asApiError(answered(429, envelope("RATE_LIMITED"), { "retry-after": "7" }));

  expect(error).toMatchObject({ code: "RATE_LIMITED", status: 429, retryAfterSeconds: 7 });
});

it.each([
  ["<html>Bad gateway</html>", 502],
  [null, 500],
  [{ error: "no" }, 500],
])("makes something of an answer that is none of the API's: %j", (body, status) => {
  expect(asApiError(answered(status, body))).toMatchObject({ code: "UNEXPECTED", status });
});

it("tells being offline from an answer that took too long", () => {
  expect(asApiError(new AxiosError("no", "ERR_NETWORK")).code).toBe("OFFLINE");
  expect(asApiError(new AxiosError("no", "ECONNABORTED")).code).toBe("TIMEOUT");
});

it.each([
  ["SERVICE_UNAVAILABLE", 503, true],
  ["REQUEST_IN_PROGRESS", 409, true],
  ["OFFLINE", 0, true],
  ["SLOT_UNAVAILABLE", 409, false],
])("knows whether %s may pass", (code, status, isPassing) => {
  expect(new ApiError(code, "", status).isPassing).toBe(isPassing);
});

it("says in our own words what we have words for, else in the API's", () => {
  expect(inWords(new ApiError("BOOKING_EXPIRED", "x", 409))).toBe(texts.errors.byCode.BOOKING_EXPIRED);
  expect(inWords(new ApiError("RULE_VIOLATED", "From age 16", 400))).toBe("From age 16");
});

it("names the field that was wrong", () => {
  const error = new ApiError("VALIDATION_ERROR", "Not valid", 400, { fields: { participants: ["Too many"] } });

  expect(inWords(error)).toBe("Too many");
});

it("takes the alternatives that are whole", () => {
  const whole = { id: "s", start_time: "2026-10-16T19:00:00Z", end_time: "2026-10-16T19:30:00Z", seats_left: 2 };
  const error = new ApiError("SLOT_UNAVAILABLE", "", 409, { alternatives: [whole, { id: 7 }, null] });

  expect(alternativesOf(error)).toEqual([whole]);
  expect(alternativesOf(new ApiError("SLOT_UNAVAILABLE", "", 409))).toEqual([]);
});
