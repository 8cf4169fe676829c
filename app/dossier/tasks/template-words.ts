import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { TemplateName } from "./template.rules.ts";

/** What a task of the template is called in a language. */
export function templateWords(name: TemplateName, locale: Locale): { title: string; note: string } {
  const t = translator(locale);
  return { title: t(`dossier:template.${name}.title`), note: t(`dossier:template.${name}.note`) };
}
