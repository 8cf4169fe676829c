import type { NextFunction, Request, RequestHandler, Response } from "express";
import { isLoopback, type Settings } from "#app/settings/settings.ts";
import type { Accepts } from "#app/web/doors/accepts.ts";
import { bearerOf } from "#app/web/doors/bearer.ts";
import { giveTime } from "./body-time.ts";
import { acceptedAt, findLead } from "./lead.ts";
import { type RefusalStatus, refuseRequest } from "./refusal.ts";

/** What every request must satisfy before any of it reaches the site; the door to which it leads says what that is. */
export const requestChecks = ({ settings, build }: Checked): RequestHandler[] => [
  check(
    400,
    ({ rawHeaders }) => rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "host").length <= 1,
  ),
  checkHost(hostsOf(settings)),
  check(400, ({ url }) => isReadable(url)),
  findLead(build),
  checkMethod,
  checkOrigin,
  check(415, (request, { types }) => isReading(request) || Boolean(request.is([...types]))),
  readBody,
];

type Checked = { settings: Settings; build: Parameters<typeof findLead>[0] };

const isReading = ({ method }: Request) => method === "GET" || method === "HEAD";

function check(status: RefusalStatus, isFine: (request: Request, door: Accepts) => boolean): RequestHandler {
  return (request, response, next) =>
    isFine(request, acceptedAt(response)) ? next() : refuseRequest(request, response, status);
}

function checkMethod(request: Request, response: Response, next: NextFunction): void {
  const { methods } = acceptedAt(response);
  if (methods.includes(request.method)) return next();
  refuseRequest(request, response.set("Allow", methods.join(", ")), 405);
}

/** The hosts that are ours, each with its origin. */
function hostsOf({ appUrl, host, port }: Settings): Map<string, string> {
  const own = isLoopback(host) ? ["localhost", "127.0.0.1", "[::1]"].map((name) => `http://${name}:${port}`) : [];
  return new Map([...own, appUrl].map((url) => [new URL(url).host, new URL(url).origin]));
}

function checkHost(hosts: Map<string, string>): RequestHandler {
  return (request, response, next) => {
    const origin = hosts.get(request.headers.host?.toLowerCase() ?? "");
    if (origin === undefined) return refuseRequest(request, response, 421);
    response.locals.origin = origin;
    next();
  };
}

/** No broken Unicode, and no NUL: PostgreSQL cannot store it. */
function isReadable(url: string): boolean {
  try {
    const [path = "", query = ""] = url.split(/\?(.*)/s, 2);
    decodeURIComponent(path);
    // `_data` was an older way of Remix to ask for data: today it would only fill the log
    return url.startsWith("/") && !url.includes("%00") && !new URLSearchParams(query).has("_data");
  } catch {
    return false;
  }
}

/**
 * Only our own pages may change something. A request that names a token, where one is taken, is fine as well: no
 * browser sends a token by itself.
 * With `Referrer-Policy: no-referrer` a browser calls its own origin "null".
 */
function checkOrigin(request: Request, response: Response, next: NextFunction): void {
  const { origin = "null" } = request.headers;
  const site = request.get("Sec-Fetch-Site");
  const isOwn =
    origin === response.locals.origin
      ? site === undefined || site === "same-origin"
      : origin === "null" && site === "same-origin";
  const isNamed = acceptedAt(response).takesBearer && bearerOf(request.headers.authorization ?? "") !== "";
  if (!isReading(request) && !isOwn && !isNamed) return refuseRequest(request, response, 403);
  // Remix compares these two once more, and would fail at "null" or believe what a client says of a proxy
  if (!isReading(request)) request.headers.origin = response.locals.origin;
  delete request.headers["x-forwarded-host"];
  next();
}

/**
 * Takes the whole body before the site sees any of it: what is too large or breaks off never begins a transaction.
 * A door that takes its body as it arrives counts it by itself.
 */
function readBody(request: Request, response: Response, next: NextFunction): void {
  if (isReading(request)) return next();
  const { mostBytes, mostSeconds, mostFields, isBuffered } = acceptedAt(response);
  if (Number(request.get("Content-Length") ?? 0) > mostBytes) return refuseRequest(request, response, 413);
  giveTime(request, response, mostSeconds);
  if (!isBuffered) return next();
  bodyOf(request, mostBytes)
    .then((body) => {
      if (body === null || hasTooManyFields(request, body, mostFields)) return refuseRequest(request, response, 413);
      response.locals.body = body;
      next();
    })
    .catch(next);
}

/**
 * Taking half a million empty fields apart holds everybody up for seconds. Counting the `&` between them takes
 * milliseconds.
 */
function hasTooManyFields(request: Request, body: Buffer, mostFields: number): boolean {
  if (!request.is("urlencoded")) return false;
  let fields = 1;
  for (let at = body.indexOf("&"); at >= 0 && fields <= mostFields; at = body.indexOf("&", at + 1)) fields += 1;
  return fields > mostFields;
}

/** Null where there is more than we take; the rest is then left to Node, which throws it away. */
async function bodyOf(request: Request, mostBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
