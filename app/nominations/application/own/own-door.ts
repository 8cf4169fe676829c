import { everywhere } from "#app/access/permissions.ts";
import { type FilledIn, findFilledIn, findWhole } from "#app/nominations/application/standing.queries.ts";
import { findStandingNomination } from "#app/nominations/nomination/queries.ts";
import type { Reading, Writing } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";

/** The whole of it: the reader is its nominee. */
const whole = (db: Reader, filled: FilledIn | null, { settings }: Reading["context"]) =>
  findWhole(db, orNotFound(filled), settings.answerKeys);

type Coming = Pick<Reading, "db" | "actor" | "params" | "at" | "context">;
type Changing = Pick<Writing, "trx" | "actor" | "params" | "by" | "context">;

/** The reader's application for the workshop of an address; there is none for whoever is not nominated. */
export async function ownApplication({ db, actor, params, at, context }: Coming) {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const nomination = orNotFound(await findStandingNomination(db, workshop.id, actor.personId));
  const filled = await whole(db, await findFilledIn(db, workshop, nomination, at), context);
  return { workshop, nomination, filled };
}

/** The same with the workshop held. */
export async function heldApplication({ trx, actor, params, by, context }: Changing) {
  const workshop = orNotFound(await holdWorkshop(trx, params.code ?? "", everywhere));
  const nomination = orNotFound(await findStandingNomination(trx, workshop.id, actor.personId));
  const filled = await whole(trx, await findFilledIn(trx, workshop, nomination, by.at), context);
  return { workshop, nomination, filled, keys: context.settings.answerKeys };
}
