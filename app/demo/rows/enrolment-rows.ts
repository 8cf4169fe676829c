import type { Participants } from "#app/demo/content/participants.ts";
import type { EnrolmentState } from "#app/enrolment/rules.ts";
import { movingUp, placement } from "#app/enrolment/rules.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";
import type { SeededPerson } from "./people-rows.ts";
import { below, shuffled } from "./random.ts";
import type { Row } from "./rows.ts";
import type { SeededWorkshop } from "./workshop-rows.ts";
import { known, type World } from "./world.ts";

type EnrolmentRow = Row<"enrolment"> & { state: EnrolmentState };
export type SeededEnrolment = { id: Id<"enrolment">; person: SeededPerson; row: EnrolmentRow; place: number };

/** Days on which people already have a workshop: nobody is in two at once. */
export type Diary = Map<SeededPerson, SeededWorkshop[]>;

/** Has people ask for seats in turn, then lets those withdraw who do, exactly as the enrolment room would. */
export function addEnrolments(
  world: World,
  workshop: SeededWorkshop,
  people: SeededPerson[],
  withdrawn: number[] = [],
): SeededEnrolment[] {
  // everybody has asked within the two weeks that lie between the opening and now
  const spacing = Math.min(17 * 60, Math.floor((13 * 24 * 60) / people.length));
  const enrolments = people.map((person, place) => addRequest(world, workshop, person, { place, spacing }));
  for (const place of withdrawn) withdraw(world, workshop, enrolments, place);
  return enrolments;
}

type Place = { place: number; spacing: number };

function addRequest(
  world: World,
  workshop: SeededWorkshop,
  person: SeededPerson,
  { place, spacing }: Place,
): SeededEnrolment {
  const { row: counters, id: workshopId, opensAt } = workshop;
  const at = plusMinutes(opensAt, 60 + place * spacing + below(spacing, world.random));
  const { status } = placement(seatsOf(counters));
  count(counters, status === "confirmed" ? { seats: 1, reserves: 0 } : { seats: 0, reserves: 1 });
  counters.lastTicket = place + 1;
  const row: EnrolmentRow = {
    id: world.id<"enrolment">(),
    workshopId,
    personId: person.personId,
    state: status,
    ticket: place + 1,
    requestedAt: at,
    changedAt: at,
    institutionId: known(world.institutionIds, person.institution),
    post: person.post,
    postLevel: person.postLevel,
  };
  world.rows.enrolment.push(row);
  addEvent(world, row, { from: null, at, by: person.accountId });
  return { id: row.id, person, row, place };
}

function withdraw(world: World, { row: workshop }: SeededWorkshop, enrolments: SeededEnrolment[], place: number): void {
  const leaving = enrolments[place];
  const at = plusMinutes(enrolments.at(-1)?.row.requestedAt ?? world.at, 26 * 60);
  if (leaving?.row.state !== "confirmed") throw new Error(`Nobody has a seat in place ${place}.`);
  count(workshop, { seats: -1, reserves: 0 });
  move(world, leaving, { to: "withdrawn", at, by: leaving.person.accountId });
  const first = enrolments.find(({ row }) => row.state === "reserve");
  if (!first || movingUp(seatsOf(workshop)) === 0) return;
  count(workshop, { seats: 1, reserves: -1 });
  move(world, first, { to: "confirmed", at, by: null });
}

type Move = { to: Row<"enrolment">["state"]; at: Instant; by: Id<"account"> | null };

export function move(world: World, { row }: SeededEnrolment, { to, at, by }: Move): void {
  const from = row.state;
  row.state = to;
  row.changedAt = at;
  addEvent(world, row, { from, at, by });
}

function addEvent(
  { rows, id }: World,
  row: EnrolmentRow,
  { from, at, by }: { from: EnrolmentState | null; at: Instant; by: Id<"account"> | null },
) {
  rows.enrolmentEvent.push({ id: id(), enrolmentId: row.id, fromState: from, toState: row.state, at, byAccountId: by });
}

function count(workshop: Row<"workshop">, { seats, reserves }: { seats: number; reserves: number }): void {
  workshop.seatsTaken = (workshop.seatsTaken ?? 0) + seats;
  workshop.reserveCount = (workshop.reserveCount ?? 0) + reserves;
}

const seatsOf = ({ capacity, seatsTaken = 0, reserveCount = 0 }: Row<"workshop">) => ({
  capacity,
  seatsTaken,
  reserveCount,
});

/** In the order of their requests: guests in their places, between them whoever is free on those days. */
export function drawPeople(
  world: World,
  workshop: SeededWorkshop,
  asked: Participants,
  people: Map<string, SeededPerson>,
  diary: Diary,
) {
  const guests = new Map(Object.entries(asked.guests ?? {}).map(([key, place]) => [place, known(people, key)]));
  const free = [...people.values()].filter((person) => person.isDrawn && asked.senders.includes(person.institution));
  const drawn = shuffled(
    free.filter((person) => !(diary.get(person) ?? []).some((other) => overlap(other, workshop))),
    world.random,
  );
  return Array.from({ length: asked.requests }, (_, place) => {
    const person = guests.get(place) ?? drawn.pop();
    if (!person) throw new Error(`${workshop.row.code}: too few people are free.`);
    diary.set(person, [...(diary.get(person) ?? []), workshop]);
    return person;
  });
}

const overlap = (one: SeededWorkshop, other: SeededWorkshop) =>
  one.row.startsOn <= other.row.endsOn && other.row.startsOn <= one.row.endsOn;
