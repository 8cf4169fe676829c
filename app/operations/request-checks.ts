import type { NextFunction, Request, RequestHandler, Response } from "express";
import { isLoopback, type Settings } from "#app/settings/settings.ts";
import { mostFields } from "#app/web/fields.ts";
import { type RefusalStatus, refuse } from "./refusal.ts";

const maxBodyBytes = 1_000_000;

/** What every request must satisfy before any of it reaches the site. */
export const requestChecks = (settings: Settings): RequestHandler[] => [
  check(
    400,
    ({ rawHeaders }) => rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "host").length <= 1,
  ),
  checkHost(hostsOf(settings)),
  check(405, ({ method }) => ["GET", "HEAD", "POST"].includes(method), { Allow: "GET, HEAD, POST" }),
  check(400, ({ url }) => isReadable(url)),
  checkOrigin,
  check(415, (request) => request.method !== "POST" || Boolean(request.is(["urlencoded", "multipart/form-data"]))),
  readBody,
];

function check(
  status: RefusalStatus,
  isFine: (request: Request) => boolean,
  headers: Record<string, string> = {},
): RequestHandler {
  return (request, response, next) => (isFine(request) ? next() : refuse(request, response.set(headers), status));
}

/** The hosts that are ours, each with its origin. */
function hostsOf({ appUrl, host, port }: Settings): Map<string, string> {
  const own = isLoopback(host) ? ["localhost", "127.0.0.1", "[::1]"].map((name) => `http://${name}:${port}`) : [];
  return new Map([...own, appUrl].map((url) => [new URL(url).host, new URL(url).origin]));
}

function checkHost(hosts: Map<string, string>): RequestHandler {
  return (request, response, next) => {
    const origin = hosts.get(request.headers.host?.toLowerCase() ?? "");
    if (origin === undefined) return refuse(request, response, 421);
    response.locals.origin = origin;
    next();
  };
}

/** Without Unicode that breaks off in the middle, and without NUL, which PostgreSQL cannot store. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    // `_data` was an older way of Remix to ask for data: today it would only fill the log
    return url.startsWith("/") && !url.includes("%00") && !/[?&](_|%5f)data=/i.test(url);
  } catch {
    return false;
  }
}

/** Our own pages alone may change something. With `Referrer-Policy: no-referrer` a browser calls its own origin "null". */
function checkOrigin(request: Request, response: Response, next: NextFunction): void {
  const { origin = "null" } = request.headers;
  const site = request.get("Sec-Fetch-Site");
  const isOwn =
    origin === response.locals.origin
      ? site === undefined || site === "same-origin"
      : origin === "null" && site === "same-origin";
  if (request.method === "POST" && !isOwn) return refuse(request, response, 403);
  // Remix compares these two once more, and would fail at "null" or believe what a client says of a proxy
  if (request.method === "POST") request.headers.origin = response.locals.origin;
  delete request.headers["x-forwarded-host"];
  next();
}

/** Takes the whole body before the site sees any of it: what is too large or breaks off never begins a transaction. */
function readBody(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== "POST") return next();
  bodyOf(request)
    .then((body) => {
      if (body === null || hasTooManyFields(request, body)) return refuse(request, response, 413);
      response.locals.body = body;
      next();
    })
    .catch(next);
}

/** Taking half a million empty fields apart holds everybody up for seconds; counting what stands between them, for milliseconds. */
function hasTooManyFields(request: Request, body: Buffer): boolean {
  if (!request.is("urlencoded")) return false;
  let fields = 1;
  for (let at = body.indexOf("&"); at >= 0 && fields <= mostFields; at = body.indexOf("&", at + 1)) fields += 1;
  return fields > mostFields;
}

/** Null where there is more than we take; the rest is then left to Node, which throws it away. */
async function bodyOf(request: Request): Promise<Buffer | null> {
  if (Number(request.get("Content-Length") ?? 0) > maxBodyBytes) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
