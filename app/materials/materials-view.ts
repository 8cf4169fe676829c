import { kindOfType } from "#app/files/kinds.rules.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { endonyms, type Locale, textIn } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Material } from "./queries.ts";
import type { MaterialClass, MaterialLanguage } from "./rules.ts";

/** A material as lists show it, ready in the reader's language. */
export type MaterialView = {
  number: number;
  title: string;
  /** The language of its title; null where nothing says it. */
  lang: Locale | null;
  class: MaterialClass;
  /** Language, kind and size. */
  facts: string[];
  sessionId: string | null;
};

type Reader = { locale: Locale; t: Translator };

export function materialView(material: Material, { locale, t }: Reader): MaterialView {
  const { number, title, language, sessionId, type, sizeBytes } = material;
  const kind = kindOfType(type)?.toUpperCase() ?? "";
  return {
    number,
    title,
    lang: langOf(material),
    class: material.class,
    facts: [languageName(language, t), kind, fileSize(sizeBytes, { locale, t })].filter(Boolean),
    sessionId,
  };
}

export const langOf = ({ language, title }: Pick<Material, "language" | "title">): Locale | null =>
  language === "mul" ? (langOfName(title) ?? null) : language;

export const languageName = (language: MaterialLanguage, t: Translator): string =>
  language === "mul" ? t("materials:language.mul") : endonyms[language];

/** 850 kB, 1.2 MB: as people say how large a file is. */
export function fileSize(bytes: number, { locale, t }: Reader): string {
  if (bytes < 1_000_000) return t("materials:size.kB", { size: formatNumber(locale, Math.ceil(bytes / 1000)) });
  return t("materials:size.MB", { size: formatNumber(locale, Math.round(bytes / 100_000) / 10) });
}

/** What those who keep a workshop see besides. */
export type KeptView = MaterialView & { version: number; added: string; addedBy: string; isErased: boolean };

type Keeper = Reader & { zone: Zone; adders: Map<string, string> };

export const keptView = (material: Material, { adders, zone, ...reader }: Keeper): KeptView => ({
  ...materialView(material, reader),
  version: material.version,
  added: formatInstant(reader.locale, material.addedAt, zone),
  addedBy: adders.get(material.addedBy ?? "") ?? "",
  isErased: material.erasedAt !== null,
});

/** Materials that stand together: of the whole workshop, or of one session. */
export type MaterialGroup<View extends MaterialView> = {
  /** Null for the whole workshop. */
  session: { number: number; title: Localised } | null;
  materials: View[];
};

/** First those of the whole workshop, then by session. Groups without any are left out. */
export function grouped<View extends MaterialView>(
  views: View[],
  sessions: Session[],
  locale: Locale,
): MaterialGroup<View>[] {
  const of = (sessionId: string | null) => views.filter((one) => one.sessionId === sessionId);
  return [
    { session: null, materials: of(null) },
    ...sessions.map(({ id, number, title }) => ({
      session: { number, title: textIn(title, locale) },
      materials: of(id),
    })),
  ].filter(({ materials }) => materials.length > 0);
}
