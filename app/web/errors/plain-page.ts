import { to } from "#app/addresses.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";

type PlainPage = { locale: Locale; title: string; text: string; requestId: string; nonce: string };

/** A page that needs no style sheet and no route: for a refused request, a fault, or a file that cannot be sent. */
export function plainPage({ locale, title, text, requestId, nonce }: PlainPage): string {
  const t = translator(locale);
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Puente</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">
  :root { color-scheme: light dark; }
  :lang(ja) { word-break: auto-phrase; line-break: strict; }
  h1 { font-size: 1.75rem; line-height: 1.35; text-wrap: balance; }
  body { max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.7 system-ui, sans-serif; }
</style>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="${to.home({ locale })}">${t("error.home")}</a></p>
<p><small>${t("error.id", { id: requestId })}</small></p>
</html>
`;
}
