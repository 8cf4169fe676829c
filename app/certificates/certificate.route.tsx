import { guardedLoader } from "#app/web/form-door.ts";
import { deskWorkshop } from "#app/workshops/desk-view.ts";
import { numberOfFile, pdfAnswer } from "./pdf-answer.ts";
import { findDocument } from "./queries.ts";

/** A coordinator's copy, within the workshops in reach. */
export const loader = guardedLoader("certificate.issue", async (visit) => {
  const { workshop } = await deskWorkshop(visit, "certificate.issue");
  const number = numberOfFile(visit.params.file);
  return pdfAnswer(await findDocument(visit.db, number, { workshopId: workshop.id }), number);
});
