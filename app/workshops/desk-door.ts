import { redirect } from "@remix-run/node";
import type { Actor } from "#app/access/actor.ts";
import { covers, type Permission, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import type { Reading, Writing } from "#app/web/door.ts";
import { guardedLoader } from "#app/web/form-door.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { type HeldWorkshop, holdWorkshop } from "./hold.commands.ts";
import { findWorkshop, findWorkshopId, type Workshop } from "./queries.ts";
import { workshopView } from "./workshop-view.ts";

/** Who changes the workshop of an address, and where they may: out of their reach it is not found. */
type Changer = Pick<Writing, "trx" | "reach" | "params">;

/** For whoever changes it: nobody else does until the transaction ends, so that what is read here stays true. */
export const heldWorkshop = async ({ trx, reach, params }: Changer): Promise<HeldWorkshop> =>
  orNotFound(await holdWorkshop(trx, params.code ?? "", reach));

/** For whoever hands it on to a command that reads the rest for itself. */
export const reachedId = async ({ trx, reach, params }: Changer) =>
  orNotFound(await findWorkshopId(trx, params.code ?? "", reach));

/** The workshop of an address, and the frame of its page under the desk. */
export async function deskWorkshop({
  db,
  reach,
  params,
  actor,
  locale,
  t,
}: Pick<Reading, "db" | "reach" | "params" | "actor" | "locale" | "t">) {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  return {
    workshop,
    frame: { workshop: workshopView(workshop, locale, t), sections: sectionsFor(actor, workshop) },
  };
}

/** Whether somebody whom a door has let in has another permission too, for this workshop. */
export const mayHere = (actor: Actor, other: Permission, { id, programmeId }: Workshop) =>
  covers(reachOf(actor, other), { workshopId: id, programmeId });

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
  redirect(to.overview({ locale, code: params.code ?? "" })),
);
