import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Actor, By } from "#app/access/actor.ts";
import { may, type Permission, type Reach, reachOf } from "#app/access/permissions.ts";
import { detectLocale } from "#app/i18n/detect.ts";
import { isLocale, type Locale } from "#app/i18n/locales.ts";
import { type Translator, translator } from "#app/i18n/translator.server.ts";
import { type Instant, now } from "#app/time/instant.ts";
import type { AppContext } from "#app/web/context.ts";
import type { Database, Reader, Writer } from "#db/database.ts";
import { stayingOneself } from "./merged-actor.ts";
import { Problem } from "./problem.ts";
import { actorOf } from "./who.ts";

/** Who may use a door: a permission, or `public`. A test fails on any door without this mark. */
export const access = Symbol.for("puente.access");
/** What a door's action takes; tests send it what is nearly right. */
export const takes = Symbol.for("puente.takes");

/** What every door hands over. */
export type Visit = {
  /** Read once a request. */
  at: Instant;
  locale: Locale;
  t: Translator;
  params: Record<string, string | undefined>;
  url: URL;
  request: Request;
  context: AppContext;
};
/** Anybody may come; the actor is whoever has signed in. */
export type Public = { actor: Actor | null };
/** Somebody with the door's permission, and where they have it. */
export type Guarded = { actor: Actor; reach: Reach };

export type Reading<Who = Guarded> = Visit & Who & { db: Reader };
export type Writing<Who = Guarded> = Visit & Who & { trx: Writer /** For what a command records. */; by: By };

/** What each kind of door does in its own way. */
export type Manners = {
  /** The token that says who asks; null for nobody. */
  tokenOf(request: Request, context: AppContext): string | null;
  /** The answer to nobody, where somebody is needed. */
  stranger(visit: Visit & Public): Response;
  /** What was refused or has failed, as this door tells it; headers such as `Retry-After` stay. */
  failure(failure: Response, request: Request, context: AppContext): Response;
};

export type Doorway = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * Gathers what every door needs, and gives each failure the id that stands in the log.
 * @throws what the site answers: a redirect, or a failure as this kind of door tells it
 */
export async function open<Answer>(
  manners: Manners,
  { request, params, context }: Doorway,
  answer: (visit: Visit & Public) => Promise<Answer>,
): Promise<Answer> {
  const app: AppContext = context;
  try {
    if (params.l !== undefined && !isLocale(params.l)) throw new Response(null, { status: 404 });
    const locale = isLocale(params.l) ? params.l : detectLocale(request.headers);
    const at = now();
    const actor = await actorOf(manners.tokenOf(request, app), app, at);
    const url = new URL(request.url);
    const visit = { actor, at, locale, t: translator(locale), params, url, request, context: app };
    // the body of what is sent is read once: such a door sees to it itself
    if (request.method !== "GET") return await answer(visit);
    return await stayingOneself(manners, visit, answer, (whose) => whose);
  } catch (error) {
    if (error instanceof Response && error.status < 400) throw error;
    if (!(error instanceof Response)) app.log.error({ requestId: app.requestId, err: error }, "request failed");
    throw manners.failure(error instanceof Response ? error : fault(error, app), request, app);
  }
}

/** @throws what a stranger is told, or 403 for whoever has signed in without the permission */
export function admit(manners: Manners, visit: Visit & Public, permission: Permission): Visit & Guarded {
  const { actor } = visit;
  if (!actor) throw manners.stranger(visit);
  if (!may(actor, permission)) throw new Response(null, { status: 403 });
  return { ...visit, actor, reach: reachOf(actor, permission) };
}

export const byOf = ({ actor, at }: Pick<Visit & Public, "actor" | "at">): By => ({
  accountId: actor?.accountId ?? null,
  at,
});

/** Ends an action with this answer, and undoes the transaction in which it is called: nothing is half saved. */
export function refuse(answer: unknown): never {
  throw new Refusal(answer);
}

class Refusal extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super("refused outside of an action");
    this.answer = answer;
  }
}

export const isRefusal = (error: unknown): boolean => error instanceof Refusal;

/** Runs an action. @returns its answer, or the one with which it was refused */
export const untilRefused = async <Answer>(action: () => Promise<Answer>): Promise<Answer> =>
  (await outcomeOf(action)).answer;

/** The same, and which of the two it is. */
export async function outcomeOf<Answer>(
  action: () => Promise<Answer>,
): Promise<{ answer: Answer; isRefused: boolean }> {
  try {
    return { answer: await action(), isRefused: false };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { answer: error.answer as Answer, isRefused: true };
  }
}

/**
 * Runs an action's work as one transaction.
 * @throws where it answers 4xx or 5xx without having refused: what stands behind such an answer would be committed
 */
export function inTransaction<Answer>(database: Database, act: (trx: Writer) => Promise<Answer>): Promise<Answer> {
  return database.transact(async (trx) => notRefusing(await act(trx)));
}

/** @throws where an answer says no that was returned and not refused */
export function notRefusing<Answer>(answer: Answer): Answer {
  const status = statusOf(answer);
  if (status >= 400) throw new Error(`an action answered ${status} without refuse(…): what it wrote would be kept`);
  return answer;
}

/** Of a `Response`, of a problem, or of what `data` made. */
function statusOf(answer: unknown): number {
  if (answer instanceof Response || answer instanceof Problem) return answer.status;
  return (answer as { init?: ResponseInit | null } | null | undefined)?.init?.status ?? 200;
}

/** What a fault is told as: 503 where the database restarts or has no room, which may pass; otherwise 500. */
const fault = (error: unknown, { database }: AppContext) =>
  database.dialect.isUnavailable(error)
    ? new Response(null, { status: 503, headers: { "Retry-After": "5" } })
    : new Response(null, { status: 500 });
