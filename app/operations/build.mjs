import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { fingerprint, readOr, root, runToEnd } from "./bootstrap.mjs";

const sources = [
  "app",
  "db",
  "locales",
  "public",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
];
const builtFrom = join(root, "build/.puente-source");

/** Builds the site where its sources have changed since the last build; false when that fails. */
export async function buildIfStale() {
  const source = fingerprint(sources);
  if (readOr(builtFrom, "") === source) return true;
  console.log("Building…");
  rmSync(builtFrom, { force: true });
  const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const { code } = await runToEnd(process.execPath, [remix, "vite:build", "--logLevel", "warn"]);
  if (code !== 0) return false;
  compressFiles(join(root, "build/client"));
  writeFileSync(builtFrom, source);
  return true;
}

/** Browsers take brotli over https and on this machine, gzip over plain http: both lie ready beside the file. */
function compressFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compressFiles(path);
    else if (/\.(js|css|svg|json|webmanifest|txt)$/.test(entry.name)) compressFile(path);
  }
}

function compressFile(path) {
  const content = readFileSync(path);
  if (content.length < 1000) return;
  writeFileSync(`${path}.br`, brotliCompressSync(content));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}
