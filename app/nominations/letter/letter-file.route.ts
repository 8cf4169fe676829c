import { senderPlace } from "#app/nominations/sender/sender-door.ts";
import { sessionNumber } from "#app/timetable/queries.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { storedDownload } from "#app/web/doors/stored-download.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findLetter } from "./queries.ts";

/** A signed letter, for whoever has handed it in. */
export const loader = guardedDownload("nomination.send", async (visit) => {
  const { db, params, request, context } = visit;
  const { workshop, institutionId } = await senderPlace(visit);
  const sender = { workshopId: workshop.id, institutionId };
  const { fileId: id, ...file } = orNotFound(await findLetter(db, sender, sessionNumber(params.letter)));
  return storedDownload(context, { ...file, id }, request);
});
