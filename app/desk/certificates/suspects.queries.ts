import { sql } from "kysely";
import type { AuditSubject } from "#app/audit/actions.ts";
import type { Counted } from "#app/statistics/cells.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/**
 * Of some completed workshops those of whose valid certificates one may say what is not so any more: something that it
 * says has changed since the last day, or its holder has not completed the workshop. Whether it differs has to be
 * looked at; this spares looking at all the others, and reads neither certificates nor the audit as a whole.
 * @param since no workshop ended before
 */
export async function listSuspects(db: Reader, workshops: Counted[], since: LocalDate): Promise<Id<"workshop">[]> {
  const certified = workshops.filter(({ origins }) => origins.some((origin) => origin.certified > 0));
  if (!certified.length) return [];
  const [institutionChanged, programmeChanged] = [
    await listLastChanges(db, "institution"),
    await listLastChanges(db, "programme"),
  ];
  const partiesOf = await listParties(db);
  const revised = await listRevised(
    db,
    certified.map(({ workshopId }) => workshopId),
  );
  const isSuspect = ({ workshopId, programmeId, endsOn, origins }: Counted) =>
    revised.has(workshopId) ||
    isAfter(programmeChanged.get(programmeId), endsOn) ||
    (partiesOf.get(programmeId) ?? []).some((id) => isAfter(institutionChanged.get(id), endsOn)) ||
    origins.some(
      ({ doubtful, certified, institutionId }) =>
        doubtful > 0 || (certified > 0 && isAfter(institutionChanged.get(institutionId ?? ""), since)),
    );
  return certified.filter(isSuspect).map(({ workshopId }) => workshopId);
}

/** A day's text comes before every instant of that day, and after those of the days before. */
const isAfter = (at: Instant | undefined, day: LocalDate) => at !== undefined && at > day;

/**
 * Institutions and programmes are few, and change rarely. A change of the last second is not in the chain yet: it is
 * found at the next look.
 */
async function listLastChanges(db: Reader, kind: AuditSubject & ("institution" | "programme")) {
  const rows = await db
    .selectFrom("audit")
    .select(["subjectId", ({ fn }) => fn.max("at").as("at")])
    .where("subjectKind", "=", kind)
    .groupBy("subjectId")
    .execute();
  return new Map<string, Instant>(rows.map(({ subjectId, at }) => [subjectId, at]));
}

async function listParties(db: Reader) {
  const rows = await db.selectFrom("programmeParty").select(["programmeId", "institutionId"]).execute();
  const byProgramme = Map.groupBy(rows, ({ programmeId }) => programmeId);
  return new Map([...byProgramme].map(([id, own]) => [id, own.map(({ institutionId }) => institutionId)]));
}

/** Workshops that were changed themselves since their last day. */
async function listRevised(db: Reader, ids: Id<"workshop">[]): Promise<Set<Id<"workshop">>> {
  const rows = await db
    .selectFrom("workshop")
    .select("workshop.id")
    .where("workshop.id", "in", ids)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("audit")
          .select("audit.seq")
          .where("audit.subjectKind", "=", "workshop")
          .whereRef("audit.subjectId", "=", sql.ref("workshop.id"))
          .where("audit.action", "=", "workshop.changed")
          .whereRef("audit.at", ">", sql.ref("workshop.endsOn")),
      ),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}
