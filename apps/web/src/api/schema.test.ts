// @vitest-environment node
import { readFile } from "node:fs/promises";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";
import { expect, it } from "vitest";

const DOCUMENT = new URL("../../../../docs/openapi.json", import.meta.url);
const WRITTEN = new URL("./schema.ts", import.meta.url);

it("has the types of the API as it is described now (`make openapi`, then `npm run types`)", async () => {
  const anew = COMMENT_HEADER + astToString(await openapiTS(DOCUMENT));

  expect(await readFile(WRITTEN, "utf8")).toBe(anew);
});
