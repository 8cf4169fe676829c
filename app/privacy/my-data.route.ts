import { localDate } from "#app/time/wall-time.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { findMyData } from "./my-data.queries.ts";

/** Everything kept about the reader, as a file. */
export const loader = guardedDownload("own.read", async ({ db, actor, at }) => ({
  type: "application/json; charset=utf-8",
  name: `puente-${localDate(at, actor.zone)}.json`,
  content: JSON.stringify({ exportedAt: at, ...(await findMyData(db, actor)) }, null, 2),
}));
