import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { pino } from "pino";
import routes from "#app/routes.ts";
import type { Settings } from "#app/settings/settings.ts";
import { disputedIn } from "#app/ui/form/seen.rules.ts";
import type { AppContext } from "#app/web/context.ts";
import { writeNotes } from "#app/web/doors/later.ts";
import type { Database } from "#db/database.ts";
import { answerKeys } from "./answer-keys.ts";

export type Visit = {
  database: Database;
  /** With its language: `/es/sign-in?done=password`. */
  path: string;
  /** Makes it a POST. */
  form?: Record<string, string | string[]>;
  /** The file of a form, behind its fields. */
  upload?: { name: string; bytes: Uint8Array };
  /** Makes it a POST too: what is no form. */
  body?: string | ReadableStream<Uint8Array>;
  /** As `cookieFor` or `knock` gave it. */
  cookie?: string;
  method?: string;
  headers?: Record<string, string>;
  settings?: Partial<Settings>;
  /** The visitor's network address. */
  address?: string;
};

type Doorway = LoaderFunctionArgs & ActionFunctionArgs;

/** What a loader or action gets from the server; the parameters are read from the path by the site map. */
export function visit({
  database,
  path,
  form,
  upload,
  body,
  cookie,
  method,
  headers = {},
  settings = {},
  address = "192.0.2.1",
}: Visit): Doorway {
  const url = new URL(path, "http://127.0.0.1:3000");
  const fields =
    form &&
    new URLSearchParams(
      Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
    );
  const sent = upload ? withFile(fields, upload) : (fields ?? body);
  const request = new Request(url, {
    method: method ?? (sent === undefined ? "GET" : "POST"),
    headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0", ...headers, ...(cookie && { cookie }) },
    body: sent,
    duplex: "half",
  });
  const context: AppContext = {
    database,
    settings: { ...defaults, ...settings },
    log,
    nonce: "nonce",
    requestId: "abcdefghij",
    address,
    takesGzip: false,
  };
  const params = matchRoutes(routes as Parameters<typeof matchRoutes>[0], url.pathname)?.at(-1)?.params ?? {};
  return { request, params, context };
}

function withFile(fields: URLSearchParams | undefined, { name, bytes }: NonNullable<Visit["upload"]>): FormData {
  const form = new FormData();
  for (const [field, value] of fields ?? []) form.append(field, value);
  form.append("file", new Blob([new Uint8Array(bytes)]), name);
  return form;
}

const defaults: Settings = {
  port: 3000,
  host: "127.0.0.1",
  appUrl: "http://127.0.0.1:3000",
  secure: false,
  dataDir: "",
  databaseUrl: "",
  secret: "s".repeat(32),
  answerKeys,
  files: null,
  smtpUrl: null,
  mailFrom: null,
  demo: false,
};

/** Has everything written that pages have only noted. */
export const settled = (database: Database) => writeNotes({ database, log });

/** A fault of ours fails the test that met it. */
const log = pino({ level: "error" }, { write: (line: string) => console.error(line) });

export type Answer<Data = unknown> = {
  status: number;
  /** What the page gets; text where a file came. */
  data: Data;
  /** Where a redirect leads, else null. */
  location: string | null;
  /** The session's cookie, ready to be sent back; empty where it was ended, null where none was set. */
  cookie: string | null;
  headers: Headers;
};

// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of its own page's data
type Loose = any;

/** Calls a loader or an action as the server would, and reads whatever it returns or throws. */
export async function knock<Data = Loose>(
  door: (args: Doorway) => Promise<unknown>,
  options: Visit,
): Promise<Answer<Data>> {
  const result = await door(visit(options)).catch((thrown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  const { status, headers, data } = await read(result);
  return { status, data: data as Data, location: headers.get("location"), cookie: cookieIn(headers), headers };
}

/**
 * The same for a form whose sender insists on it, whatever is stored: where the door asks what stays, it is theirs.
 * So an edit is made whole without its page having been opened before.
 */
export async function knockInsisting<Data = Loose>(door: (args: Doorway) => Promise<unknown>, options: Visit) {
  const answer = await knock<Loose>(door, options);
  const kept = Object.keys(answer.data?.errors ?? {}).filter((name) => disputedIn(name) !== null);
  if (answer.status !== 409 || kept.length === 0) return answer as Answer<Data>;
  const seen: string = answer.data.values.seen;
  const choices = Object.fromEntries(kept.map((name) => [name, "mine"]));
  return knock<Data>(door, { ...options, form: { ...options.form, ...choices, seen } });
}

type WithInit = { type: "DataWithResponseInit"; data: unknown; init: ResponseInit | null };
const isWithInit = (value: unknown): value is WithInit => (value as WithInit | null)?.type === "DataWithResponseInit";

async function read(result: unknown): Promise<{ status: number; headers: Headers; data: unknown }> {
  if (result instanceof Response) return { status: result.status, headers: result.headers, data: await result.text() };
  if (!isWithInit(result)) return { status: 200, headers: new Headers(), data: result };
  return { status: result.init?.status ?? 200, headers: new Headers(result.init?.headers), data: result.data };
}

function cookieIn(headers: Headers): string | null {
  const [pair] = headers.get("set-cookie")?.split(";") ?? [];
  if (pair === undefined) return null;
  return pair.endsWith("=") ? "" : pair;
}
