import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll } from "vitest";
import { toasts } from "@/lib/toast";
import { server } from "./server";

// Processors are shared: what is awaited may take longer than on a quiet machine.
configure({ asyncUtilTimeout: 5_000 });

beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(() => {
  cleanup();
  toasts.set([]);
  server.resetHandlers();
});
afterAll(() => {
  server.close();
});
