// The browser that drives the app: Chromium as the system has it, or as CHROMIUM names it.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export function browserPath() {
  const found = PLACES.find((place) => place && existsSync(place));
  if (!found) {
    throw new Error(
      "No Chromium was found. Debian, Ubuntu: apt-get install chromium. Or name one: CHROMIUM=/path/to/chrome",
    );
  }
  return found;
}

/** Open a browser, call `work` with it, and close it whatever comes. */
export async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
