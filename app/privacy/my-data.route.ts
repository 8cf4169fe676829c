import { localDate } from "#app/time/wall-time.ts";
import { guardedLoader } from "#app/web/form-door.ts";
import { findMyData } from "./my-data.queries.ts";

/** Everything kept about the reader, as a file. */
export const loader = guardedLoader("own.read", async ({ db, actor, at }) => {
  const data = await findMyData(db, actor);
  return new Response(JSON.stringify({ exportedAt: at, ...data }, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="puente-${localDate(at, actor.zone)}.json"`,
    },
  });
});
