import { textIn } from "#app/i18n/locales.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { nomineeDay } from "#app/nominations/application/application-view.ts";
import { listStandings } from "#app/nominations/application/queries.ts";
import { applicationStanding, isApplicationOpen } from "#app/nominations/application/standing.queries.ts";
import { deadlineTimes } from "#app/nominations/call/deadline-text.ts";
import { listCalls, type StoredCall } from "#app/nominations/call/queries.ts";
import { isCallOpen, isCorrectable } from "#app/nominations/nomination/known.queries.ts";
import { listNominationsOf } from "#app/nominations/nomination/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { hasDay, nextFor } from "./own.rules.ts";

type Visit = Pick<Reading, "db" | "actor" | "locale" | "t" | "at">;
type Row = Awaited<ReturnType<typeof listNominationsOf>>[number];

export type OwnNomination = Awaited<ReturnType<typeof ownNominations>>[number];

/** Where the reader is nominated or was, by which institution, and what is next: what is still to come stands first. */
export async function ownNominations(visit: Visit) {
  const rows = await listNominationsOf(visit.db, visit.actor.personId);
  return (await ownViews(rows, visit)).toSorted(
    (a, b) => Number(a.isOver) - Number(b.isOver) || a.startsOn.localeCompare(b.startsOn),
  );
}

/** The same of some that have been read. */
export async function ownViews(rows: Row[], { db, actor, locale, t, at }: Visit) {
  if (!rows.length) return [];
  const workshopIds = [...new Set(rows.map(({ workshopId }) => workshopId))];
  const workshops = new Map((await listWorkshopsById(db, workshopIds)).map((workshop) => [workshop.id, workshop]));
  const calls = new Map((await listCalls(db, workshopIds)).map((call) => [call.workshopId, call]));
  const standings = await listStandings(
    db,
    rows.map(({ id }) => id),
  );
  const senderIds = [...new Set(rows.map(({ institutionId }) => institutionId))];
  const senders = await listInstitutions(db, localDate(at, actor.zone), senderIds);
  return rows.flatMap((row) => {
    const workshop = workshops.get(row.workshopId);
    return workshop ? [viewOf(row, workshop, calls.get(row.workshopId) ?? null)] : [];
  });

  function viewOf(row: Row, workshop: Workshop, call: StoredCall | null) {
    const sender = senders.find(({ id }) => id === row.institutionId);
    const view = workshopView(workshop, { locale, t, at });
    const isAhead = mayNow("nominate", workshop, at);
    const next = nextFor({
      ...{ state: row.state, isEnrolled: Boolean(row.isEnrolled), isCancelled: workshop.state === "cancelled" },
      ...{ isAhead, isOpen: isCallOpen(call, workshop, at), isCorrectable: isCorrectable(call, workshop, row, at) },
    });
    const day = (row.state === "returned" ? row.correctByOn : null) ?? call?.content.closesOn;
    const zone = call?.content.zone ?? workshop.zone;
    return {
      ...{ id: row.id, state: row.state, next, isOver: next === "over" || next === "cancelled" },
      ...{ code: view.code, title: view.title, period: view.period, startsOn: workshop.startsOn },
      application: applicationStep(row, workshop, call),
      sender: textIn(sender?.name ?? {}, locale),
      by: day && hasDay(next) ? deadlineTimes(day, zone, { locale, t, zone: actor.zone }) : null,
    };
  }

  /** What the nominee themselves still has to fill in, and until when; null where they are asked for nothing. */
  function applicationStep(row: Row, workshop: Workshop, call: StoredCall | null) {
    const state = row.state === "withdrawn" ? null : applicationStanding(call, standings.get(row.id));
    if (state === null || !call) return null;
    const isOpen = isApplicationOpen({ call, workshop, nomination: row }, at);
    if (!isOpen && state !== "sent") return null;
    return { state, isOpen, by: isOpen ? nomineeDay(call, row, { locale, t, zone: actor.zone }) : null };
  }
}
