import { covers, may, type Permission, type Reach, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { untilChanged } from "#app/audit/until-changed.ts";
import { certifiableAmong, completedAmong, outdatedAmong } from "#app/desk/certificates/certificate-tasks.ts";
import { formatDate, formatList } from "#app/i18n/format.ts";
import { endonyms, type Locale, locales, textIn } from "#app/i18n/locales.ts";
import { type Counted, countedWithin, waitingIn } from "#app/statistics/cells.ts";
import { type Memory, upToDate } from "#app/statistics/memory.ts";
import { dateOf, type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { isStepReached } from "#app/workshops/life/life.rules.ts";
import { listMissed } from "#app/workshops/life/queries.ts";
import { isFillable, mayNow } from "#app/workshops/moments.rules.ts";
import { seatingStates } from "#app/workshops/rules.ts";
import { listEndedSessions, listInPreparation, listTitled, listWritten } from "./attention.queries.ts";
import { type AttentionKind, missingTexts, mostUrgentFirst, nearDays } from "./attention.rules.ts";
import type { DeskVisit, Item } from "./attention-item.ts";
import { aboutPeople } from "./people-attention.ts";
import { listUndelivered, listUnsent, mostTasks } from "./tasks.queries.ts";

/** The desk asks for what is left of a workshop until so many days after its end. Later it is missing on purpose. */
const remindedDays = 90;
/** Texts of a workshop that begins later than that still have time. */
const writtenDays = 60;

type CountedMap = Memory["workshops"];

/** What waits for somebody within reach of its permission, the most urgent first, each a step from where it is done. */
export async function attentionView(visit: DeskVisit) {
  const { db, actor, at, locale, t } = visit;
  const today = localDate(at, actor.zone);
  const counted = (await upToDate(db)).workshops;
  const found = (
    await Promise.all([
      undelivered(visit),
      unsent(visit),
      missedSteps(visit),
      sheets(visit, today, counted),
      preparation(visit, today),
      untranslated(visit, today),
      unreachable(visit, today, counted),
      certificates(visit, today, counted),
      aboutPeople(visit),
    ])
  ).flat();
  const items = mostUrgentFirst(found, today).slice(0, mostTasks);
  const titles = await listTitled(db, [...new Set(items.map(({ code }) => code).filter(Boolean))]);
  const titleOf = new Map(titles.map(({ code, texts }) => [code, textIn(texts.title, locale)]));
  return items.map(({ languages = [], about = "", on, ...item }) => ({
    ...item,
    languages: formatList(locale, languages),
    when:
      on === null ? "" : t(`desk:attention.when.${whenOf(item.kind, on <= today)}`, { date: formatDate(locale, on) }),
    title: titleOf.get(item.code) ?? { text: about, lang: locale },
  }));
}

function whenOf(kind: AttentionKind, isPast: boolean) {
  if (kind === "awaited") return "awaited" as const;
  if (kind === "sheets") return "held" as const;
  if (kind === "certifiable" || kind === "outdated" || kind === "unnamed") return "ended" as const;
  return isPast ? ("begun" as const) : ("begins" as const);
}

const where = ({ actor }: DeskVisit, permission: Permission): Reach | null =>
  may(actor, permission) ? reachOf(actor, permission) : null;

async function undelivered(visit: DeskVisit): Promise<Item[]> {
  const reach = where(visit, "message.read");
  if (!reach) return [];
  const { locale } = visit;
  return (await listUndelivered(visit.db, reach)).map(({ code, count }) => ({
    ...{ kind: "undelivered", code, count, on: null },
    to: to.messages({ locale, code }),
  }));
}

/** One leads to its own page, several to their list. */
async function unsent(visit: DeskVisit): Promise<Item[]> {
  const reach = where(visit, "message.write");
  if (!reach) return [];
  const { locale } = visit;
  return (await listUnsent(visit.db, reach)).map(({ code, count, id }) => ({
    ...{ kind: "unsent", code, count, on: null },
    to: count === 1 ? to.message({ locale, code, message: id }) : to.messages({ locale, code }),
  }));
}

/** What was to happen by itself on its day, and did not. Whoever has taken the step since has nothing left to do. */
async function missedSteps(visit: DeskVisit): Promise<Item[]> {
  const reach = where(visit, "workshop.change");
  if (!reach) return [];
  const { locale } = visit;
  const missed = (await listMissed(visit.db, reach)).filter(({ state, step }) => !isStepReached(state, step));
  return [...Map.groupBy(missed, ({ code }) => code)].map(([code, own]) => ({
    ...{ kind: "missedStep", code, count: own.length, on: own[0]?.startsOn ?? null },
    to: to.overview({ locale, code }),
  }));
}

async function sheets(visit: DeskVisit, today: LocalDate, all: CountedMap): Promise<Item[]> {
  const reach = where(visit, "attendance.record");
  if (!reach) return [];
  const { db, at, locale } = visit;
  const days = { at, from: plusLocalDays(today, -remindedDays), until: plusLocalDays(today, 1) };
  const unfilled = (await listEndedSessions(db, reach, days)).filter(
    ({ workshopId, sessionId, seatsTaken }) => (all.get(workshopId)?.marks[sessionId] ?? 0) < seatsTaken,
  );
  const byWorkshop = Map.groupBy(unfilled, ({ code }) => code);
  return [...byWorkshop].flatMap(([code, own]) => {
    const [first] = own;
    if (!first) return [];
    const on = dateOf(first.startsLocal);
    return [{ kind: "sheets", code, count: own.length, on, to: to.sheet({ locale, code, n: first.number }) }];
  });
}

/** What has to be there before a workshop begins, and seats that are left. */
async function preparation(visit: DeskVisit, today: LocalDate): Promise<Item[]> {
  const reach = where(visit, "workshop.change");
  if (!reach) return [];
  const { db, at, locale } = visit;
  const until = plusLocalDays(today, nearDays);
  return (await listInPreparation(db, reach, { from: today, until })).flatMap((workshop) => {
    const { code, startsOn: on, capacity, seatsTaken, reserveCount, beginsAt, texts } = workshop;
    const isNear = on <= until;
    const free = capacity - seatsTaken - reserveCount;
    const seats = { taken: seatsTaken, of: capacity };
    const participants = to.participants({ locale, code });
    const details = to.details({ locale, code });
    const items: (Item | null)[] = [
      isNear && beginsAt === null
        ? { kind: "noSession", code, count: 1, on, to: to.newSession({ locale, code }) }
        : null,
      isNear && !textIn(texts.venue, locale).text ? { kind: "noVenue", code, count: 1, on, to: details } : null,
      workshop.hasQueueBesideSeat && isFillable(workshop, at)
        ? { kind: "reserve", code, count: reserveCount, on, to: participants, seats }
        : null,
      isNear && free > 0 && mayNow("enrol", workshop, at)
        ? { kind: "freeSeats", code, count: free, on, to: participants, seats }
        : null,
    ];
    return items.filter((item) => item !== null);
  });
}

/** What many see alike is looked for once. */
async function untranslated(visit: DeskVisit, today: LocalDate): Promise<Item[]> {
  const reach = where(visit, "workshop.change");
  if (!reach) return [];
  const { db, at, locale } = visit;
  const days = { from: today, until: plusLocalDays(today, writtenDays) };
  const all = await untilChanged(db, at, ["desk", "written", days], async () =>
    [...Map.groupBy(await listWritten(db, days), ({ workshopId }) => workshopId).values()].flatMap((own) => {
      const [first] = own;
      const missing = missingTexts(locales, own);
      return first && missing.length ? [{ ...first, missing }] : [];
    }),
  );
  return all
    .filter((workshop) => covers(reach, workshop))
    .map(({ code, startsOn, missing }) => ({
      ...{ kind: "untranslated", code, on: startsOn, to: to.details({ locale, code }) },
      count: missing.reduce((sum, { count }) => sum + count, 0),
      languages: missing.map(({ language }: { language: Locale }) => endonyms[language]),
    }));
}

async function unreachable(visit: DeskVisit, today: LocalDate, all: CountedMap): Promise<Item[]> {
  const reach = where(visit, "participant.read");
  if (!reach || !may(visit.actor, "message.read")) return [];
  const { locale } = visit;
  const until = plusLocalDays(today, nearDays);
  const coming = countedWithin(
    all.values(),
    reach,
    ({ state, startsOn, endsOn }) => seatingStates.includes(state) && endsOn >= today && startsOn <= until,
  );
  return coming
    .map((workshop) => ({ ...workshop, count: waitingIn(workshop, "unreachable") }))
    .filter(({ count }) => count > 0)
    .map(({ code, count, startsOn: on }) => ({
      ...{ kind: "unreachable", code, count, on, to: to.participants({ locale, code }) },
    }));
}

/** What is left to do when a workshop is completed. */
async function certificates(visit: DeskVisit, today: LocalDate, all: CountedMap): Promise<Item[]> {
  const { db, at, actor, locale } = visit;
  const since = plusLocalDays(today, -remindedDays);
  const reach = where(visit, "certificate.issue");
  if (!reach) return [];
  const completed = new Map(completedAmong(all.values(), reach, since).map((workshop) => [workshop.code, workshop]));
  const item = (kind: AttentionKind, code: string, count: number): Item => ({
    ...{ kind, code, count, on: completed.get(code)?.endsOn ?? null },
    to: to.certificates({ locale, code }),
  });
  const ofKind = (kind: AttentionKind, tasks: { code: string; count: number }[]) =>
    tasks.map(({ code, count }) => item(kind, code, count));
  // who has come and can have none yet: only there a name may be missing
  const unsettled = [...completed.values()]
    .filter(({ origins }) =>
      origins.some(({ attending, certified, certifiable }) => attending > certified + certifiable),
    )
    .sort((a, b) => (a.endsOn > b.endsOn ? -1 : 1))
    .slice(0, mostTasks);
  const ends = reachOf(actor, "certificate.end");
  const isWithin = (workshop: Counted) => covers(ends, workshop);
  const unnamed = unsettled.map((workshop) => ({ code: workshop.code, count: waitingIn(workshop, "unnamed") }));
  return [
    ...ofKind("certifiable", certifiableAmong([...completed.values()])),
    ...ofKind("outdated", await outdatedAmong(db, [...completed.values()].filter(isWithin), { since, at })),
    ...ofKind(
      "unnamed",
      unnamed.filter(({ count }) => count > 0),
    ),
  ];
}
