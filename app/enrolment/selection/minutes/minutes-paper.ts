import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { settable } from "#app/documents/glyphs.ts";
import type { PdfSource } from "#app/documents/pdf.ts";
import { formalDate, formalPeriod } from "#app/i18n/formal-dates.ts";
import { formatShare } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { type Balance, decisionReasons, decisions } from "#app/nominations/selection/selection.rules.ts";
import { registerName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import { howTables, type PaperTable, ruleFacts } from "./how-tables.ts";
import type { Minutes } from "./minutes.queries.ts";

type Making = { minutes: Minutes; number: number; locale: Locale; t: Translator };
const template = () => readFileSync(resolve(process.cwd(), "app/enrolment/selection/minutes/minutes.typ"), "utf8");

/** The minutes of a round, ready to be laid out. The same round gives the same bytes. */
export function minutesPaper({ minutes, number, locale, t }: Making): PdfSource {
  const { workshop, announcedAt, balance } = minutes;
  const fonts = readFontCoverage();
  const announcedOn = formalDate(locale, localDate(announcedAt, workshop.zone));
  const data = {
    lang: locale,
    title: t("selection:minutes.title"),
    lead: t("selection:minutes.lead", { date: announcedOn }),
    workshop: textIn(workshop.title, locale).text || workshop.code,
    facts: [
      { term: t("selection:minutes.code"), text: workshop.code },
      { term: t("selection:minutes.dates"), text: formalPeriod(locale, workshop.startsOn, workshop.endsOn) },
      { term: t("selection:minutes.announced"), text: announcedOn },
      ...ruleFacts(minutes, t),
    ],
    tables: [
      ...[seatTable(), ...peopleTables(), reasonTable(), balanceTable()],
      ...howTables(minutes, { locale, t }),
    ].filter(({ rows }) => rows.length),
    foot: t("selection:minutes.foot", { code: workshop.code, number, date: announcedOn }),
  };
  const json = JSON.stringify(data, (_, value: unknown) =>
    typeof value === "string" ? settable(fonts, value) : value,
  );
  return { main: template(), files: { "/minutes.json": json }, createdAt: new Date(announcedAt) };

  function seatTable(): PaperTable {
    const pool = t(minutes.groups.length > 1 ? "quotas:group.pool" : "quotas:group.whole");
    const nameOf = ({ names, country }: Minutes["groups"][number]) => {
      if (country) return t("quotas:group.country", { country: countryName(country, locale, t) });
      return names ? textIn(names, locale).text : pool;
    };
    return {
      title: t("selection:effect.title"),
      head: [
        ...[t("quotas:list.group"), t("selection:effect.free"), t("selection:column.selected")],
        ...[t("selection:column.reserve"), t("selection:effect.left")],
      ],
      rows: minutes.groups.map((group) => {
        const { free, selected, reserves, left } = group.seats;
        return [nameOf(group), ...[free, selected, reserves, left].map(String)];
      }),
    };
  }

  function peopleTables(): PaperTable[] {
    return decisions.map((decision) => ({
      title: t(`selection:column.${decision}`),
      head: [
        ...[t("nominations:column.name"), t("nominations:column.sender"), t("nominations:column.rank")],
        ...(decision === "reserve" ? [t("selection:reserveRank")] : []),
      ],
      rows: minutes.people
        .filter((one) => one.decision === decision)
        .toSorted((a, b) => (a.reserveRank ?? 0) - (b.reserveRank ?? 0))
        .map((one) => [
          registerName(one, locale).name,
          textIn(one.sender, locale).text,
          String(one.rank),
          ...(decision === "reserve" ? [String(one.reserveRank ?? "")] : []),
        ]),
    }));
  }

  /** By class alone: why whom, stands on nobody's paper. */
  function reasonTable(): PaperTable {
    const count = (because: string) =>
      minutes.people.filter((one) => one.decision === "notSelected" && one.because === because).length;
    return {
      title: t("selection:because.title"),
      head: [t("selection:because.title"), t("selection:balance.people")],
      rows: decisionReasons.flatMap((because) =>
        count(because) ? [[t(`selection:because.${because}`), String(count(because))]] : [],
      ),
    };
  }

  function balanceTable(): PaperTable {
    const part = (count: number, whole: number) =>
      t("selection:balance.part", { part: count, whole, share: formatShare(locale, whole ? count / whole : null) });
    const row = (name: string, value: (one: Balance) => string) => [
      name,
      value(balance.nominated),
      value(balance.selected),
    ];
    return {
      title: t("selection:balance.title"),
      head: [t("selection:balance.of"), t("selection:balance.all"), t("selection:column.selected")],
      rows: [
        row(t("selection:balance.people"), ({ people }) => String(people)),
        row(t("selection:balance.women"), ({ women, knownSex }) => part(women, knownSex)),
        row(t("selection:balance.firstTimers"), ({ firstTimers, people }) => part(firstTimers, people)),
        row(t("selection:balance.institutions"), ({ institutions }) => String(institutions)),
        row(t("selection:balance.countries"), ({ byCountry }) =>
          byCountry.map(({ country, count }) => `${countryName(country, locale, t)} ${count}`).join(" · "),
        ),
      ],
    };
  }
}
