import { redirect } from "@remix-run/node";
import type { Actor } from "#app/access/actor.ts";
import { covers, type Permission, reachOf } from "#app/access/permissions.ts";
import { guardedLoader, type Reading, type Visit } from "#app/web/form-door.ts";
import { orNotFound } from "#app/web/not-found.ts";
import type { Reader, Writer } from "#db/database.ts";
import { holdWorkshop } from "./commands.ts";
import { findWorkshop, findWorkshopId, type WholeWorkshop, type Workshop } from "./queries.ts";
import { workshopView } from "./workshop-view.ts";

/** The workshop of an address, where the reader has this permission for it; elsewhere it is not found. */
export const reachedWorkshop = async (
  db: Reader,
  { actor, params }: Pick<Visit, "actor" | "params">,
  permission: Permission,
) => orNotFound(await findWorkshop(db, params.code ?? "", reachOf(actor, permission)));

/** The same for whoever changes it: nobody else does until the transaction ends, so that what is read here stays true. */
export async function heldWorkshop(
  trx: Writer,
  visit: Pick<Visit, "actor" | "params">,
  permission: Permission,
): Promise<WholeWorkshop> {
  const reach = reachOf(visit.actor, permission);
  const { id } = orNotFound(await findWorkshopId(trx, visit.params.code ?? "", reach));
  await holdWorkshop(trx, id);
  return reachedWorkshop(trx, visit, permission);
}

/** That workshop and the frame of its page under the desk. */
export async function deskWorkshop(
  visit: Pick<Reading, "db" | "actor" | "locale" | "t" | "params">,
  permission: Permission,
) {
  const workshop = await reachedWorkshop(visit.db, visit, permission);
  return {
    workshop,
    frame: { workshop: workshopView(workshop, visit.locale, visit.t), sections: sectionsFor(visit.actor, workshop) },
  };
}

export const mayHere = (actor: Actor, permission: Permission, { id, programmeId }: Workshop) =>
  covers(reachOf(actor, permission), { workshopId: id, programmeId });

function sectionsFor(actor: Actor, workshop: Workshop) {
  return [
    "overview" as const,
    ...(mayHere(actor, "workshop.change", workshop) ? (["details"] as const) : []),
    "participants" as const,
    ...(mayHere(actor, "certificate.issue", workshop) ? (["certificates"] as const) : []),
    ...(mayHere(actor, "message.read", workshop) ? (["messages"] as const) : []),
  ];
}

/** Whoever comes by address to what only a form does, goes to the workshop's page under the desk. */
export const toDesk = guardedLoader("workshop.change", async ({ locale, params }) =>
  redirect(`/${locale}/desk/workshops/${encodeURIComponent(params.code ?? "")}`),
);
