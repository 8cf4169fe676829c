import type { By } from "#app/access/actor.ts";
import type { ActingForOthers } from "#app/demo/acting.ts";
import { demoActs, demoAddings, demoMerges } from "#app/demo/content/acts.ts";
import type { WorkshopContent } from "#app/demo/workshops/workshop-content.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";
import type { SeededWorkshop } from "./workshop-rows.ts";
import { known, type World } from "./world.ts";

/** What the coordinator has done for others, with the rows that it is about. */
export function actingOf(world: World, workshops: SeededWorkshop[], accountId: Id<"account">): ActingForOthers {
  const { rows } = world;
  const byContent = new Map<WorkshopContent, Id<"workshop">>(workshops.map(({ content, id }) => [content, id]));
  const byAddress = new Map(rows.person.map(({ email, id }) => [email ?? "", id]));
  const byTicket = new Map(rows.enrolment.map(({ workshopId, ticket, id }) => [`${workshopId} ${ticket}`, id]));
  const ago = (hours: number): By => ({ accountId, at: plusMinutes(world.at, -hours * 60) });
  return {
    acts: demoActs.map(({ workshop, hours, ...act }) => {
      const workshopId = known(byContent, workshop);
      const enrolmentId = known(byTicket, `${workshopId} ${act.place + 1}`);
      return { ...act, workshopId, enrolmentId, by: ago(hours) };
    }),
    addings: demoAddings.map(({ workshop, hours, ...adding }) => ({
      ...adding,
      workshopId: known(byContent, workshop),
      personId: known(byAddress, adding.email),
      by: ago(hours),
    })),
    merges: demoMerges.map(({ hours, ...merge }) => ({
      ...merge,
      ids: [known(byAddress, merge.kept), known(byAddress, merge.gone)],
      by: ago(hours),
    })),
  };
}
