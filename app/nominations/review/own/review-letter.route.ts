import { findLetterById } from "#app/nominations/letter/queries.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { storedDownload } from "#app/web/doors/stored-download.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { reviewerPlace } from "./reviewer-door.ts";

/** The letter with which a nominee was sent, for whoever judges them: whoever was recused does not. */
export const loader = guardedDownload("own.read", async (visit) => {
  const { db, params, request, context } = visit;
  const { workshop, own } = await reviewerPlace(visit);
  const found = own.find(({ nominee, standing }) => nominee.id === params.nomination && standing.state !== "recused");
  const { letterId } = orNotFound(found ?? null).nominee;
  const letter = orNotFound(letterId && (await findLetterById(db, workshop.id, letterId)));
  const { fileId: id, ...file } = letter;
  return storedDownload(context, { ...file, id }, request);
});
