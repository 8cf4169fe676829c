import type { Locale } from "#app/i18n/locales.ts";
import { namespaces } from "#app/i18n/namespaces.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What a list is described by asks for texts of many rooms, on its page as in a file. */
export const useWholeTranslation = (): { t: Translator; locale: Locale } => useTranslation(namespaces);
