import { findDocument } from "#app/certificates/queries.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { certificateFile, numberOfFile } from "./certificate-file.ts";

export const loader = guardedDownload("own.read", async ({ db, actor, params }) => {
  const number = numberOfFile(params.file);
  return certificateFile(await findDocument(db, number, { personId: actor.personId }), number);
});
