import { findLetterById } from "#app/nominations/letter/queries.ts";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { storedDownload } from "#app/web/doors/stored-download.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";

/** The letter with which somebody was sent, for those who keep the workshop. */
export const loader = guardedDownload("nomination.review", async ({ db, reach, params, request, context }) => {
  const workshop = orNotFound(await findWorkshopId(db, params.code ?? "", reach));
  const of = { workshopId: workshop.id, id: params.nomination ?? "" };
  const { letterId } = orNotFound(await findNomination(db, of));
  const letter = orNotFound(letterId && (await findLetterById(db, workshop.id, letterId)));
  const { fileId: id, ...file } = letter;
  return storedDownload(context, { ...file, id }, request);
});
