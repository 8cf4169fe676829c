import type { Page } from "playwright-core";
import { institutions } from "#app/demo/content/institutions.ts";
import { bordersProgramme } from "#app/demo/content/programmes.ts";
import { endonyms, type Locale, locales } from "#app/i18n/locales.ts";
import { now } from "#app/time/instant.ts";
import type { ClockTime, LocalDate } from "#app/time/wall-time.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { labelled, marked, seen, submit, t } from "#test/support/browser.ts";

const zone = "America/Mexico_City";
const today = localDate(now(), zone);
const [yesterday, tomorrow] = [plusLocalDays(today, -1), plusLocalDays(today, 1)];

export const codeOf = (locale: Locale) => `MJ-E2E-${locale.toUpperCase()}`;

type Texts = Record<Locale, string>;

/** With the code in it, so that the letters about each can be told apart. */
export const titlesOf = (code: string): Texts => ({
  es: `Revisión de equipaje: de la señal al hallazgo (${code})`,
  ja: `手荷物検査：兆候から発見まで（${code}）`,
  en: `Examining baggage: from signal to find (${code})`,
});

/** What else coordinators write about a workshop that has sessions tomorrow at its venue. */
const texts: Record<"summary" | "venue" | "requirements", Texts> = {
  summary: {
    es: "Dos sesiones de práctica en la sala de llegadas.",
    ja: "到着ロビーで行う2回の実習です。",
    en: "Two practical sessions in the arrivals hall.",
  },
  venue: { es: "Aeropuerto de la Ciudad de México", ja: "メキシコシティ空港", en: "Mexico City Airport" },
  requirements: { es: "Gafete de la institución.", ja: "所属機関の身分証。", en: "Your institution’s badge." },
};

export type PlannedSession = { date: LocalDate; from: ClockTime; to: ClockTime; title: Texts; isCounted: boolean };

export const first: PlannedSession = {
  date: tomorrow,
  from: "09:00",
  to: "10:30",
  title: { es: "Señales en la fila", ja: "列に表れる兆候", en: "Signals in the queue" },
  isCounted: true,
};

export const second: PlannedSession = {
  date: tomorrow,
  from: "11:00",
  to: "12:30",
  title: { es: "Apertura y registro", ja: "開披と記録", en: "Opening and recording" },
  isCounted: true,
};

/** Where they are moved once people have their seats, so that attendance can be taken whatever the hour. */
export const held = [first, second].map((session) => ({ ...session, date: yesterday }));

/** Whatever the hour at the venue, this one is still to come, so that letters announce it. */
export const closing: PlannedSession = {
  date: tomorrow,
  from: "16:00",
  to: "16:45",
  title: { es: "Clausura", ja: "閉講式", en: "Closing" },
  isCounted: false,
};

type PlannedWorkshop = { code: string; startsOn: LocalDate; endsOn: LocalDate; capacity: string };

export async function fillWorkshop(
  page: Page,
  locale: Locale,
  planned: PlannedWorkshop = { code: codeOf(locale), startsOn: yesterday, endsOn: tomorrow, capacity: "12" },
): Promise<void> {
  const field = (name: string) => labelled(page, t(locale, `desk:field.${name}`));
  const host = institutions.find(({ code }) => code === "MX-CUSTOMS")?.history.at(-1)?.names[locale] ?? "";
  await field("programmeId").selectOption({ label: bordersProgramme.texts[locale].title });
  await field("code").fill(planned.code);
  await field("hostInstitutionId").selectOption({ label: host });
  await field("zone").selectOption({ label: t(locale, "common:zone.America_Mexico_City") });
  await field("startsOn").fill(planned.startsOn);
  await field("endsOn").fill(planned.endsOn);
  await field("capacity").fill(planned.capacity);
  await page.getByRole("checkbox", { name: t(locale, "common:language.es") }).check();
  for (const [name, translations] of Object.entries({ title: titlesOf(planned.code), ...texts })) {
    const group = page.getByRole("group", { name: marked(t(locale, `desk:field.${name}`)) });
    for (const language of locales) await labelled(group, endonyms[language]).fill(translations[language]);
  }
}

export async function fillSession(page: Page, locale: Locale, session: PlannedSession): Promise<void> {
  const field = (name: string) => labelled(page, t(locale, `desk:field.${name}`));
  await field("date").fill(session.date);
  await field("startsTime").fill(session.from);
  await field("endsTime").fill(session.to);
  await page.getByRole("checkbox", { name: t(locale, "desk:hint.isCounted") }).setChecked(session.isCounted);
  for (const language of locales) {
    await labelled(
      page,
      t(locale, "desk:field.sessionTitle") + t(locale, "common:fact.note", { note: endonyms[language] }),
    ).fill(session.title[language]);
  }
}

export async function saveSession(page: Page, locale: Locale): Promise<void> {
  await submit(page, t(locale, "desk:session.save"));
  await seen(page.getByText(t(locale, "desk:done.sessionSaved")));
}
