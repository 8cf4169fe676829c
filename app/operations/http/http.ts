import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from "express";
import { networkOf } from "#app/limits/network.ts";
import type { Logger } from "#app/settings/log.ts";
import type { Settings } from "#app/settings/settings.ts";
import { unsendingData } from "#app/web/unsent-data.ts";
import type { Database } from "#db/database.ts";
import { isMigrated } from "#db/migrate.ts";
import { limitBodyTime } from "./body-time.ts";
import { finishedAnswers } from "./finished-answers.ts";
import { metrics, observeRequest } from "./metrics.ts";
import { narrowing } from "./narrow.ts";
import { refuseRequest } from "./refusal.ts";
import { requestChecks } from "./request-checks.ts";
import { responseHeaders } from "./response-headers.ts";

export type Site = {
  database: Database;
  settings: Settings;
  log: Logger;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the build's files; in development vite does. */
  files?: RequestHandler;
  isDev?: boolean;
  /** Aborted when the server is about to stop. */
  stopping?: AbortSignal;
};

/** From the first byte of a request to Remix and back. */
export function createApp(site: Site): Express {
  const { settings, log, files, isDev = false } = site;
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", false);
  app.set("etag", false);
  app.set("trust proxy", settings.secure ? ["loopback", "linklocal", "uniquelocal"] : false);
  // we speak plain http. Behind https there is a proxy, and it says for whom it speaks. What the proxy was told by
  // others does not count, not even from an address that looks as near as the proxy's
  const isNear = app.get("trust proxy fn") as (address: string, hop: number) => boolean;
  app.set("trust proxy", (address: string, hop: number) => hop === 0 && isNear(address, hop));

  app.use(
    identify(log),
    responseHeaders(settings, isDev),
    limitBodyTime,
    compression({ level: 3, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } } }),
  );
  app.get("/healthz", alive);
  app.get("/readyz", readiness(site));
  app.get("/metrics", metrics(site));
  app.use(requestChecks(site));
  if (files) app.use(files);
  if (!isDev) app.use(finishedAnswers(site));
  app.use(remix(site));
  app.use(onError(log));
  return app;
}

/** Alive, but with nothing to show before the database is ready. */
export function createStartingApp({ settings, log }: Pick<Site, "settings" | "log">): Express {
  const app = express();
  app.use(identify(log), responseHeaders(settings, false), limitBodyTime);
  app.get("/healthz", alive);
  app.use((request, response) => refuseRequest(request, response.set("Retry-After", "2"), 503));
  return app;
}

const alive: RequestHandler = (_request, response) => void response.type("text").send("ok");

const base32 = "abcdefghijklmnopqrstuvwxyz234567";

/** Names each request, so that an error page and the log can speak of the same one. */
function identify(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const requestId = Array.from(randomBytes(10), (byte) => base32[byte % 32]).join("");
    response.locals.requestId = requestId;
    response.setHeader("X-Request-Id", requestId);
    const { method, path } = request;
    response.once("close", () => {
      const ms = performance.now() - started;
      // one that tells of something as long as its reader looks has no duration of its own
      if (!isEventStream(response)) observeRequest(request, response, ms);
      log.info(
        { requestId, method, path: withoutIds(path), status: response.statusCode, ms: Math.round(ms * 10) / 10 },
        "request",
      );
    });
    next();
  };
}

const isEventStream = (response: Response) =>
  String(response.getHeader("Content-Type") ?? "").startsWith("text/event-stream");

/** Ids, one-time links and addresses of people stay out of the log. */
const withoutIds = (path: string) => path.replace(/[^/]*(@|%40)[^/]*|[^/]{20,}/gi, "…");

function readiness({ database, stopping }: Site): RequestHandler {
  return async (_request, response) => {
    const isReady = !stopping?.aborted && (await isMigrated(database));
    response
      .status(isReady ? 200 : 503)
      .type("text")
      .send(isReady ? "ready" : "not ready");
  };
}

function remix({ build, database, settings, log, stopping }: Site): RequestHandler {
  const make = (build: Site["build"]) =>
    createRequestHandler({
      build,
      getLoadContext(_request, response) {
        const { nonce, requestId, address, takesGzip, keep } = response.locals;
        const isReady = async () => roomOn(response);
        return { database, settings, log, nonce, requestId, address, takesGzip, stopping, keep, isReady };
      },
    });
  const handleOf = typeof build === "function" ? always(make(build)) : narrowing(unsendingData(build), make);
  return (request, response, next) => {
    response.locals.address = networkOf(request.ip ?? "");
    response.locals.takesGzip = request.acceptsEncodings("gzip") !== false;
    const handle = handleOf(response.locals.lead);
    return handle(response.locals.body ? withBody(request, response.locals.body) : request, response, next);
  };
}

/** When the visitor's line takes more: Remix writes whatever it is given, and what waits fills the memory. */
function roomOn(response: Response): Promise<void> | undefined {
  if (!response.writableNeedDrain || response.destroyed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const go = () => {
    response.off("drain", go).off("close", go);
    resolve();
  };
  response.on("drain", go).on("close", go);
  return promise;
}

const always = (handle: RequestHandler) => () => handle;

/** The request as Remix reads it, with the body that has already been counted. */
function withBody(request: Request, body: Buffer): Request {
  const { method, headers, originalUrl, hostname, protocol } = request;
  const get = request.get.bind(request);
  return Object.assign(Readable.from([body]), {
    method,
    headers,
    originalUrl,
    hostname,
    protocol,
    get,
  }) as unknown as Request;
}

/** Four parameters make it express's error handler. */
function onError(log: Logger) {
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    // the reader has hung up: nobody is left to answer, and nothing of ours has failed
    if (request.socket.destroyed) return;
    log.error({ requestId: response.locals.requestId, err: error }, "request failed");
    if (response.headersSent) response.destroy();
    else refuseRequest(request, response, 500);
  };
}
