import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { acceptSubstitute } from "#app/enrolment/substitution/substitution.commands.ts";
import { findNomination, listNominable, type Nomination } from "#app/nominations/nomination/queries.ts";
import type { LeavingReason } from "#app/nominations/nomination/rules.ts";
import { endorse } from "#app/nominations/nomination/steps.commands.ts";
import { proposeSubstitute } from "#app/nominations/substitution/substitution.commands.ts";
import { plusDays } from "#app/time/instant.ts";
import { type HeldWorkshop, holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accepted } from "./accepted.ts";
import { handInLetter } from "./calling.ts";
import type { Rows } from "./rows/rows.ts";

type Place = { code: string; rows: Rows; pdf: Uint8Array };
type Leaving = { id: Id<"nomination">; because: LeavingReason };

/**
 * Somebody else of the same institution is proposed in the place of whoever was selected, with a letter of their own,
 * and waits for the coordination.
 */
export async function proposeInPlace(
  trx: Writer,
  { code, rows, pdf }: Place,
  { id, because }: Leaving,
  by: By,
): Promise<Id<"nomination">> {
  const { workshop, nomination: replaced } = await found(trx, code, id);
  const { institutionId } = replaced;
  const own = rows.person.filter((person) => person.institutionId === institutionId).map((person) => person.id);
  const free = (await listNominable(trx, workshop.id, own)).filter((one) => !one.isEnrolled && !one.isNominated);
  const personId = free.at(-1)?.id;
  if (!personId) throw new Error("The demo has nobody who could stand in for another.");
  const outcome = await proposeSubstitute(trx, { workshop, replaced }, { personId, because }, by);
  if (outcome.status === "refused") throw new Error(`A substitute of the demo is refused: ${outcome.because}.`);
  const sending = { ...by, at: plusDays(by.at, 0.1) };
  await handInLetter(trx, { workshop, institutionId, pdf }, sending);
  const { nomination } = await found(trx, code, outcome.id);
  accepted(await endorse(trx, workshop, [nomination], sending));
  return outcome.id;
}

/** The coordination agrees: the seat changes hands. */
export async function agreeTo(trx: Writer, code: string, id: Id<"nomination">, by: By): Promise<void> {
  const { workshop, nomination } = await found(trx, code, id);
  accepted(await acceptSubstitute(trx, workshop, nomination, by));
}

async function found(
  trx: Writer,
  code: string,
  id: Id<"nomination">,
): Promise<{ workshop: HeldWorkshop; nomination: Nomination }> {
  const workshop = await holdWorkshop(trx, code, everywhere);
  const nomination = workshop && (await findNomination(trx, { workshopId: workshop.id, id }));
  if (!workshop || !nomination) throw new Error(`In the demo nobody is nominated for ${code}.`);
  return { workshop, nomination };
}
