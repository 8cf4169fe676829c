import type { Request, Response } from "express";
import { detectLocale } from "#app/i18n/detect.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { type Locale, localeOfPath } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { Accepts } from "#app/web/doors/accepts.ts";
import { problemOf, problemType } from "#app/web/doors/problem.ts";
import { plainPage } from "#app/web/errors/plain-page.ts";
import { acceptedAt } from "./lead.ts";

export type RefusalStatus = 400 | 403 | 405 | 408 | 413 | 415 | 421 | 500 | 503;

/**
 * Refuses a request without the site, in the language of the address: by a page, or by JSON where the door speaks JSON.
 */
export function refuseRequest(request: Request, response: Response, status: RefusalStatus): void {
  const locale =
    localeOfPath(request.path) ??
    detectLocale(new Headers({ "accept-language": request.get("accept-language") ?? "" }));
  const { nonce, requestId } = response.locals;
  const door = acceptedAt(response);
  const { title, text } = textsOf(status, locale, door);
  const { tellsIn } = door;
  response.status(status);
  if (tellsIn === "json") {
    const problem = problemOf({ status, requestId, locale, detail: text });
    response.setHeader("Content-Type", problemType).end(JSON.stringify(problem));
  } else response.type("html").send(plainPage({ locale, title, text, requestId, nonce }));
}

function textsOf(
  status: RefusalStatus,
  locale: Locale,
  { mostBytes, mostFileBytes }: Accepts,
): { title: string; text: string } {
  const t = translator(locale);
  if (status === 500) return { title: t("error.500.title"), text: t("error.500.text") };
  const megabytes = formatNumber(locale, (mostFileBytes ?? mostBytes) / 1_000_000);
  if (status === 413 && mostFileBytes !== undefined)
    return { title: t("refusal.413.title"), text: t("refusal.413.file", { megabytes }) };
  return { title: t(`refusal.${status}.title`), text: t(`refusal.${status}.text`, { megabytes }) };
}
