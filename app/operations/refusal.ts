import type { Request, Response } from "express";
import { detectLocale } from "#app/i18n/detect.ts";
import { localeOfPath } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { plainPage } from "#app/web/plain-page.ts";

export type RefusalStatus = 400 | 403 | 405 | 413 | 415 | 421 | 500 | 503;

/** Answers in the language of the address, without the site. */
export function refuse(request: Request, response: Response, status: RefusalStatus): void {
  const locale =
    localeOfPath(request.path) ??
    detectLocale(new Headers({ "accept-language": request.get("accept-language") ?? "" }));
  const t = translator(locale);
  const title = status === 500 ? t("error.500.title") : t(`refusal.${status}.title`);
  const text = status === 500 ? t("error.500.text") : t(`refusal.${status}.text`);
  const { nonce, requestId } = response.locals;
  response.status(status).type("html").send(plainPage({ locale, title, text, requestId, nonce }));
}
