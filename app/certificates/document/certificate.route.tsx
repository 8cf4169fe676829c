import { findDocument } from "#app/certificates/queries.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { certificateFile, numberOfFile } from "./certificate-file.ts";

/** A coordinator's copy, within the workshops in reach. */
export const loader = guardedDownload("certificate.issue", async ({ db, reach, params }) => {
  const workshop = orNotFound(await findWorkshopId(db, params.code ?? "", reach));
  const number = numberOfFile(params.file);
  return certificateFile(await findDocument(db, number, { workshopId: workshop.id }), number);
});
