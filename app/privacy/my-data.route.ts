import { listAccountIdsOf } from "#app/accounts/merge/merge.queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { findMyData } from "./my-data.queries.ts";

/** Everything kept about the reader, as a file. */
export const loader = guardedDownload("own.read", async ({ db, actor, at, context }) => {
  const owner = { ...actor, accountIds: await listAccountIdsOf(db, actor.accountId) };
  const data = await findMyData(db, owner, context.settings.answerKeys);
  return {
    type: "application/json; charset=utf-8",
    name: `puente-${localDate(at, actor.zone)}.json`,
    content: JSON.stringify({ exportedAt: at, ...data }, null, 2),
  };
});
