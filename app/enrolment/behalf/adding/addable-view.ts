import { listReached } from "#app/accounts/reached.queries.ts";
import { comingSessionsOf } from "#app/enrolment/clashes/seat-clashes.ts";
import { listEnrolmentsAmong } from "#app/enrolment/queries.ts";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import { formatList } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { type ShownName, shownName } from "#app/people/names.ts";
import { overlaps } from "#app/timetable/rules.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { mayHere } from "#app/workshops/desk-door.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listCommitmentsOf, type listWithinReach } from "./addable.queries.ts";

type Visit = Pick<Reading, "db" | "reach" | "actor" | "locale" | "t" | "at">;
type Found = Awaited<ReturnType<typeof listWithinReach>>[number];

/** Somebody who may be added, and what a coordinator should know before. */
export type Addable = {
  id: Id<"person">;
  name: ShownName;
  institution: Localised;
  /** Tells namesakes of one institution apart; empty where it is not known. */
  post: string;
  /** What they have in this workshop; null for whoever was never enrolled in it. */
  state: EnrolmentState | null;
  /** Other workshops at the same instants; empty for none. */
  clashes: string;
  isReached: boolean;
};

/** What is known of them, in their order. */
export async function addableView(visit: Visit, workshop: Workshop, people: readonly Found[]): Promise<Addable[]> {
  const { db, locale } = visit;
  const ids = people.map(({ id }) => id);
  const here = new Map((await listEnrolmentsAmong(db, workshop.id, ids)).map((one) => [one.personId, one.state]));
  const reached = await listReached(db, ids);
  const clashesOf = await clashesAmong(visit, workshop, ids);
  const institutionOf = await namesOfInstitutions(db, workshop, people);
  return people.map((person) => ({
    id: person.id,
    name: shownName(person),
    institution: textIn(institutionOf(person.institutionId), locale),
    post: person.post ?? "",
    state: here.get(person.id) ?? null,
    clashes: clashesOf(person.id),
    isReached: reached.has(person.id),
  }));
}

async function namesOfInstitutions(db: Reader, { startsOn }: Workshop, people: readonly Found[]) {
  const ids = [...new Set(people.flatMap(({ institutionId }) => institutionId ?? []))];
  const names = new Map((await listInstitutions(db, startsOn, ids)).map(({ id, name }) => [id, name]));
  return (id: Id<"institution"> | null) => (id && names.get(id)) || {};
}

/** Which other workshops each should be in at the same instants. One that is out of the reader's reach is not named. */
async function clashesAmong(visit: Visit, workshop: Workshop, ids: Id<"person">[]) {
  const { db, actor, locale, t, at } = visit;
  const commitments = await listCommitmentsOf(db, ids, workshop.id);
  const otherIds = [...new Set(commitments.map(({ workshopId }) => workshopId))];
  if (!otherIds.length) return () => "";
  const sessionsOf = await comingSessionsOf(db, [workshop.id, ...otherIds], at);
  const names = new Map(
    (await listWorkshopsById(db, otherIds))
      .filter(({ id }) => overlaps(sessionsOf(workshop.id), sessionsOf(id)).length > 0)
      .map((other) => [
        other.id,
        mayHere(actor, "participant.read", other) ? other.code : t("attendance:participants.elsewhere"),
      ]),
  );
  return (personId: Id<"person">) => {
    const own = commitments.filter((one) => one.personId === personId);
    return formatList(locale, [...new Set(own.flatMap(({ workshopId }) => names.get(workshopId) ?? []))]);
  };
}
