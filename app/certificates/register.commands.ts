import { hash, randomBytes } from "node:crypto";
import type { By } from "#app/access/actor.ts";
import { to } from "#app/addresses.ts";
import { audit } from "#app/audit/commands.ts";
import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import { composeData, type Shared } from "#app/certificates/document/compose.ts";
import type { Participant } from "#app/enrolment/queries.ts";
import { emit } from "#app/outbox/commands.ts";
import type { EventName } from "#app/outbox/events.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { certificateNumber, secretOf } from "./number.ts";

/**
 * Holds a workshop's register of certificates: of two who issue, replace or revoke at once, the second waits here.
 * @returns the number of the certificate that was issued last; 0 where none was
 */
export async function holdRegister(trx: Writer, workshopId: Id<"workshop">): Promise<number> {
  const { lastNumber } = await trx
    .insertInto("certificateCounter")
    .values({ workshopId, lastNumber: 0 })
    .onConflict((conflict) =>
      conflict.column("workshopId").doUpdateSet(({ ref }) => ({ lastNumber: ref("certificateCounter.lastNumber") })),
    )
    .returning("lastNumber")
    .executeTakeFirstOrThrow();
  return lastNumber;
}

type Entry = {
  workshop: { id: Id<"workshop">; code: string };
  /** As `holdRegister` has told it. */
  lastNumber: number;
  shared: Shared;
  /** Where certificates are verified: goes into the QR code for good. */
  appUrl: string;
  event: Extract<EventName, "certificate.issued" | "certificate.recorded">;
  /** The certificate whose place the new one takes. */
  replacesId?: Id<"certificate">;
};

/** Freezes one certificate for each of these people, each with a number of its own. The document follows later. */
export async function enterCertificates(trx: Writer, entry: Entry, holders: readonly Participant[], by: By) {
  const { workshop, shared, appUrl } = entry;
  let last = entry.lastNumber;
  const ids: Id<"certificate">[] = [];
  for (const person of holders) {
    last += 1;
    const number = certificateNumber(workshop.code, last, secretOf(randomBytes(16)));
    const holder = { ...person, certificateName: person.certificateName as string };
    const data = composeData(shared, holder, { number, verifyUrl: appUrl + to.shortVerification({ number }) });
    ids.push(await insertCertificate(trx, entry, { person, data }, by));
  }
  await trx.updateTable("certificateCounter").set({ lastNumber: last }).where("workshopId", "=", workshop.id).execute();
  return ids;
}

async function insertCertificate(
  trx: Writer,
  { workshop: { id: workshopId }, event, replacesId }: Entry,
  { person: { id: enrolmentId, personId }, data }: { person: Participant; data: CertificateData },
  { accountId, at }: By,
): Promise<Id<"certificate">> {
  const id = newId<"certificate">();
  const frozen = JSON.stringify(data);
  const dataSha256 = sha256(frozen);
  await trx
    .insertInto("certificate")
    .values({
      ...{ id, number: data.number, workshopId, enrolmentId, personId, replacesId: replacesId ?? null },
      ...{ status: "valid", statusAt: at, issuedAt: at, issuedBy: accountId },
      ...{ data: frozen, dataSha256 },
    })
    .execute();
  await emit(trx, at, event, { certificateId: id }, { workshopId, personId });
  await audit(trx, at, {
    accountId,
    action: "certificate.issued",
    subjectId: id,
    details: { dataSha256, ...(replacesId && { replaces: replacesId }) },
  });
  return id;
}

/** Hexadecimal. */
export const sha256 = (content: string | Uint8Array) => hash("sha256", content, "hex");
