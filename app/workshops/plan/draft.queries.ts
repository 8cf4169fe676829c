import type { Reach } from "#app/access/permissions.ts";
import { findCountry } from "#app/institutions/queries.ts";
import { countries } from "#app/institutions/rules.ts";
import { listPartiesOf, listProgrammes } from "#app/programmes/queries.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import { findVenue } from "#app/venues/queries.ts";
import type { DraftInput, WorkshopInput } from "#app/workshops/form.ts";
import type { PlannedDays } from "#app/workshops/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { codePrefix, nextCode, usualHost } from "./draft.rules.ts";

type WholeDraft =
  | { status: "whole"; input: WorkshopInput }
  | { status: "refused"; field: "programmeId" | "hostInstitutionId" | "country"; because: string };

const missing = (field: "programmeId" | "hostInstitutionId" | "country"): WholeDraft => ({
  status: "refused",
  field,
  because: "common:form.choose",
});

/** Fills in what a draft leaves out: host and code by its programme, country by its host, zone by its country. */
export async function findWholeDraft(db: Reader, draft: DraftInput, reach: Reach): Promise<WholeDraft> {
  const programme = (await listProgrammes(db, reach)).find(({ id }) => id === draft.programmeId);
  if (!programme) return missing("programmeId");
  const hostInstitutionId = draft.hostInstitutionId || usualHost(await listPartiesOf(db, [programme.id]));
  if (!hostInstitutionId) return missing("hostInstitutionId");
  const hostCountry = await findCountry(db, hostInstitutionId);
  const country = draft.country || countries.find((known) => known === hostCountry);
  if (!country) return missing("country");
  const code = draft.code || (await findNextCode(db, programme, draft.startsOn.slice(0, 4)));
  const venue = draft.venueId ? await findVenue(db, draft.venueId) : null;
  return {
    status: "whole",
    input: { ...draft, code, hostInstitutionId, country, zone: draft.zone || venue?.zone || capitalZones[country] },
  };
}

/** The code that a programme's next workshop of a year gets, where nobody gives it another. */
export async function findNextCode(
  db: Reader,
  { id, code }: { id: Id<"programme">; code: string },
  year: string,
): Promise<string> {
  const prefix = codePrefix(code, await listCodesOf(db, id));
  return nextCode(prefix, year, await listCodesFrom(db, `${prefix}-${year}-`));
}

/** The days of a programme's workshops that begin on this day or later, or are not over then. */
export async function listDaysTaken(db: Reader, programmeId: Id<"programme">, from: LocalDate): Promise<PlannedDays[]> {
  return db
    .selectFrom("workshop")
    .select(["startsOn", "endsOn"])
    .where("programmeId", "=", programmeId)
    .where("endsOn", ">=", from)
    .where("state", "<>", "cancelled")
    .execute();
}

async function listCodesOf(db: Reader, programmeId: Id<"programme">): Promise<string[]> {
  const rows = await db.selectFrom("workshop").select("code").where("programmeId", "=", programmeId).execute();
  return rows.map(({ code }) => code);
}

/** The codes that begin so, of whatever programme. */
async function listCodesFrom(db: Reader, start: string): Promise<string[]> {
  const rows = await db.selectFrom("workshop").select("code").where("code", "like", `${start}%`).execute();
  return rows.map(({ code }) => code);
}
