import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import type { Actor, By } from "#app/access/actor.ts";
import { may, type Permission } from "#app/access/permissions.ts";
import { detectLocale } from "#app/i18n/detect.ts";
import { isLocale, type Locale, localeOfPath } from "#app/i18n/locales.ts";
import { type Translator, translator } from "#app/i18n/translator.server.ts";
import { type Instant, now } from "#app/time/instant.ts";
import type { Database, Reader, Writer } from "#db/database.ts";
import type { AppContext } from "./context.ts";
import { type Fields, readFields } from "./fields.ts";
import { invalid } from "./invalid.ts";
import { plainPage } from "./plain-page.ts";
import { actorOf } from "./session.ts";

/** A test fails on any door without this mark. */
export const access = Symbol("access");
/** What a door's action takes; tests send it what is nearly right. */
export const takes = Symbol("takes");

export type Visit<Who = Actor> = {
  actor: Who;
  /** Read once a request. */
  at: Instant;
  locale: Locale;
  t: Translator;
  params: Record<string, string | undefined>;
  url: URL;
  request: Request;
  context: AppContext;
};
export type Reading<Who = Actor> = Visit<Who> & { db: Reader };
export type Writing<Input, Who = Actor, Prepared = undefined> = Visit<Who> & {
  trx: Writer;
  /** For what a command records. */
  by: By;
  input: Input;
  values: Fields;
  prepared: Prepared;
};

type Door = LoaderFunctionArgs | ActionFunctionArgs;
/** Slow work (hashing, limits) that has to be over before the transaction begins; an answer returned here ends the request. */
type Prepare<Input, Who, Prepared> = (
  visit: Reading<Who> & { input: Input; values: Fields },
) => Promise<Prepared | { answer: unknown }>;

export function guardedLoader<Data>(permission: Permission, load: (visit: Reading) => Promise<Data>) {
  const loader = (args: LoaderFunctionArgs) =>
    answering(args, async (visit) =>
      load({ ...visit, actor: admit(visit, permission), db: visit.context.database.read }),
    );
  return Object.assign(loader, { [access]: permission });
}

export function publicLoader<Data>(load: (visit: Reading<Actor | null>) => Promise<Data>) {
  const loader = (args: LoaderFunctionArgs) =>
    answering(args, async (visit) => load({ ...visit, db: visit.context.database.read }));
  return Object.assign(loader, { [access]: "public" as const });
}

/** Admits, validates, then runs `act` as one transaction, which a refusal undoes. */
export function guardedAction<Form extends z.ZodType, Data, Prepared = undefined>(
  permission: Permission,
  form: Form,
  act: (visit: Writing<z.output<Form>, Actor, Prepared>) => Promise<Data>,
  prepare?: Prepare<z.output<Form>, Actor, Prepared>,
) {
  const action = (args: ActionFunctionArgs) =>
    answering(args, (visit) =>
      perform<Form, Data, Actor, Prepared>({ ...visit, actor: admit(visit, permission) }, form, act, prepare),
    );
  return Object.assign(action, { [access]: permission, [takes]: form });
}

export function publicAction<Form extends z.ZodType, Data, Prepared = undefined>(
  form: Form,
  act: (visit: Writing<z.output<Form>, Actor | null, Prepared>) => Promise<Data>,
  prepare?: Prepare<z.output<Form>, Actor | null, Prepared>,
) {
  const action = (args: ActionFunctionArgs) =>
    answering(args, (visit) => perform<Form, Data, Actor | null, Prepared>(visit, form, act, prepare));
  return Object.assign(action, { [access]: "public" as const, [takes]: form });
}

async function perform<Form extends z.ZodType, Data, Who extends Actor | null, Prepared>(
  visit: Visit<Who>,
  form: Form,
  act: (visit: Writing<z.output<Form>, Who, Prepared>) => Promise<Data>,
  prepare?: Prepare<z.output<Form>, Who, Prepared>,
) {
  const values = await fieldsOf(visit.request);
  const parsed = form.safeParse(values);
  if (!parsed.success) return invalid(firstMessages(parsed.error), values);
  const input = parsed.data;
  const { database } = visit.context;
  const prepared = await prepare?.({ ...visit, input, values, db: database.read });
  if (isAnswer(prepared)) return prepared.answer as Data;
  const by = { accountId: visit.actor?.accountId ?? null, at: visit.at };
  return unlessRefused(database, (trx) => act({ ...visit, trx, by, input, values, prepared: prepared as Prepared }));
}

