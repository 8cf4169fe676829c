import { redirect } from "@remix-run/node";
import type { Actor } from "#app/access/actor.ts";
import { covers, type Permission, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { findProgrammeCode } from "#app/programmes/queries.ts";
import type { Reading, Writing } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { type HeldWorkshop, holdWorkshop } from "./hold.commands.ts";
import { findWorkshop, findWorkshopId, type Workshop } from "./queries.ts";

/** Who changes the workshop of an address, and where they may: out of their reach it is not found. */
type Changer = Pick<Writing, "trx" | "reach" | "params">;

/** The workshop of an address, held: nobody else changes it until the transaction ends. */
export const heldWorkshop = async ({ trx, reach, params }: Changer): Promise<HeldWorkshop> =>
  orNotFound(await holdWorkshop(trx, params.code ?? "", reach));

/** Its id alone, for a command that reads the rest by itself. */
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
  at,
}: Pick<Reading, "db" | "reach" | "params" | "actor" | "locale" | "t" | "at">) {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  return {
    workshop,
    frame: {
      workshop: workshopView(workshop, { locale, t, at }),
      sections: sectionsFor(actor, workshop),
      programme: await programmeOf(db, actor, workshop),
    },
  };
}

/** The code of its programme, for those who may open that: whoever has a role in one workshop alone may not. */
async function programmeOf(db: Reading["db"], actor: Actor, { programmeId }: Workshop): Promise<string | null> {
  const { everywhere, programmeIds } = reachOf(actor, "programme.read");
  return everywhere || programmeIds.includes(programmeId) ? findProgrammeCode(db, programmeId) : null;
}

/** Whether somebody whom a door has let in has another permission too, for this workshop. */
export const mayHere = (actor: Actor, other: Permission, { id, programmeId }: Workshop) =>
  covers(reachOf(actor, other), { workshopId: id, programmeId });

function sectionsFor(actor: Actor, workshop: Workshop) {
  return [
    ...["overview" as const, "timetable" as const],
    ...(mayHere(actor, "workshop.change", workshop) ? (["details"] as const) : []),
    ...(mayHere(actor, "nomination.review", workshop) ? (["nominees"] as const) : []),
    "participants" as const,
    ...(mayHere(actor, "material.add", workshop) ? (["materials"] as const) : []),
    "papers" as const,
    ...(mayHere(actor, "certificate.issue", workshop) ? (["certificates"] as const) : []),
    ...(mayHere(actor, "message.read", workshop) ? (["messages"] as const) : []),
  ];
}

/** The loader of an address that only takes a form: whoever opens it goes to the workshop's page. */
export const toDesk = guardedLoader("workshop.change", async ({ locale, params }) =>
  redirect(to.overview({ locale, code: params.code ?? "" })),
);
