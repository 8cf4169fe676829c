import { everywhere } from "#app/access/permissions.ts";
import { findFilledIn } from "#app/nominations/application/standing.queries.ts";
import { findStandingNomination } from "#app/nominations/nomination/queries.ts";
import type { Reading, Writing } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { findWorkshop } from "#app/workshops/queries.ts";

/** The reader's application for the workshop of an address; there is none for whoever is not nominated. */
export async function ownApplication({ db, actor, params, at }: Pick<Reading, "db" | "actor" | "params" | "at">) {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const nomination = orNotFound(await findStandingNomination(db, workshop.id, actor.personId));
  return { workshop, nomination, filled: orNotFound(await findFilledIn(db, workshop, nomination, at)) };
}

/** The same with the workshop held. */
export async function heldApplication({ trx, actor, params, by }: Pick<Writing, "trx" | "actor" | "params" | "by">) {
  const workshop = orNotFound(await holdWorkshop(trx, params.code ?? "", everywhere));
  const nomination = orNotFound(await findStandingNomination(trx, workshop.id, actor.personId));
  return { workshop, nomination, filled: orNotFound(await findFilledIn(trx, workshop, nomination, by.at)) };
}
