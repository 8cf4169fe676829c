import type { Actor } from "#app/access/actor.ts";
import { findPersonOf } from "#app/sessions/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { AppContext } from "#app/web/context.ts";
import type { Reader } from "#db/database.ts";
import { actorOnceMore } from "./who.ts";

type Asking = { actor: Actor | null; request: Request; context: AppContext; at: Instant };

/** As a door has it: see `Manners`. */
type Telling<Anybody> = {
  tokenOf(request: Request, context: AppContext): string | null;
  stranger(visit: Anybody): Response;
};

/**
 * Lets somebody do something. Where their record has become part of another one meanwhile, nothing has been done, or
 * what they have was not found: they do it once more as whom they are now. Whose account is gone is a stranger.
 * @param again admits whoever it is now
 */
export async function stayingOneself<Anybody extends Asking, Who extends Anybody, Answer>(
  manners: Telling<Anybody>,
  visit: Who,
  act: (visit: Who) => Promise<Answer>,
  again: (visit: Anybody) => Who,
): Promise<Answer> {
  try {
    return await act(visit);
  } catch (error) {
    const { actor, request, context, at } = visit;
    const isAnswer = error instanceof Response && error.status < 400;
    if (!actor || isAnswer || (await isThemselves(context.database.read, actor))) throw error;
    const now = await actorOnceMore(manners.tokenOf(request, context), context, at);
    if (!now) throw manners.stranger(visit);
    return act(again({ ...visit, actor: now }));
  }
}

/** @throws where somebody's record has become part of another one: what was decided was decided about nobody */
export async function expectThemselves(db: Reader, actor: Actor): Promise<void> {
  if (!(await isThemselves(db, actor))) throw new Error("whoever acts is another record by now");
}

const isThemselves = async (db: Reader, { accountId, personId }: Actor) =>
  (await findPersonOf(db, accountId)) === personId;
