import { guardedDownload } from "#app/web/file-door.ts";
import { certificateFile, numberOfFile } from "./certificate-file.ts";
import { findDocument } from "./queries.ts";

export const loader = guardedDownload("own.read", async ({ db, actor, params }) => {
  const number = numberOfFile(params.file);
  return certificateFile(await findDocument(db, number, { personId: actor.personId }), number);
});
