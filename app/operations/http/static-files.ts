import { readdirSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import express, { type RequestHandler } from "express";

const codings = { br: ".br", gzip: ".gz" };

/** What could only be answered by 412 or 416, which are no answers of ours: our files are small, and given whole. */
const unheeded = ["if-match", "if-unmodified-since", "range", "if-range"];

/** What the build made: names under /assets/ hold a hash of their content, so they may be kept for ever. */
export function staticFiles(folder: string): RequestHandler {
  const files = pathsIn(folder);
  const send = express.static(folder, { index: false, cacheControl: false, acceptRanges: false });
  return (request, response, next) => {
    const { path } = request;
    if (!files.has(path)) return next();
    for (const name of unheeded) delete request.headers[name];
    response.setHeader(
      "Cache-Control",
      path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    );
    response.vary("Accept-Encoding");
    for (const [coding, ending] of Object.entries(codings)) {
      if (!files.has(path + ending) || !request.acceptsEncodings(coding)) continue;
      response.type(extname(path)).setHeader("Content-Encoding", coding);
      request.url = path + ending;
      break;
    }
    send(request, response, next);
  };
}

function pathsIn(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(
    entries.map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).replaceAll(sep, "/")}`),
  );
}
