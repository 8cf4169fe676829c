import { lookingAs } from "#app/materials/looking.ts";
import { findMaterial } from "#app/materials/queries.ts";
import { sessionNumber } from "#app/timetable/queries.ts";
import { publicDownload } from "#app/web/doors/file-door.ts";
import { asFile } from "#app/web/doors/manners.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { materialDownload } from "./material-download.ts";

/**
 * A material for whoever may have it; nobody else learns whether it is there. A stranger may be one of those who may:
 * they are asked to sign in, also where there is nothing.
 */
export const loader = publicDownload(async (visit) => {
  const { db, actor, params } = visit;
  const named = { code: params.code ?? "", number: sessionNumber(params.n) };
  const material = await findMaterial(db, named, lookingAs(actor));
  if (!material && !actor) throw asFile.stranger(visit);
  return materialDownload(visit, orNotFound(material));
});
