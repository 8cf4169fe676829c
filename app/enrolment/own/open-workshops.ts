import { may } from "#app/access/permissions.ts";
import { admissionRefusal, placement } from "#app/enrolment/rules.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { listHeldIn } from "#app/workshops/languages.queries.ts";
import { listWorkshops } from "#app/workshops/list.queries.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { type WorkshopView, workshopView } from "#app/workshops/view/workshop-view.ts";
import type { Id } from "#db/id.ts";

type Visit = Pick<Reading, "db" | "actor" | "locale" | "t" | "at">;

/** More would be a catalogue, which has a page of its own. */
const most = 3;

/** Where there are quotas, it depends on who asks: whether any seat is left has to do. */
const hasSeat = (workshop: Workshop) =>
  workshop.quotaSeats > 0 ? workshop.seatsTaken < workshop.capacity : placement(workshop).status === "confirmed";

/**
 * Workshops that somebody who has none coming can enrol in now: with a free seat first, of these the ones that are held
 * in a language of theirs, then the soonest.
 * @param former those that they know already
 */
export async function openWorkshops(
  { db, actor, locale, t, at }: Visit,
  former: readonly Id<"workshop">[],
): Promise<WorkshopView[]> {
  if (!may(actor, "enrolment.create")) return [];
  const { workshops } = await listWorkshops(db, "public", { state: "open" });
  const admitting = workshops.filter(
    (workshop) => !former.includes(workshop.id) && admissionRefusal(workshop, at) === null,
  );
  const ids = admitting.map(({ id }) => id);
  const understood = await listHeldIn(db, ids, locale);
  const rankOf = (workshop: (typeof admitting)[number]) =>
    (hasSeat(workshop) ? 0 : 2) + (understood.has(workshop.id) ? 0 : 1);
  return admitting
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, most)
    .map((workshop) => workshopView(workshop, { locale, t, at }));
}
