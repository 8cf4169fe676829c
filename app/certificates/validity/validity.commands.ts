import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { enterCertificates, holdRegister } from "#app/certificates/register.commands.ts";
import type { FontCoverage } from "#app/documents/font-coverage.ts";
import { emit } from "#app/outbox/commands.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Ending, ReplacementReason, RevocationReason } from "./reasons.rules.ts";
import { draftReplacement } from "./replacement-draft.ts";
import { decideReplacement, type ReplacementRefusal } from "./validity.rules.ts";

/** A certificate of a workshop that is held, and why it ends. */
type Asked<Reason> = { workshop: Workshop; number: string; reasonClass: Reason; reason: string };
/** Of long ago: nobody is told. */
type Recorded = { isRecord?: boolean };

type RevocationOutcome = { status: "revoked" } | { status: "refused"; because: "notFound" | "notValid" };

/** Ends a certificate. Its document and what it says stay as they are; its holder is told. */
export async function revokeCertificate(
  trx: Writer,
  { workshop, number, reasonClass, reason, isRecord = false }: Asked<RevocationReason> & Recorded,
  by: By,
): Promise<RevocationOutcome> {
  await holdRegister(trx, workshop.id);
  const found = await findInRegister(trx, workshop.id, number);
  if (!found) return { status: "refused", because: "notFound" };
  if (!(await end(trx, found.id, { status: "revoked", reasonClass }, reason, by)))
    return { status: "refused", because: "notValid" };
  const about = { workshopId: workshop.id, personId: found.personId };
  if (!isRecord) await emit(trx, by.at, "certificate.revoked", { certificateId: found.id }, about);
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "certificate.revoked",
    subjectId: found.id,
    details: { reasonClass },
  });
  return { status: "revoked" };
}

type ReplacementRequest = Asked<ReplacementReason> &
  Recorded & {
    appUrl: string;
    fonts: FontCoverage;
    /** Of the draft that its coordinator saw. Null where nobody looked at one. */
    wording: string | null;
  };

type ReplacementOutcome =
  | { status: "replaced"; certificateId: Id<"certificate"> }
  | { status: "refused"; because: "notFound" | ReplacementRefusal };

/**
 * Issues a certificate anew, with what is true now and a number of its own, in the place of one that is valid. The
 * former stays as it is and points to the new one. Its holder is told when the new document is there.
 */
export async function replaceCertificate(
  trx: Writer,
  request: ReplacementRequest,
  by: By,
): Promise<ReplacementOutcome> {
  const { workshop, reasonClass, reason, appUrl, fonts, wording, isRecord = false } = request;
  const lastNumber = await holdRegister(trx, workshop.id);
  const draft = await draftReplacement(trx, request, { fonts, at: by.at });
  if (!draft?.person) return { status: "refused", because: draft ? "notEarned" : "notFound" };
  const { former, shared, person } = draft;
  const because = decideReplacement(draft, { reasonClass, isAsSeen: wording === null || wording === draft.wording });
  if (because) return { status: "refused", because };
  if (!(await end(trx, former.id, { status: "replaced", reasonClass }, reason, by)))
    return { status: "refused", because: "notValid" };
  const event = isRecord ? "certificate.recorded" : "certificate.issued";
  const entry = { workshop, lastNumber, shared, appUrl, event, replacesId: former.id } as const;
  const [certificateId] = await enterCertificates(trx, entry, [person], by);
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "certificate.replaced",
    subjectId: former.id,
    details: { reasonClass, by: certificateId },
  });
  return { status: "replaced", certificateId: certificateId as Id<"certificate"> };
}

const findInRegister = (trx: Writer, workshopId: Id<"workshop">, number: string) =>
  trx
    .selectFrom("certificate")
    .select(["id", "personId"])
    .where("workshopId", "=", workshopId)
    .where("number", "=", number)
    .executeTakeFirst();

/** Only what is valid ends, and once: of two who end the same, the second changes nothing. @returns whether it did */
async function end(trx: Writer, id: Id<"certificate">, ending: Ending, reason: string, { at }: By): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("certificate")
    .set({ ...ending, statusAt: at, statusReason: reason })
    .where("id", "=", id)
    .where("status", "=", "valid")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
