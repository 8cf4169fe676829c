import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import type { Settings } from "#app/settings/settings.ts";

/** Runs `work` just before the headers leave, when the route has said all it wants to say. */
function beforeHeaders(response: ServerResponse, work: () => void): void {
  const writeHead = response.writeHead;
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    response.writeHead = writeHead;
    work();
    return writeHead.apply(response, args);
  }) as typeof writeHead;
}

/** A fresh nonce for each response, and the headers that every response carries unless its route has set its own. */
export function responseHeaders(settings: Settings, isDev: boolean): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString("base64url");
    response.locals.nonce = nonce;
    const headers = { ...fixedHeaders(settings), "Content-Security-Policy": contentPolicy({ nonce, isDev }) };
    beforeHeaders(response, () => {
      for (const [name, value] of Object.entries(headers))
        if (!response.hasHeader(name)) response.setHeader(name, value);
    });
    next();
  };
}

const fixedHeaders = ({ secure }: Settings) => ({
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  ...(secure && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
  "X-Content-Type-Options": "nosniff",
});

/** Of pages that have no script: nothing in it is meant for one answer alone, so it can be kept with the page. */
export const scriptlessPolicy = contentPolicy({ nonce: null, isDev: false });

/** While developing, vite brings styles as inline elements and talks through a web socket. */
function contentPolicy({ nonce, isDev }: { nonce: string | null; isDev: boolean }): string {
  const ownStyles = nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    nonce === null ? "script-src 'none'" : `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    isDev ? "style-src 'self' 'unsafe-inline'" : ownStyles,
    "img-src 'self' data:",
    "font-src 'self'",
    isDev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(isDev ? [] : ["require-trusted-types-for 'script'", "trusted-types 'none'"]),
  ].join("; ");
}
