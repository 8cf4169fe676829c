import type { By } from "#app/access/actor.ts";
import { issueCertificates } from "#app/certificates/commands.ts";
import { listCertificatesByEnrolment } from "#app/certificates/queries.ts";
import { replaceCertificate, revokeCertificate } from "#app/certificates/validity/validity.commands.ts";
import type { FontCoverage } from "#app/documents/font-coverage.ts";
import { confirmCertificateName } from "#app/people/commands.ts";
import { plusDays } from "#app/time/instant.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { DemoEnding } from "./content/endings.ts";

type Holder = {
  enrolmentId: Id<"enrolment">;
  personId: Id<"person">;
  accountId: Id<"account">;
  /** As it is confirmed today. */
  name: { certificateName: string; certificateSecondName: string };
};

/** What a workshop issued once it was over, and what became of it. */
export type Certifying = {
  workshopId: Id<"workshop">;
  enrolmentIds: Id<"enrolment">[];
  by: By;
  endings: (DemoEnding & { holder: Holder; by: By })[];
};

type Means = { appUrl: string; fonts: FontCoverage };

/** Issues, replaces and revokes as the rooms' commands do, each at its time; nobody is told. */
export async function certify(trx: Writer, { endings, by, ...chosen }: Certifying, means: Means): Promise<void> {
  for (const ending of endings)
    if (ending.status === "replaced")
      await confirm(trx, ending.holder, ending.formerName, { ...by, accountId: ending.holder.accountId });
  const { refused } = await issueCertificates(trx, { ...chosen, ...means, isRecord: true }, by);
  if (refused.length > 0) throw new Error(`The demo's certificates were refused for ${refused.length} people.`);
  for (const ending of endings) await end(trx, chosen.workshopId, ending, means);
}

async function end(trx: Writer, workshopId: Id<"workshop">, ending: Certifying["endings"][number], means: Means) {
  const { holder, by, reason, status } = ending;
  if (status === "replaced")
    await confirm(trx, holder, holder.name, { accountId: holder.accountId, at: plusDays(by.at, -1) });
  const [workshop] = await listWorkshopsById(trx, [workshopId]);
  const number = (await listCertificatesByEnrolment(trx, workshopId)).get(holder.enrolmentId)?.number;
  if (!workshop || !number) throw new Error("The demo has no such certificate.");
  const asked = { workshop, number, reason, isRecord: true };
  const outcome =
    status === "replaced"
      ? await replaceCertificate(trx, { ...asked, ...means, reasonClass: ending.reasonClass, wording: null }, by)
      : await revokeCertificate(trx, { ...asked, reasonClass: ending.reasonClass }, by);
  if (outcome.status === "refused") throw new Error(`A certificate of the demo stays valid: ${outcome.because}.`);
}

const confirm = (trx: Writer, { personId }: Holder, name: Holder["name"], by: By) =>
  confirmCertificateName(trx, personId, { part: "certificate", isConfirmed: true, ...name }, by);
