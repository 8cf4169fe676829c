import type { Actor } from "#app/access/actor.ts";
import { reachOf } from "#app/access/permissions.ts";
import { mayHere } from "#app/workshops/desk-door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Looking } from "./queries.ts";

/** Who looks for materials: a stranger, or somebody with the places where they may add some. */
export const lookingAs = (actor: Actor | null): Looking =>
  actor && { personId: actor.personId, reach: reachOf(actor, "material.add") };

/** Whether somebody may change, move and remove the materials of a workshop. */
export const mayChangeMaterials = (actor: Actor, workshop: Workshop) => mayHere(actor, "material.change", workshop);
