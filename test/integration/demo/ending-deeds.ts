import { listCertificatesByEnrolment } from "#app/certificates/queries.ts";
import type { ReplacementReason, RevocationReason } from "#app/certificates/validity/reasons.rules.ts";
import { replaceCertificate, revokeCertificate } from "#app/certificates/validity/validity.commands.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import type { Database, Writer } from "#db/database.ts";
import { heldBy } from "./attendance-deeds.ts";
import { accepted, type Deed, type Twins } from "./deeds.ts";
import type { SeededWorkshop } from "./workshop-deeds.ts";

/** Every certificate that was replaced or revoked, by whoever had issued it. */
export async function endingDeeds(
  { read }: Database,
  { id, code }: SeededWorkshop,
  twins: Twins,
  appUrl: string,
): Promise<Deed[]> {
  const ended = await read
    .selectFrom("certificate")
    .selectAll()
    .where("workshopId", "=", id)
    .where("status", "<>", "valid")
    .execute();
  return ended.map(({ enrolmentId, status, statusAt: at, statusReason, reasonClass, issuedBy }) => ({
    at,
    async perform(trx: Writer) {
      const by = { accountId: twins.ofAny(issuedBy), at };
      const workshop = await heldBy(trx, code, by, "certificate.end");
      const valid = await listCertificatesByEnrolment(trx, workshop.id);
      const number = accepted(valid.get(twins.of(enrolmentId)), `A valid certificate in ${code}`).number;
      const asked = { workshop, number, reason: statusReason ?? "", isRecord: true };
      const means = { appUrl, fonts: readFontCoverage(), wording: null };
      const outcome =
        status === "replaced"
          ? await replaceCertificate(trx, { ...asked, ...means, reasonClass: reasonClass as ReplacementReason }, by)
          : await revokeCertificate(trx, { ...asked, reasonClass: reasonClass as RevocationReason }, by);
      accepted(outcome, `The end of a certificate of ${code}`);
    },
  }));
}
