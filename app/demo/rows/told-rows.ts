import { activeStates, type EnrolmentState } from "#app/enrolment/rules.ts";
import { planOf, type ToldSession } from "#app/enrolment/told/plan.ts";
import { quietMinutes } from "#app/outbox/rules.ts";
import { plusMinutes } from "#app/time/instant.ts";
import { tellsChanges } from "#app/workshops/rules.ts";
import { type SeededWorkshop, timesOf } from "./workshop-rows.ts";
import type { World } from "./world.ts";

/**
 * What everybody who has or awaits a seat was told when they got it. Where a session was moved after that, they are
 * told of it as soon as the demo runs.
 */
export function addTold(world: World, workshop: SeededWorkshop): void {
  const { rows, id } = world;
  const { id: workshopId, state, content } = workshop;
  const enrolments = rows.enrolment.filter(
    (one) => one.workshopId === workshopId && activeStates.includes(one.state as EnrolmentState),
  );
  if (!tellsChanges(state) || enrolments.length === 0) return;
  const planId = id<"toldPlan">();
  rows.toldPlan.push({
    id: planId,
    workshopId,
    plan: JSON.stringify(planOf(factsOf(world, workshop), toldSessions(world, workshop))),
  });
  for (const { id: enrolmentId, changedAt } of enrolments) rows.told.push({ enrolmentId, planId, toldAt: changedAt });
  if (content.moved) addMove(world, workshop);
}

function factsOf({ rows }: World, { id, content, row }: SeededWorkshop) {
  const { mode, zone } = content;
  const own = rows.workshopText.filter(({ workshopId }) => workshopId === id);
  const inAll = (field: "title" | "venue") => Object.fromEntries(own.map((text) => [text.locale, text[field]]));
  return {
    texts: { title: inAll("title"), venue: inAll("venue") },
    mode,
    zone,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    closesOn: null,
  };
}

/** With the former time of the one that was moved. */
function toldSessions({ rows }: World, { id, content, days }: SeededWorkshop): ToldSession[] {
  const { moved, zone } = content;
  return rows.session
    .filter(({ workshopId }) => workshopId === id)
    .map((session) => {
      const titles = rows.sessionText.filter(({ sessionId }) => sessionId === session.id);
      return {
        ...session,
        room: session.room ?? "",
        title: Object.fromEntries(titles.map(({ locale, title }) => [locale, title])),
        ...(moved?.number === session.number ? timesOf(moved.from, days, zone) : {}),
      };
    })
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}

/** An hour ago. */
function addMove({ rows, id, at }: World, { id: workshopId, row }: SeededWorkshop): void {
  const movedAt = plusMinutes(at, -60);
  row.changedAt = movedAt;
  rows.outbox.push({
    id: id(),
    event: "workshop.replanned",
    reaction: "spread",
    payload: JSON.stringify({ workshopId }),
    workshopId,
    personId: null,
    createdAt: movedAt,
    dueAt: plusMinutes(movedAt, quietMinutes),
  });
}
