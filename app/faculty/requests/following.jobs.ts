import { eachAlone, type Round } from "#app/outbox/job.ts";
import { clearRevokedFeeds } from "#app/timetable/feed/feed.commands.ts";
import { followRequest, remindOf, settleRequest } from "./following.commands.ts";
import { clearTeachingLinks } from "./links.commands.ts";
import { listChangedRequests, listUnsettledRequests, listWaitingRequests } from "./requests.queries.ts";

/** Reminds whoever has not answered, each as often as the rules say. */
export const remindTeachers: Round = async (database, at) =>
  eachAlone(await listWaitingRequests(database.read, at), ({ id }) =>
    database.transact((trx) => remindOf(trx, id, at)),
  );

/** Tells of changed times and places, and closes what nobody is asked for any more. */
export const followPlans: Round = async (database, at) =>
  eachAlone(await listChangedRequests(database.read, at), ({ id }) =>
    database.transact((trx) => followRequest(trx, id, at)),
  );

/** Gives and takes back roles that follow from teaching, where nobody's answer has done so. */
export const settleTeachers: Round = async (database, at) =>
  eachAlone(await listUnsettledRequests(database.read), ({ id }) =>
    database.transact((trx) => settleRequest(trx, id, at)),
  );

/** Rows in one transaction. */
const atOnce = 500;

/** Links and calendar addresses that open nothing any more. */
export const endOldLinks: Round = async (database, at) => {
  for (const clear of [clearTeachingLinks, clearRevokedFeeds])
    while ((await database.transact((trx) => clear(trx, at, atOnce))) === atOnce);
};
