import { hash, randomBytes } from "node:crypto";
import type { By } from "#app/access/actor.ts";
import { to } from "#app/addresses.ts";
import { audit } from "#app/audit/commands.ts";
import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import { composeData, composeShared, wordingOf } from "#app/certificates/document/compose.ts";
import { listCandidates } from "#app/certificates/issue/candidates.ts";
import type { FontCoverage } from "#app/documents/font-coverage.ts";
import { missingGlyphs } from "#app/documents/glyphs.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { certificateNumber, secretOf } from "./number.ts";
import { isAnyValid } from "./queries.ts";
import { decideIssue } from "./rules.ts";

type IssueRequest = {
  workshopId: Id<"workshop">;
  enrolmentIds: Id<"enrolment">[];
  /** Where certificates are verified: goes into the QR code for good. */
  appUrl: string;
  fonts: FontCoverage;
  /** Of long ago: the document is made, and nobody is told. */
  isRecord?: boolean;
};

/** `unprintable`: characters that fonts lack, in the texts of the certificates other than names. */
export type IssueOutcome = { issued: Id<"enrolment">[]; refused: Id<"enrolment">[]; unprintable?: string[] };

/** Issues to those chosen who are eligible at this moment; the document follows through the outbox. */
export async function issueCertificates(trx: Writer, request: IssueRequest, by: By): Promise<IssueOutcome> {
  const found = await gather(trx, request, by.at);
  if (!found) return { issued: [], refused: request.enrolmentIds };
  const unprintableFor = (holders: readonly Candidate[]) =>
    missingGlyphs(
      request.fonts,
      wordingOf(
        found.shared,
        holders.map(({ person }) => person),
      ),
    );
  const { to: holders, refused, unprintable } = decideIssue(found.candidates, request.enrolmentIds, unprintableFor);
  if (unprintable.length) return { issued: [], refused, unprintable };
  await writeCertificates(trx, request, found, holders, by);
  return { issued: holders.map(({ id }) => id), refused };
}

type Gathered = NonNullable<Awaited<ReturnType<typeof gather>>>;
type Candidate = Gathered["candidates"][number];

/** Null where there is no such workshop. */
async function gather(trx: Writer, { workshopId, fonts }: IssueRequest, at: Instant) {
  // the counter's row is the lock: of two coordinators who issue at once, the second waits here
  const lastNumber = await holdCounter(trx, workshopId);
  const [workshop] = await listWorkshopsById(trx, [workshopId]);
  if (!workshop) return null;
  const candidates = (await listCandidates(trx, workshop, fonts)).map((one) => ({ ...one, id: one.person.id }));
  return { lastNumber, workshop, candidates, shared: await composeShared(trx, workshop, at) };
}

async function writeCertificates(
  trx: Writer,
  { appUrl, isRecord = false }: IssueRequest,
  { lastNumber, workshop, shared }: Gathered,
  holders: readonly Candidate[],
  by: By,
): Promise<void> {
  let last = lastNumber;
  for (const { person } of holders) {
    last += 1;
    const number = certificateNumber(workshop.code, last, secretOf(randomBytes(16)));
    const holder = { ...person, certificateName: person.certificateName as string };
    const data = composeData(shared, holder, { number, verifyUrl: appUrl + to.shortVerification({ number }) });
    const of = { workshopId: workshop.id, enrolmentId: person.id, personId: person.personId };
    await insertCertificate(trx, { ...of, data, isRecord }, by);
  }
  await trx.updateTable("certificateCounter").set({ lastNumber: last }).where("workshopId", "=", workshop.id).execute();
}

/** @returns the number of the certificate that was issued last; 0 where none was */
async function holdCounter(trx: Writer, workshopId: Id<"workshop">): Promise<number> {
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

type NewCertificate = {
  workshopId: Id<"workshop">;
  enrolmentId: Id<"enrolment">;
  personId: Id<"person">;
  data: CertificateData;
  isRecord: boolean;
};

async function insertCertificate(
  trx: Writer,
  { data, isRecord, ...of }: NewCertificate,
  { accountId, at }: By,
): Promise<void> {
  const id = newId<"certificate">();
  const frozen = JSON.stringify(data);
  const dataSha256 = sha256(frozen);
  await trx
    .insertInto("certificate")
    .values({
      ...{ id, number: data.number, ...of },
      ...{ status: "valid", statusAt: at, issuedAt: at, issuedBy: accountId },
      ...{ data: frozen, dataSha256 },
    })
    .execute();
  const event = isRecord ? "certificate.recorded" : "certificate.issued";
  const { workshopId, personId } = of;
  await emit(trx, at, event, { certificateId: id }, { workshopId, personId });
  await audit(trx, at, {
    accountId,
    action: "certificate.issued",
    subjectId: id,
    details: { dataSha256 },
  });
}

/** Whether a workshop has a valid certificate. None is issued until the transaction ends. */
export async function hasIssued(trx: Writer, workshopId: Id<"workshop">): Promise<boolean> {
  await holdCounter(trx, workshopId);
  return isAnyValid(trx, workshopId);
}

/** Keeps the bytes of a document for good; a second attempt changes nothing. */
export async function keepDocument(
  trx: Writer,
  { certificateId, pdf, at }: { certificateId: Id<"certificate">; pdf: Uint8Array; at: Instant },
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
