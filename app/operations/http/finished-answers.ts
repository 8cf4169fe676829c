import type { Request, RequestHandler, Response } from "express";
import { findLastChange } from "#app/audit/queries.ts";
import { bringsLanguageAlone, localeFromCookie, rememberLocale } from "#app/i18n/detect.ts";
import { type Locale, localeOfPath } from "#app/i18n/locales.ts";
import type { Settings } from "#app/settings/settings.ts";
import { minuteOf, now } from "#app/time/instant.ts";
import type { FinishedAnswer } from "#app/web/context.ts";
import type { Database, Reader } from "#db/database.ts";
import { AnswerMemory, type Bounds } from "./answer-memory.ts";
import type { Lead } from "./lead.ts";
import { scriptlessPolicy } from "./response-headers.ts";

const bounds: Bounds = { mostAnswers: 1_000, mostBytes: 8_000_000 };

/** Longer addresses are rarely asked for twice. */
const longestAddress = 500;

/**
 * Answers strangers with pages that are finished already: those that all of them see alike, as they were packed for the
 * first one. They hold until the audit has another entry, or the minute has passed, as in `audit/until-changed.ts`.
 * Such a page has no script, and its policy admits none: so nothing in it was drawn for one reader.
 */
export function finishedAnswers({ database, settings }: { database: Database; settings: Settings }): RequestHandler {
  const memory = new AnswerMemory(bounds);
  return async (request, response, next) => {
    const asked = askedByStranger(request, response);
    const moment = asked && (await momentOf(database.read));
    if (!asked || !moment) return next();
    const known = memory.find(moment, asked.name);
    if (known) return send(response, known);
    response.locals.keep = (answer: FinishedAnswer) => {
      if (!setsLanguageAlone(answer, asked.locale, settings)) return;
      response.setHeader(policyHeader, scriptlessPolicy);
      // a copy: what zlib returns may be a part of a buffer of 64 kB, which would be kept with it
      const body = Uint8Array.from(answer.body);
      memory.keep(moment, asked.name, { body, headers: [...answer.headers, [policyHeader, scriptlessPolicy]] });
    };
    next();
  };
}

const policyHeader = "Content-Security-Policy";

type Asked = {
  /** Everything that the answer depends on, other than the database, the minute and the settings. */
  name: string;
  locale: Locale;
};

/** Null where the answer may be another for somebody else. Only packed pages are kept: nearly everybody takes them. */
function askedByStranger(request: Request, response: Response): Asked | null {
  const lead = response.locals.lead as Lead | undefined;
  const { cookie, authorization } = request.headers;
  const locale = localeOfPath(request.path);
  if (!lead?.isAlike || locale === null || authorization !== undefined || !bringsLanguageAlone(cookie)) return null;
  if (request.originalUrl.length > longestAddress || request.acceptsEncodings("gzip") === false) return null;
  // the page tells whoever has read another language last to remember this one
  const isNews = localeFromCookie(cookie ?? null) !== locale;
  return { name: `${isNews ? "new" : "known"} ${request.originalUrl}`, locale };
}

/** Until when what was found holds. Null where the database cannot tell: the page then says what is wrong. */
async function momentOf(db: Reader): Promise<string | null> {
  const minute = minuteOf(now());
  return findLastChange(db).then(
    (change) => `${change} ${minute}`,
    () => null,
  );
}

/** No cookie of anybody's own may be handed to somebody else. */
const setsLanguageAlone = ({ headers }: FinishedAnswer, locale: Locale, { secure }: Settings) =>
  headers.every(([name, value]) => name.toLowerCase() !== "set-cookie" || value === rememberLocale(locale, secure));

function send(response: Response, { headers, body }: FinishedAnswer): void {
  for (const [name, value] of headers) response.appendHeader(name, value);
  response.setHeader("Content-Length", body.byteLength).end(body);
}
