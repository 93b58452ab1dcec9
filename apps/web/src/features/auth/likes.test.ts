import { describe, expect, it } from "vitest";
import { budgetProblem, likesOf, preferencesOf, withChoice, type Likes } from "./likes";

const none: Likes = { categories: [], times: [], min: "", max: "", interests: "" };

describe("a budget", () => {
  it("may be open at either end", () => {
    expect(budgetProblem(none)).toBeNull();
    expect(preferencesOf({ ...none, max: "80,5" }).budget_range).toEqual({ min: null, max: "80.50" });
  });

  it("has to be an amount", () => {
    expect(budgetProblem({ ...none, min: "cheap" })).toBe("bad");
    expect(budgetProblem({ ...none, max: "-3" })).toBe("bad");
    expect(budgetProblem({ ...none, max: "1.234" })).toBe("bad");
  });

  it("does not end before it begins", () => {
    expect(budgetProblem({ ...none, min: "90", max: "80" })).toBe("turned");
    expect(budgetProblem({ ...none, min: "80", max: "80" })).toBeNull();
  });
});

it("preferences come out as they went in", () => {
  const kept = {
    preferred_categories: ["spa"],
    preferred_times: ["morning" as const],
    budget_range: { min: "10.00", max: null },
    interests: "the sea",
  };

  expect(preferencesOf(likesOf(kept))).toEqual(kept);
});

it("a choice is in a list once, or not at all", () => {
  expect(withChoice(["a", "b"], "b", true)).toEqual(["a", "b"]);
  expect(withChoice(["a", "b"], "a", false)).toEqual(["b"]);
});
