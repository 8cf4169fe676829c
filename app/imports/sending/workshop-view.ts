import type { Actor } from "#app/access/actor.ts";
import { reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { addingRefusal, mostAtOnce } from "#app/enrolment/behalf/behalf.rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { findWorkshop, listWorkshopsById } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { countImported, listImportedOutside } from "./enrolled.queries.ts";

/** The workshop to which somebody would add the people of a list; null where they may not, or there is none. */
export async function workshopFor(db: Reader, actor: Actor, { code, at }: { code: string; at: Instant }) {
  const workshop = code ? await findWorkshop(db, code, reachOf(actor, "participant.change")) : null;
  if (!workshop) return null;
  return { id: workshop.id, code, programmeId: workshop.programmeId, refusal: addingRefusal(workshop, at) };
}

/** The code of the workshop for which a list was sent; null where it was for none. */
export async function workshopSentFor(db: Reader, workshopId: string | null): Promise<string | null> {
  const [known] = workshopId ? await listWorkshopsById(db, [asId<"workshop">(workshopId)]) : [];
  return known?.code ?? null;
}

type Imported = { id: Id<"peopleImport">; workshopId: string | null };

/**
 * Of a list that was sent for a workshop and imported: who of it is enrolled there, and the step by which the next are
 * added. That is the same page by which anybody is: it shows who gets a seat before anybody gets it.
 */
export async function enrollingOf(
  db: Reader,
  { id, workshopId }: Imported,
  { actor, locale, at }: { actor: Actor; locale: Locale; at: Instant },
) {
  const [known] = workshopId ? await listWorkshopsById(db, [asId<"workshop">(workshopId)]) : [];
  const workshop = known ? await workshopFor(db, actor, { code: known.code, at }) : null;
  if (!workshop) return null;
  const outside = await listImportedOutside(db, { importId: id, workshopId: workshop.id });
  const people = await countImported(db, id);
  const next = outside.slice(0, mostAtOnce);
  const query = new URLSearchParams([["step", "review"], ...next.map((personId) => ["p", personId])]);
  const { code, refusal } = workshop;
  return {
    code,
    people,
    enrolled: people - outside.length,
    next: next.length,
    isAllAtOnce: next.length === outside.length,
    to: refusal || !next.length ? null : `${to.newParticipants({ locale, code })}?${query}`,
    participants: to.participants({ locale, code }),
    refusal,
  };
}
