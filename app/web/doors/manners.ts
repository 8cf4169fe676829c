import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { detectLocale } from "#app/i18n/detect.ts";
import { localeOfPath } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { AppContext } from "#app/web/context.ts";
import { sessionToken } from "#app/web/cookie.ts";
import { errorKind } from "#app/web/errors/error-kind.ts";
import { plainPage } from "#app/web/errors/plain-page.ts";
import { ownPath } from "#app/web/own-path.ts";
import { bearerOf } from "./bearer.ts";
import type { Manners, Visit } from "./door.ts";
import { problemResponse } from "./problem.ts";

/** The error page takes the id from the body. */
export const asPage: Manners = {
  tokenOf: (request, { settings }) => sessionToken(request, settings.secure),
  stranger: toSignIn,
  failure: ({ status, headers }, _request, { requestId }) => new Response(requestId, { status, headers }),
};

/** Where a file was asked for there is no page: the answer is one itself. */
export const asFile: Manners = { ...asPage, failure: pageInsteadOfFile };

/** A program is told in its own language. */
export const asProblem: Manners = {
  tokenOf: bearerOrCookie,
  stranger: () => new Response(null, { status: 401, headers: { "WWW-Authenticate": "Bearer" } }),
  failure: ({ status, headers }, request, { requestId }) =>
    problemResponse({ status, requestId, locale: localeOf(request) }, headers),
};

/** And back again, once signed in: as far as the way back is one that signing in follows, and no longer. */
function toSignIn({ url, locale, request }: Visit): Response {
  const page = url.pathname.replace(/\.data$/, "");
  const next = (request.method === "GET" && ownPath(`${page}${url.search}`)) || ownPath(page);
  return redirect(to.signIn({ locale }, next ? { next } : {}));
}

function pageInsteadOfFile(
  { status, headers }: Response,
  request: Request,
  { requestId, nonce }: AppContext,
): Response {
  const locale = localeOf(request);
  const kind = errorKind(status);
  const t = translator(locale);
  const page = plainPage({ locale, title: t(`error.${kind}.title`), text: t(`error.${kind}.text`), requestId, nonce });
  return new Response(page, {
    status,
    headers: { ...Object.fromEntries(headers), "Content-Type": "text/html; charset=utf-8" },
  });
}

/**
 * A token in the header counts alone. A cookie comes by itself, so it counts only where no other site sent the request.
 */
function bearerOrCookie(request: Request, { settings }: AppContext): string | null {
  const named = request.headers.get("authorization");
  if (named !== null) return bearerOf(named);
  const site = request.headers.get("sec-fetch-site") ?? "same-origin";
  return site === "same-origin" || site === "none" ? sessionToken(request, settings.secure) : null;
}

const localeOf = (request: Request) => localeOfPath(new URL(request.url).pathname) ?? detectLocale(request.headers);
