// Writes the compressed forms beside the built files, so that the server never compresses them again.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const FOLDER = new URL("../dist/", import.meta.url).pathname;
const WORTHWHILE = /\.(js|css|svg|webmanifest)$/;
const LEAST_BYTES = 1025;

for (const name of readdirSync(FOLDER, { recursive: true }).map(String)) {
  if (!WORTHWHILE.test(name)) continue;
  const path = join(FOLDER, name);
  const plain = readFileSync(path);
  if (plain.length < LEAST_BYTES) continue;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  writeFileSync(`${path}.br`, brotliCompressSync(plain, { params: quality }));
  writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
}
