import { hash, randomBytes } from "node:crypto";
import { audit } from "#app/audit/commands.ts";
import { missingGlyphs } from "#app/documents/glyphs.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { listCandidates } from "./candidates.ts";
import { composeData, composeShared, wordingOf } from "./compose.ts";
import { certificateNumber, secretOf } from "./number.ts";

type IssueRequest = {
  workshopId: string;
  enrolmentIds: string[];
  byAccountId: string | null;
  at: Instant;
  /** Where certificates are verified: goes into the QR code for good. */
  appUrl: string;
  /** Of long ago: the document is made, and nobody is told. */
  isRecord?: boolean;
};

/** `unprintable`: characters of what certificates say, other than names, that no certificate could be printed with. */
export type IssueOutcome = { issued: string[]; refused: string[]; unprintable?: string[] };

/** Issues to those chosen who are eligible at this moment; the document follows through the outbox. */
export async function issueCertificates(
  trx: Writer,
  { workshopId, enrolmentIds, byAccountId, at, appUrl, isRecord = false }: IssueRequest,
): Promise<IssueOutcome> {
  // the counter's row is the lock: two coordinators issuing at once stand in line here
  let sequence = await nextSequence(trx, workshopId);
  const [workshop] = await listWorkshopsById(trx, [workshopId]);
  if (!workshop) return { issued: [], refused: enrolmentIds };
  const chosen = (await listCandidates(trx, workshop)).filter(({ person }) => enrolmentIds.includes(person.id));
  const eligible = chosen.filter(({ obstacles }) => obstacles.length === 0);
  const shared = await composeShared(trx, workshop, at);
  // what is issued is frozen: no document could ever be made of it
  const holders = eligible.map(({ person }) => person);
  const unprintable = missingGlyphs(wordingOf(shared, holders));
  if (unprintable.length) return { issued: [], refused: enrolmentIds, unprintable };
  for (const person of holders) {
    const number = certificateNumber(workshop.code, sequence, secretOf(randomBytes(16)));
    const holder = { ...person, certificateName: person.certificateName as string };
    const data = JSON.stringify(composeData(shared, holder, { number, verifyUrl: `${appUrl}/v/${number}` }));
    await insertCertificate(trx, {
      number,
      data,
      workshopId,
      enrolmentId: person.id,
      personId: person.personId,
      byAccountId,
      at,
      isRecord,
    });
    sequence += 1;
  }
  await trx
    .updateTable("certificateCounter")
    .set({ lastNumber: sequence - 1 })
    .where("workshopId", "=", workshopId)
    .execute();
  const issued = holders.map(({ id }) => id);
  return { issued, refused: enrolmentIds.filter((id) => !issued.includes(id)) };
}

async function nextSequence(trx: Writer, workshopId: string): Promise<number> {
  const { lastNumber } = await trx
    .insertInto("certificateCounter")
    .values({ workshopId, lastNumber: 0 })
    .onConflict((conflict) =>
      conflict.column("workshopId").doUpdateSet(({ ref }) => ({ lastNumber: ref("certificateCounter.lastNumber") })),
    )
    .returning("lastNumber")
    .executeTakeFirstOrThrow();
  return lastNumber + 1;
}

type NewCertificate = {
  number: string;
  data: string;
  workshopId: string;
  enrolmentId: string;
  personId: string;
  byAccountId: string | null;
  at: Instant;
  isRecord: boolean;
};

async function insertCertificate(
  trx: Writer,
  { number, data, workshopId, enrolmentId, personId, byAccountId, at, isRecord }: NewCertificate,
) {
  const id = newId();
  const dataSha256 = sha256(data);
  await trx
    .insertInto("certificate")
    .values({
      id,
      number,
      workshopId,
      enrolmentId,
      personId,
      status: "valid",
      statusAt: at,
      issuedAt: at,
      issuedBy: byAccountId,
      data,
      dataSha256,
    })
    .execute();
  const event = isRecord ? "certificate.recorded" : "certificate.issued";
  await emit(trx, at, event, { certificateId: id }, { workshopId, personId });
  await audit(trx, at, {
    accountId: byAccountId,
    action: "certificate.issued",
    subjectKind: "certificate",
    subjectId: id,
    details: { dataSha256 },
  });
}

/** Keeps the bytes of a document for good; a second attempt changes nothing. */
export async function keepDocument(
  trx: Writer,
  { certificateId, pdf, at }: { certificateId: string; pdf: Uint8Array; at: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("certificateDocument")
    .values({ certificateId, pdf: Buffer.from(pdf), pdfSha256: sha256(pdf), madeAt: at })
    .onConflict((conflict) => conflict.column("certificateId").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Hexadecimal. */
export const sha256 = (content: string | Uint8Array) => hash("sha256", content, "hex");
