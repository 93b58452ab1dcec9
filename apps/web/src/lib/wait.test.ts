import { expect, it } from "vitest";
import { inAWhile } from "./wait";

it.each([
  [1, "in a second"],
  [25, "in 25 seconds"],
  [120, "in 2 minutes"],
  [899, "in 15 minutes"],
  [7_200, "in about 2 hours"],
  [86_400, "in about 24 hours"],
])("%i seconds are %s", (seconds, words) => {
  expect(inAWhile(seconds)).toBe(words);
});
