import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { ChatText } from "./ChatText";

test("words between stars are bold, a star alone is a star", () => {
  const { container } = render(<ChatText text={"Held: *Jet Skiing*\n5 * 3 people, *a new day*!"} />);

  expect([...container.querySelectorAll("strong")].map((it) => it.textContent)).toEqual(["Jet Skiing", "a new day"]);
  expect(container.textContent).toBe("Held: Jet Skiing\n5 * 3 people, a new day!");
});
