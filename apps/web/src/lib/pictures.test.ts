import { expect, it } from "vitest";
import { sizesOf } from "./pictures";

it("knows the sizes of the server's own pictures by their names", () => {
  const name = "https://book.example.org/media/boat-0f3a5266c550a7a9";

  expect(sizesOf(`${name}.webp`)).toBe(`${name}-400.webp 400w, ${name}-800.webp 800w, ${name}.webp 1600w`);
});

it.each(["https://example.org/media/boat.jpg", "data:image/png;base64,AA==", "https://example.org/boat-0f3a5266c550a7a9.webp"])("knows nothing of %s", (url) => {
  expect(sizesOf(url)).toBeUndefined();
});
