import type { CertificateData } from "#app/certificates/document/certificate-data.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

/** What a certificate says, as it was frozen, with its state of today. */
export const findCertificate = (db: Reader, number: string) => findFrozen(db, "number", number);

export const findCertificateById = (db: Reader, id: Id<"certificate">) => findFrozen(db, "id", id);

async function findFrozen(db: Reader, by: "id" | "number", value: string) {
  const row = await db
    .selectFrom("certificate")
    .select(["id", "number", "status", "statusAt", "statusReason", "reasonClass", "issuedAt", "data"])
    .select(["personId", "workshopId", "replacesId"])
    .where(by, "=", value)
    .executeTakeFirst();
  return row ? { ...row, data: JSON.parse(row.data) as CertificateData } : null;
}

/** The number of the certificate that has replaced one. */
export async function findSuccessor(db: Reader, id: Id<"certificate">): Promise<string | null> {
  const row = await db.selectFrom("certificate").select("number").where("replacesId", "=", id).executeTakeFirst();
  return row?.number ?? null;
}

/** Every certificate that a workshop has ever issued, as it was frozen, oldest first. */
export async function listIssued(db: Reader, workshopId: Id<"workshop">) {
  const rows = await db
    .selectFrom("certificate")
    .leftJoin("certificateDocument", "certificateDocument.certificateId", "certificate.id")
    .select(["certificate.id", "number", "status", "statusAt", "statusReason", "reasonClass", "replacesId", "issuedAt"])
    .select(["enrolmentId", "personId", "data", "madeAt"])
    .where("workshopId", "=", workshopId)
    .orderBy("issuedAt")
    .orderBy("certificate.id")
    .execute();
  return rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) as CertificateData }));
}
export type Issued = Awaited<ReturnType<typeof listIssued>>[number];

/** The frozen document; `of` limits it to its holder or to workshops in reach. */
export async function findDocument(
  db: Reader,
  number: string,
  of: { personId: Id<"person"> } | { workshopId: Id<"workshop"> },
) {
  const query = db
    .selectFrom("certificateDocument")
    .innerJoin("certificate", "certificate.id", "certificateDocument.certificateId")
    .select(["certificateDocument.pdf", "certificateDocument.pdfSha256"])
    .where("certificate.number", "=", number);
  const owned =
    "personId" in of
      ? query.where("certificate.personId", "=", of.personId)
      : query.where("certificate.workshopId", "=", of.workshopId);
  return (await owned.executeTakeFirst()) ?? null;
}

export async function listCertificatesOf(db: Reader, personId: Id<"person">) {
  const rows = await db
    .selectFrom("certificate")
    .leftJoin("certificateDocument", "certificateDocument.certificateId", "certificate.id")
    .select([
      "certificate.id",
      "certificate.number",
      "certificate.enrolmentId",
      "certificate.status",
      "certificate.statusAt",
      "certificate.statusReason",
      "certificate.reasonClass",
      "certificate.replacesId",
      "certificate.issuedAt",
      "certificate.data",
      "certificateDocument.madeAt",
    ])
    .where("certificate.personId", "=", personId)
    .orderBy("certificate.issuedAt", "desc")
    .execute();
  return rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) as CertificateData }));
}

/** Valid certificates of a workshop, by enrolment. */
export async function listCertificatesByEnrolment(db: Reader, workshopId: Id<"workshop">) {
  const rows = await db
    .selectFrom("certificate")
    .leftJoin("certificateDocument", "certificateDocument.certificateId", "certificate.id")
    .select(["certificate.enrolmentId", "certificate.number", "certificate.issuedAt", "certificateDocument.madeAt"])
    .where("certificate.workshopId", "=", workshopId)
    .where("certificate.status", "=", "valid")
    .execute();
  return new Map(rows.map((row) => [row.enrolmentId, row]));
}

/** Whether a workshop has a valid certificate. */
export async function isAnyValid(db: Reader, workshopId: Id<"workshop">): Promise<boolean> {
  const row = await db
    .selectFrom("certificate")
    .select("id")
    .where("workshopId", "=", workshopId)
    .where("status", "=", "valid")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
