import type { Request, Response } from "express";
import { detectLocale } from "#app/i18n/detect.ts";
import { localeOfPath } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";

export type RefusalStatus = 400 | 403 | 405 | 413 | 415 | 421 | 500 | 503;

/** A page that needs nothing but itself, for what never reaches the site or breaks on the way. */
export function refuse(request: Request, response: Response, status: RefusalStatus): void {
  const locale = localeOfPath(request.path) ?? detectLocale(new Headers({ "accept-language": request.get("accept-language") ?? "" }));
  const t = translator(locale);
  const title = status === 500 ? t("error.500.title") : t(`refusal.${status}.title`);
  const text = status === 500 ? t("error.500.text") : t(`refusal.${status}.text`);
  const { nonce, requestId } = response.locals;
  response
    .status(status)
    .type("html")
    .send(`<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Puente</title>
<style nonce="${nonce}">
  body { max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.7 system-ui, sans-serif; color: #1a1a1a; }
</style>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/${locale}">${t("error.home")}</a></p>
<p><small>${t("error.id", { id: requestId })}</small></p>
</html>
`);
}
