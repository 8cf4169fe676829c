import type { By } from "#app/access/actor.ts";
import { composeShared, wordingOf } from "#app/certificates/document/compose.ts";
import { gapsOf } from "#app/certificates/document/gaps.rules.ts";
import { printedTexts } from "#app/certificates/document/printed-texts.ts";
import { listCandidates } from "#app/certificates/issue/candidates.ts";
import type { FontCoverage } from "#app/documents/font-coverage.ts";
import { missingGlyphs } from "#app/documents/glyphs.ts";
import type { Instant } from "#app/time/instant.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { isAnyValid } from "./queries.ts";
import { enterCertificates, holdRegister, sha256 } from "./register.commands.ts";
import { decideIssue } from "./rules.ts";

type IssueRequest = {
  workshopId: Id<"workshop">;
  enrolmentIds: Id<"enrolment">[];
  /** Where certificates are verified: goes into the QR code for good. */
  appUrl: string;
  fonts: FontCoverage;
  /** False where whoever issues has to be told of languages that are missing. */
  acceptsGaps?: boolean;
  /** Of long ago: the document is made, and nobody is told. */
  isRecord?: boolean;
};

/**
 * `unprintable`: characters that fonts lack, in the texts of the certificates other than names.
 * `hasGaps`: a language is missing, which nobody has accepted.
 */
type IssueOutcome = {
  issued: Id<"enrolment">[];
  refused: Id<"enrolment">[];
  unprintable?: string[];
  hasGaps?: boolean;
};

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
  const people = holders.map(({ person }) => person);
  if (request.acceptsGaps === false && people.length && gapsOf(printedTexts(found.shared, people)).length)
    return { issued: [], refused: request.enrolmentIds, hasGaps: true };
  const event = request.isRecord ? "certificate.recorded" : "certificate.issued";
  await enterCertificates(trx, { ...found, appUrl: request.appUrl, event }, people, by);
  return { issued: holders.map(({ id }) => id), refused };
}

type Gathered = NonNullable<Awaited<ReturnType<typeof gather>>>;
type Candidate = Gathered["candidates"][number];

/** Null where there is no such workshop. */
async function gather(trx: Writer, { workshopId, fonts }: IssueRequest, at: Instant) {
  const lastNumber = await holdRegister(trx, workshopId);
  const [workshop] = await listWorkshopsById(trx, [workshopId]);
  if (!workshop) return null;
  const candidates = (await listCandidates(trx, workshop, fonts)).map((one) => ({ ...one, id: one.person.id }));
  return { lastNumber, workshop, candidates, shared: await composeShared(trx, workshop, at) };
}

/** Whether a workshop has a valid certificate. None is issued until the transaction ends. */
export async function hasIssued(trx: Writer, workshopId: Id<"workshop">): Promise<boolean> {
  await holdRegister(trx, workshopId);
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
