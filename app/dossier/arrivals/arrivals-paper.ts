import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { settable } from "#app/documents/glyphs.ts";
import type { PdfSource } from "#app/documents/pdf.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formalDay } from "#app/i18n/formal-dates.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { ShownName } from "#app/people/names.ts";
import type { WholeWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { findTerms } from "../terms/terms.queries.ts";
import { arrivalsOf } from "./arrivals-view.ts";

type Making = { workshop: WholeWorkshop; locale: Locale; t: Translator };

const template = () => readFileSync(resolve(process.cwd(), "app/dossier/arrivals/arrivals.typ"), "utf8");

/** Who is met when and where, for whoever drives. Null where nobody's arrival is known. */
export async function arrivalsPaper(db: Reader, { workshop, locale, t }: Making): Promise<PdfSource | null> {
  const { arrivals, seated, missing, lodgings } = await arrivalsOf(db, workshop, locale);
  if (!arrivals.length) return null;
  const { meetingPoint } = await findTerms(db, workshop.id);
  const fonts = readFontCoverage();
  const own = (text: string) => ({ text, lang: locale });
  const written = (text: string) => ({ text, lang: langOfName(text) ?? "es" });
  const named = ({ name, second }: ShownName) => [name, second].filter(Boolean).map(written);
  const titled = textIn(workshop.texts.title, locale);
  const point = textIn(meetingPoint, locale);
  const data = {
    lang: locale,
    title: `${t("dossier:arrivals.title")} · ${workshop.code}`,
    workshop: titled.text ? titled : own(workshop.code),
    point: point.text ? { term: t("dossier:journey.meetingPoint"), ...point } : null,
    clock: t("dossier:arrivals.clock", { city: cityOf(workshop.zone, t) }),
    heads: (["time", "who", "carrier", "place", "lodging"] as const).map((name) => t(`dossier:arrivals.head.${name}`)),
    days: [...Map.groupBy(arrivals, ({ day }) => day)].map(([day, people]) => ({
      day: formalDay(locale, day),
      count: t("dossier:arrivals.people", { count: people.length }),
      rows: people.map(({ time, name, carrier, place, lodging }) => ({
        ...{ time, names: named(name) },
        ...{ carrier: written(carrier), place: written(place), lodging: written(lodging) },
      })),
    })),
    foot: [
      t("dossier:arrivals.known", { count: arrivals.length, seated }),
      ...lodgings.map(({ name, count }) => t("dossier:arrivals.lodging", { name, count })),
    ],
    missing: missing.length ? { term: t("dossier:arrivals.missing"), names: missing.flatMap(named) } : null,
  };
  const json = JSON.stringify(data, (_, value: unknown) =>
    typeof value === "string" ? settable(fonts, value) : value,
  );
  return { main: template(), files: { "/arrivals.json": json }, createdAt: new Date(workshop.changedAt) };
}
