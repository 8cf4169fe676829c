import { everywhere } from "#app/access/permissions.ts";
import { textIn } from "#app/i18n/locales.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { findCall } from "#app/nominations/call/queries.ts";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import type { Reading, Writing } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryText } from "#app/web/search-params.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listInvitedSenders } from "./senders.queries.ts";

type Looking = Pick<Reading, "db" | "reach" | "params" | "url" | "locale" | "t" | "at">;

/**
 * The call of an address, and for which institution of the reader's. Whoever is not invited finds nothing; whoever
 * stands for several chooses by `sender`, where nothing else says which is `asked` for.
 */
export async function senderPlace(visit: Looking, asked: string | null = queryText(visit.url, "sender", 64)) {
  const { db, reach, params, locale, t, at } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const ids = await invitedIn(db, reach.institutionIds, workshop.id);
  const institutionId = orNotFound((asked ? ids.find((id) => id === asked) : ids[0]) ?? null);
  const call = orNotFound(await findCall(db, workshop.id));
  const names = await listInstitutions(db, workshop.startsOn, ids);
  const senders = names.map(({ id, name }) => ({ id, name: textIn(name, locale) }));
  const { code, title } = workshopView(workshop, { locale, t, at });
  return {
    ...{ workshop, call, institutionId },
    frame: { code, title, senders, institutionId, isCancelled: workshop.state === "cancelled" },
  };
}

export type SenderFrame = Awaited<ReturnType<typeof senderPlace>>["frame"];

type Changing = Pick<Writing, "trx" | "reach" | "params">;

/** The same with the workshop held, for the institution that a form names. */
export async function heldSender({ trx, reach, params }: Changing, institutionId: Id<"institution">) {
  const workshop = orNotFound(await holdWorkshop(trx, params.code ?? "", everywhere));
  const ids = await invitedIn(trx, reach.institutionIds, workshop.id);
  return { workshop, institutionId: orNotFound(ids.find((id) => id === institutionId) ?? null) };
}

/** Somebody whom an institution of the reader's has nominated, with the workshop. */
export async function ownNominee({ db, reach, params }: Pick<Looking, "db" | "reach" | "params">) {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  return { workshop, nomination: await nomineeOf(db, workshop.id, { reach, params }) };
}

/** The same with the workshop held. */
export async function heldNominee({ trx, reach, params }: Changing) {
  const workshop = orNotFound(await holdWorkshop(trx, params.code ?? "", everywhere));
  return { workshop, nomination: await nomineeOf(trx, workshop.id, { reach, params }) };
}

async function nomineeOf(db: Reader, workshopId: Id<"workshop">, { reach, params }: Pick<Looking, "reach" | "params">) {
  const of = { workshopId, id: params.nomination ?? "", institutionIds: reach.institutionIds };
  return orNotFound(await findNomination(db, of));
}

async function invitedIn(db: Reader, institutionIds: Id<"institution">[], workshopId: Id<"workshop">) {
  const invited = await listInvitedSenders(db, institutionIds);
  return invited.filter((one) => one.workshopId === workshopId).map((one) => one.institutionId);
}
