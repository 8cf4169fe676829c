import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { visit } from "./visitor.ts";

type Packed = { count: number; gzip: number; brotli: number };
export type PageAssets = { path: string; scripts: Packed; styles: Packed; fonts: number[] };

const built = "build/client";

/** What a browser fetches at once beside a page: its modules, its styles, and the fonts that those name. */
export async function assetsOf(port: number, path: string): Promise<PageAssets> {
  const html = (await visit(port, { path }, "identity")).body.toString();
  const styles = namedIn(html, /<link rel="stylesheet" href="([^"]+)"/g);
  const fonts = styles.flatMap((style) =>
    namedIn(readFileSync(join(built, style), "utf8"), /url\(["']?([^"')]+\.woff2)/g),
  );
  return {
    path,
    scripts: packed(modulesOf(html)),
    styles: packed(styles),
    fonts: fonts.map((font) => read(font).length),
  };
}

/** Remix preloads every module that the page's routes import. The inline manifest names those of other pages too. */
function modulesOf(html: string): string[] {
  const preloaded = namedIn(html, /<link rel="modulepreload" href="([^"]+)"/g);
  const imported = namedIn(html, /\bimport\b[^"']*["']([^"']+\.js)["']/g);
  return [...new Set([...preloaded, ...imported])];
}

const namedIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);

const read = (path: string) => readFileSync(join(built, path));

function packed(paths: string[]): Packed {
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  const gzip = paths.map((path) => packedSize(path, ".gz", (content) => gzipSync(content, { level: 9 })));
  const brotli = paths.map((path) => packedSize(path, ".br", brotliCompressSync));
  return { count: paths.length, gzip: sum(gzip), brotli: sum(brotli) };
}

/** As the site serves it; what is too small to lie packed beside itself travels as it is. */
function packedSize(path: string, ending: string, pack: (content: Buffer) => Buffer): number {
  if (existsSync(join(built, path + ending))) return read(path + ending).length;
  const content = read(path);
  return content.length < 1000 ? content.length : pack(content).length;
}
