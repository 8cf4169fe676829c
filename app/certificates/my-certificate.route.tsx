import { guardedLoader } from "#app/web/form-door.ts";
import { numberOfFile, pdfAnswer } from "./pdf-answer.ts";
import { findDocument } from "./queries.ts";

export const loader = guardedLoader("own.read", async ({ db, actor, params }) => {
  const number = numberOfFile(params.file);
  return pdfAnswer(await findDocument(db, number, { personId: actor.personId }), number);
});
