import {
  inventedNote,
  type SessionContent,
  type SessionWhen,
  type WorkshopContent,
  type WorkshopText,
} from "#app/demo/workshops/workshop-content.ts";
import { locales } from "#app/i18n/locales.ts";
import { searchWords } from "#app/tables/search.ts";
import { type Instant, plusDays, plusMinutes } from "#app/time/instant.ts";
import type { LocalDate, WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Id } from "#db/id.ts";
import type { PlannedWorkshop } from "./calendar.ts";
import type { Row } from "./rows.ts";
import { known, type World } from "./world.ts";

export type SeededSession = {
  id: Id<"session">;
  startsLocal: WallTime;
  startsAt: Instant;
  endsAt: Instant;
  isCounted: boolean;
};
export type SeededWorkshop = PlannedWorkshop & {
  id: Id<"workshop">;
  /** The row itself: its counters follow when people enrol. */
  row: Row<"workshop">;
  sessions: SeededSession[];
  /** When people could begin to ask for a seat. */
  opensAt: Instant;
};

/** Adds workshops with codes in the order of their days: `MJ-2026-01` is the first of its year. */
export function addWorkshops(world: World, planned: PlannedWorkshop[]): SeededWorkshop[] {
  const perYear = new Map<string, number>();
  return planned
    .toSorted((one, other) => firstOf(one.days).localeCompare(firstOf(other.days)))
    .map((workshop) => {
      const year = firstOf(workshop.days).slice(0, 4);
      const number = (perYear.get(year) ?? 0) + 1;
      perYear.set(year, number);
      return addWorkshop(world, workshop, `MJ-${year}-${String(number).padStart(2, "0")}`);
    });
}

export function addWorkshop(world: World, planned: PlannedWorkshop, code: string): SeededWorkshop {
  const { content, state, days } = planned;
  const id = world.id<"workshop">();
  const moduleOf = addModules(world, id, content);
  const sessions = content.sessions.map((session, index) =>
    addSession(world, {
      workshopId: id,
      number: index + 1,
      moduleId: moduleOf.get(index + 1) ?? null,
      session,
      content,
      days,
    }),
  );
  const opensAt = opening(world.at, sessions);
  const row = {
    id,
    programmeId: known(world.programmeIds, content.programme),
    code,
    hostInstitutionId: known(world.institutionIds, content.host),
    mode: content.mode,
    zone: content.zone,
    country: content.country,
    startsOn: firstOf(days),
    endsOn: days.at(-1) as LocalDate,
    capacity: content.capacity,
    seatsTaken: 0,
    reserveCount: 0,
    lastTicket: 0,
    minimumAttendance: content.minimumAttendance,
    admission: "open" as const,
    contactName: content.contact?.name ?? "",
    contactEmail: content.contact?.email ?? "",
    contactPhone: content.contact?.phone ?? "",
    state,
    createdAt: plusDays(opensAt, -20),
    changedAt: changed(state, opensAt, sessions),
    ...spanOf(sessions),
  };
  const searched = addTexts(world, id, content);
  world.rows.workshop.push(row);
  for (const word of searchWords([code, ...searched])) world.rows.workshopWord.push({ word, workshopId: id });
  for (const [index, locale] of content.languages.entries())
    world.rows.workshopLanguage.push({ workshopId: id, position: index + 1, locale });
  for (const code of content.themes)
    world.rows.workshopTheme.push({ workshopId: id, themeId: known(world.themeIds, code) });
  return { ...planned, id, row, sessions, opensAt };
}

/** @returns the module of each session that has one, by its number */
function addModules({ rows, id }: World, workshopId: Id<"workshop">, { modules = [] }: WorkshopContent) {
  const moduleOf = new Map<number, Id<"module">>();
  for (const [place, { sessions, title, objective, indicator }] of modules.entries()) {
    const moduleId = id<"module">();
    rows.module.push({ id: moduleId, workshopId, position: place + 1 });
    for (const [index, locale] of locales.entries()) {
      const texts = { title: title[index], objective: objective[index], indicator: indicator[index] };
      rows.moduleText.push({ moduleId, locale, ...texts });
    }
    for (const number of sessions) moduleOf.set(number, moduleId);
  }
  return moduleOf;
}

const spanOf = (sessions: SeededSession[]) => ({
  beginsAt: sessions.map(({ startsAt }) => startsAt).sort()[0] ?? null,
  endsAt:
    sessions
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1) ?? null,
});

/** Returns what a search looks through. */
function addTexts({ rows }: World, workshopId: Id<"workshop">, { texts }: WorkshopContent): string[] {
  return locales.flatMap((locale) => {
    const text: WorkshopText = { title: "", summary: "", venue: "", requirements: "", ...texts[locale] };
    const summary = text.summary && [text.summary, inventedNote[locale]].join(locale === "ja" ? "" : " ");
    rows.workshopText.push({ workshopId, locale, ...text, summary });
    return [text.title, summary, text.venue];
  });
}

type NewSession = {
  workshopId: Id<"workshop">;
  number: number;
  moduleId: Id<"module"> | null;
  session: SessionContent;
  content: WorkshopContent;
  days: LocalDate[];
};

function addSession(
  { rows, id }: World,
  { workshopId, number, moduleId, session, content, days }: NewSession,
): SeededSession {
  const [when, kind, room, ...titles] = session;
  const isCounted = kind !== "ceremony";
  const sessionId = id<"session">();
  const times = timesOf(when, days, content.zone);
  rows.session.push({ id: sessionId, workshopId, number, moduleId, kind, ...times, room, isCounted });
  for (const [index, locale] of locales.entries())
    rows.sessionText.push({ sessionId, locale, title: titles[index] ?? "" });
  return { id: sessionId, ...times, isCounted };
}

export function timesOf(when: SessionWhen, days: LocalDate[], zone: Zone) {
  const [, day = "", from, to] = /^(\d+) (.{5})-(.{5})$/.exec(when) ?? [];
  const [startsLocal, endsLocal] = [`${days[Number(day)]}T${from}`, `${days[Number(day)]}T${to}`] as [
    WallTime,
    WallTime,
  ];
  const [startsAt, endsAt] = [wallToInstant(startsLocal, zone), wallToInstant(endsLocal, zone)];
  if (!startsAt || !endsAt) throw new Error(`The clocks in ${zone} never show ${startsLocal} or ${endsLocal}.`);
  return { startsLocal, endsLocal, zone, startsAt, endsAt };
}

/** Two months before the start, or as long ago as is needed for everybody to have asked by now. */
function opening(at: Instant, [first]: SeededSession[]): Instant {
  const [usual, latest] = [plusDays(first?.startsAt ?? at, -60), plusDays(at, -15)];
  return usual < latest ? usual : latest;
}

/** By then everybody has asked, and whoever withdraws has done so. */
const daysOfRequests = 14.5;

function changed(state: WorkshopState, opensAt: Instant, sessions: SeededSession[]): Instant {
  if (state === "completed") return completedAt(sessions);
  if (state === "running") return sessions[0]?.startsAt ?? opensAt;
  if (state === "draft" || state === "published") return plusDays(opensAt, -2);
  return state === "open" ? opensAt : plusDays(opensAt, daysOfRequests);
}

/** The coordinator closes a workshop some minutes after its last session. */
export const completedAt = (sessions: SeededSession[]): Instant =>
  plusMinutes((sessions.at(-1) as SeededSession).endsAt, 50);

const firstOf = (days: LocalDate[]) => days[0] as LocalDate;
