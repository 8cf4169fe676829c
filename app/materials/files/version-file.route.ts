import { findKept, findVersion } from "#app/materials/queries.ts";
import { sessionNumber } from "#app/timetable/queries.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { materialDownload } from "./material-download.ts";

/** Any version of a material, for those who keep the workshop. */
export const loader = guardedDownload("material.add", async (visit) => {
  const { db, reach, params } = visit;
  const workshop = orNotFound(await findWorkshopId(db, params.code ?? "", reach));
  const material = orNotFound(await findKept(db, workshop.id, sessionNumber(params.n)));
  const version = orNotFound(await findVersion(db, material.id, sessionNumber(params.version)));
  return materialDownload(visit, version);
});
