// A resort of its own for what drives the app in a browser: on SQLite, with the demo, on a free port.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const STARTS_WITHIN_MS = 60_000;

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function isUp(url) {
  try {
    const [ready, list] = await Promise.all([fetch(`${url}/health/ready`), fetch(`${url}/api/v1/activities/?limit=1`)]);
    return ready.ok && list.ok && (await list.json()).items.length > 0;
  } catch {
    return false;
  }
}

/** Start a resort, call `work` with its address, and end it whatever comes. `offset` moves its clock: `+3h`. */
export async function withResort(work, { offset = "+0s" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "resortbook-web-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const clock = join(folder, "clock");
  writeFileSync(clock, offset);
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    CLOCK_FILE: clock,
    RESORTBOOK_ENV: "embedded",
  };
  const server = spawn(join(ROOT, ".venv/bin/resortbook"), ["serve"], { cwd: folder, env, stdio: "ignore" });
  try {
    const until = Date.now() + STARTS_WITHIN_MS;
    while (!(await isUp(url))) {
      if (server.exitCode !== null || Date.now() > until) throw new Error("The resort did not open.");
      await pause(200);
    }
    return await work({ url, moveClock: (to) => writeFileSync(clock, to) });
  } finally {
    server.kill("SIGTERM");
    await new Promise((done) => {
      if (server.exitCode === null) server.once("exit", done);
      else done(null);
    });
    rmSync(folder, { recursive: true, force: true });
  }
}
