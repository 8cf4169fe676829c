import { mostAtOnce } from "#app/enrolment/behalf/behalf.rules.ts";
import { admissionRefusal, isOutside, oneMoreIn, placement } from "#app/enrolment/rules.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { findQuotaGroups } from "#app/nominations/quotas/queries.ts";
import { nameOrder } from "#app/people/names.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { asId } from "#db/id.ts";
import { listAddable, listWithinReach } from "./addable.queries.ts";
import { type Addable, addableView } from "./addable-view.ts";

/** Looking for people, looking at who gets what, or entering somebody new. */
const steps = ["search", "review", "person"] as const;
/** The review of those who are ticked, and of everybody whom the search shows. */
const everybody = "all";

type Visit = Pick<Reading, "db" | "reach" | "actor" | "locale" | "t" | "at" | "url">;

/** What the page of adding people shows at its step. Whoever is out of reach is left out of the address. */
export async function addingView(visit: Visit, workshop: Workshop) {
  const { db, reach, locale, at, url } = visit;
  const q = queryText(url, "q");
  const asked = queryChoice(url, "step", [...steps, everybody]) ?? "search";
  const ticked = url.searchParams.getAll("p").map((id) => asId<"person">(id));
  const all =
    asked === everybody && q
      ? (await listAddable(db, reach, q)).people.toSorted(nameOrder(locale)).map(({ id }) => id)
      : [];
  const ids = [...new Set([...ticked, ...all])].slice(0, mostAtOnce);
  const byName = nameOrder(locale);
  // whoever was chosen first, or stands first in a list that was sent, is given a seat first
  const within = new Map((await listWithinReach(db, reach, ids)).map((person) => [person.id, person]));
  const chosen = ids.flatMap((id) => within.get(id) ?? []);
  const wanted = asked === everybody ? "review" : asked;
  const step = wanted === "review" && !chosen.length ? "search" : wanted;
  const found = step === "search" && q ? await listAddable(db, reach, q) : { people: [], hasMore: false };
  const others = found.people.filter(({ id }) => !ids.includes(id)).toSorted(byName);
  const rows = await addableView(visit, workshop, [...chosen, ...others]);
  const [chosenRows, foundRows] = [rows.slice(0, chosen.length), rows.slice(chosen.length)];
  return {
    step,
    q,
    chosen: chosenRows,
    found: foundRows,
    hasMore: found.hasMore,
    isNothingChosen: wanted === "review" && !chosen.length,
    free: freeIn(workshop),
    needsReason: admissionRefusal(workshop, at) !== null,
    placed: placedIn(await findQuotaGroups(db, workshop, ids), chosenRows),
    institutions: step === "person" ? await institutionChoices(db, visit) : [],
  };
}

/** Seats that are left. Whoever waits in one quota takes no seat of another. */
const freeIn = ({ capacity, seatsTaken, reserveCount, quotaSeats }: Workshop) =>
  Math.max(0, capacity - seatsTaken - (quotaSeats > 0 ? 0 : reserveCount));

export type Placed = Addable & { outcome: "seat" | "reserve" | "here"; rank: number | null };

/** Where each would land, in this order. Whoever is here already stays where they are. */
function placedIn(
  { groupOf, seats }: Awaited<ReturnType<typeof findQuotaGroups>>,
  people: readonly Addable[],
): Placed[] {
  const pool = seats.get(null) ?? { capacity: 0, seatsTaken: 0, reserveCount: 0 };
  return people.map((person) => {
    if (!isOutside(person.state)) return { ...person, outcome: "here", rank: null };
    const group = groupOf(person.id);
    const own = seats.get(group) ?? pool;
    const placed = placement(own);
    seats.set(group, oneMoreIn(own, placed.status));
    return placed.status === "confirmed"
      ? { ...person, outcome: "seat", rank: null }
      : { ...person, outcome: "reserve", rank: placed.rank };
  });
}
