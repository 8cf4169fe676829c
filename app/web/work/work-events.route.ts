import { findOwnWork, type WorkProgress } from "#app/outbox/works/queries.ts";
import { watchWork } from "#app/outbox/works/watch.ts";
import { guardedEvents } from "#app/web/doors/event-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { asId } from "#db/id.ts";
import { progressView } from "./progress-view.ts";

/** How far some work has come, as long as its page is open. */
export const loader = guardedEvents("own.read", async ({ db, actor, params, locale, t, context }, listener) => {
  const id = asId<"work">(params.id ?? "");
  const found = orNotFound(await findOwnWork(db, { id, accountId: actor.accountId }));
  const tell = (progress: WorkProgress) => {
    const shown = progressView(progress, locale, t);
    listener.tell(shown);
    if (!shown.isUnderWay) listener.end();
  };
  const leave = watchWork(context.database, id, tell);
  if (!leave) throw new Response(null, { status: 503, headers: { "Retry-After": "5" } });
  tell(found);
  return { leave };
});