/** What was written before an action refused is undone with its transaction: nothing is half saved. */
async function unlessRefused<Data>(database: Database, act: (trx: Writer) => Promise<Data>): Promise<Data> {
  const attempt = database.transact(async (trx) => {
    const answer = await act(trx);
    if (isRefusal(answer)) throw new Refusal(answer);
    return answer;
  });
  return attempt.catch((error) => {
    if (error instanceof Refusal) return error.answer as Data;
    throw error;
  });
}

class Refusal extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super("refused");
    this.answer = answer;
  }
}

const isRefusal = (answer: unknown) => ((answer as { init?: ResponseInit | null } | null)?.init?.status ?? 200) >= 400;

const isAnswer = (value: unknown): value is { answer: unknown } =>
  typeof value === "object" && value !== null && "answer" in value;

/** The first message of each field, in the order of the form. */
function firstMessages(error: z.ZodError): Record<string, string> {
  const messages = new Map<string, string>();
  for (const { path, message } of error.issues)
    if (!messages.has(path.join("."))) messages.set(path.join("."), message);
  return Object.fromEntries(messages);
}

async function fieldsOf(request: Request): Promise<Fields> {
  const form = await request.formData().catch(() => null);
  const fields = form && readFields(form);
  if (!fields) throw new Response(null, { status: 400 });
  return fields;
}

/** Not signed in: to the sign-in page and back again. Signed in without the permission: 403. */
function admit({ actor, url, locale, request }: Visit<Actor | null>, permission: Permission): Actor {
  if (!actor) {
    const page = url.pathname.replace(/\.data$/, "");
    const next = request.method === "GET" ? `${page}${url.search}` : page;
    throw redirect(`/${locale}/sign-in?${new URLSearchParams({ next })}`);
  }
  if (!may(actor, permission)) throw new Response(null, { status: 403 });
  return actor;
}

/** Gathers what every door needs, and gives each failure the id that stands in the log. */
async function answering<Data>(
  { request, params, context }: Door,
  answer: (visit: Visit<Actor | null>) => Promise<Data>,
): Promise<Data> {
  const app = context as unknown as AppContext;
  try {
    if (params.l !== undefined && !isLocale(params.l)) throw new Response(null, { status: 404 });
    const locale = isLocale(params.l) ? params.l : detectLocale(request.headers);
    const at = now();
    const actor = await actorOf(request, app, at);
    return await answer({
      actor,
      at,
      locale,
      t: translator(locale),
      params,
      url: new URL(request.url),
      request,
      context: app,
    });
  } catch (error) {
    if (error instanceof Response && error.status < 400) throw error;
    if (!(error instanceof Response)) app.log.error({ requestId: app.requestId, err: error }, "request failed");
    throw refusal(error instanceof Response ? error : fault(error, app), request, app);
  }
}

/** Ours, or that of a database which is being restarted or has no room: that may pass. */
const fault = (error: unknown, { database }: AppContext) =>
  database.dialect.isUnavailable(error)
    ? new Response(null, { status: 503, headers: { "Retry-After": "5" } })
    : new Response(null, { status: 500 });

/** The error page takes the id from the body. Where a file was asked for there is no page: the answer is one itself. */
function refusal({ status, headers }: Response, request: Request, { requestId, nonce }: AppContext): Response {
  const { pathname } = new URL(request.url);
  if (!/\.(pdf|ics|json)$/.test(pathname)) return new Response(requestId, { status, headers });
  const locale = localeOfPath(pathname) ?? detectLocale(request.headers);
  const kind = status === 403 || status === 404 || status === 503 ? status : 500;
  const t = translator(locale);
  const page = plainPage({ locale, title: t(`error.${kind}.title`), text: t(`error.${kind}.text`), requestId, nonce });
  return new Response(page, {
    status,
    headers: { ...Object.fromEntries(headers), "Content-Type": "text/html; charset=utf-8" },
  });
}
