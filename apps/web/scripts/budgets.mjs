// Weighs what was built, as it goes over the wire, and fails where it has grown too heavy: `npm run budgets`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url).pathname;
const KILOBYTE = 1000;
const BUDGETS = { script: 170, style: 25, route: 60 };
const ROUTE = /^(\w+Page)-[\w-]+\.js$/;

const assets = join(DIST, "assets");
const names = readdirSync(assets);
const document = readFileSync(join(DIST, "index.html"), "utf8");

function weight(name) {
  return gzipSync(readFileSync(join(assets, name)), { level: 9 }).length;
}

function sum(all) {
  return [...all].reduce((total, name) => total + weight(name), 0);
}

/** A script with all that it imports at once, as far as it is not loaded already. */
function withImports(name, loaded = new Set()) {
  const found = new Set();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || loaded.has(next)) continue;
    found.add(next);
    const code = readFileSync(join(assets, next), "utf8");
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) waiting.push(imported);
  }
  return found;
}

const entries = [...document.matchAll(/(?:src|href)="\/?(?:[^"]*\/)?assets\/([\w.-]+\.js)"/g)].map(([, name]) => name);
const styles = [...document.matchAll(/href="\/?(?:[^"]*\/)?assets\/([\w.-]+\.css)"/g)].map(([, name]) => name);
const first = new Set(entries.flatMap((name) => [...withImports(name)]));

const weights = [
  { what: "first load, script", bytes: sum(first), most: BUDGETS.script },
  { what: "first load, style", bytes: sum(styles), most: BUDGETS.style },
  ...names
    .filter((name) => ROUTE.test(name))
    .map((name) => ({ what: ROUTE.exec(name)[1], bytes: sum(withImports(name, first)), most: BUDGETS.route })),
];

let isTooHeavy = entries.length === 0 || weights.length < 3;
if (isTooHeavy) console.error("Nothing to weigh: run `npm run build` first.");
for (const { what, bytes, most } of weights) {
  const isOver = bytes > most * KILOBYTE;
  isTooHeavy ||= isOver;
  console.log(`${what.padEnd(22)} ${(bytes / KILOBYTE).toFixed(1).padStart(6)} kB of ${most}${isOver ? "  TOO HEAVY" : ""}`);
}
process.exitCode = isTooHeavy ? 1 : 0;
