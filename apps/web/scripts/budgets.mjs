// What the built app may weigh: says each figure, and fails where one is over its limit.
import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";

const FOLDER = new URL("../dist/", import.meta.url);
const LIMITS = { script: 170, style: 25, route: 60 };

const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", FOLDER), "utf8"));

function weight(name) {
  return gzipSync(readFileSync(new URL(name, FOLDER)), { level: 9 }).length;
}

/** A part with everything that it imports at once. */
function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const other of manifest[key].imports ?? []) withImports(other, seen);
  return seen;
}

function kilobytes(keys, kind) {
  const files = new Set();
  for (const key of keys) {
    const { file, css = [] } = manifest[key];
    for (const name of kind === "css" ? css : [file]) files.add(name);
  }
  return [...files].reduce((sum, name) => sum + weight(name), 0) / 1000;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const home = Object.keys(manifest).find((key) => key.endsWith("HomePage.tsx"));
const always = withImports(entry);
const first = new Set([...always, ...withImports(home)]);
const figures = [
  { name: "First load, script", is: kilobytes(first, "js"), most: LIMITS.script },
  { name: "First load, style", is: kilobytes(first, "css"), most: LIMITS.style },
];
for (const key of Object.keys(manifest).filter((one) => manifest[one].isDynamicEntry)) {
  const own = [...withImports(key)].filter((one) => !always.has(one));
  const name = key.split("/").pop();
  figures.push({ name: `Route ${name}`, is: kilobytes(own, "js"), most: LIMITS.route });
}

let isOver = false;
for (const { name, is, most } of figures) {
  const verdict = is > most ? "OVER" : "ok";
  if (is > most) isOver = true;
  console.log(`${verdict.padEnd(5)}${name.padEnd(34)}${is.toFixed(1).padStart(7)} of ${most} kB gzip`);
}
const total = Object.values(manifest).reduce((sum, { file }) => sum + statSync(new URL(file, FOLDER)).size, 0);
console.log(`All parts: ${(total / 1000).toFixed(0)} kB, not compressed`);
process.exit(isOver ? 1 : 0);
