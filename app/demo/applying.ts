import { saveAnswers, sendApplication } from "#app/nominations/application/commands.ts";
import { answersAt } from "#app/nominations/application/rules.ts";
import { findFilledIn } from "#app/nominations/application/standing.queries.ts";
import { findStandingNomination } from "#app/nominations/nomination/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { demoAnswers, demoDeclarations } from "./content/applications.ts";
import type { Rows } from "./rows/rows.ts";

/** The form that every site begins with. */
export const standardForm = (trx: Writer) =>
  trx.selectFrom("applicationForm").select("id").where("code", "=", "STANDARD").executeTakeFirstOrThrow();

type Nominee = { workshop: HeldWorkshop; personId: Id<"person">; at: Instant };

/** A nominee fills in these sections; whoever fills in all of them sends the application. */
async function fillIn(trx: Writer, rows: Rows, { workshop, personId, at }: Nominee, sections: string[]): Promise<void> {
  const by = { accountId: rows.account.find((one) => one.personId === personId)?.id ?? null, at };
  const nomination = await findStandingNomination(trx, workshop.id, personId);
  if (!nomination) throw new Error("The demo has nobody to apply.");
  const place = { workshop, nomination };
  for (const section of sections) {
    const saved = await saveAnswers(trx, place, { section, answers: demoAnswers[section] ?? {} }, by);
    if (saved.status === "refused") throw new Error(`An application of the demo is refused: ${saved.because}.`);
  }
  const filled = await findFilledIn(trx, workshop, nomination, at);
  if (!filled || sections.length < filled.version.content.sections.length) return;
  const { version, application } = filled;
  const read = { versionNumber: version.number, read: answersAt(application) };
  const sending = { ...read, declarations: demoDeclarations, locale: "es" as const };
  const sent = await sendApplication(trx, place, sending, by);
  if (sent.status === "refused") throw new Error(`An application of the demo is refused: ${sent.because}.`);
}

/** Of three nominees the first has sent their application, the second has begun it, the third has not. */
export async function apply(
  trx: Writer,
  rows: Rows,
  { workshop, personIds, at }: { workshop: HeldWorkshop; personIds: Id<"person">[]; at: Instant },
): Promise<void> {
  const [first, second] = personIds;
  if (first) await fillIn(trx, rows, { workshop, personId: first, at }, Object.keys(demoAnswers));
  if (second) await fillIn(trx, rows, { workshop, personId: second, at }, ["post", "education"]);
}
