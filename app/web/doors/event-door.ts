import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Permission } from "#app/access/permissions.ts";
import { findActor } from "#app/sessions/queries.ts";
import { now } from "#app/time/instant.ts";
import { accepts, reading } from "./accepts.ts";
import { access, admit, open, type Public, type Reading, type Visit } from "./door.ts";
import { asFile } from "./manners.ts";

/** Whom somebody tells, as long as they look. */
type Listener = {
  tell(news: unknown): void;
  /** Nothing more will happen. */
  end(): void;
};

type Follow = (visit: Reading, listener: Listener) => Promise<{ leave(): void }>;

/** Proxies and browsers give up what says nothing for long. */
const sayNothingMs = 15_000;
/** A stream outlives a session: whoever may not see it any more sees at most so much of it. */
const askAgainMs = 60_000;
/** After which a browser comes back whose server was stopped. */
const retryMs = 500;

/**
 * Tells whoever has this permission what happens, as server-sent events, until they leave, nothing more happens, or the
 * server stops. `follow` finds what is in reach, and is called once more each minute: what it then throws ends it.
 */
export function guardedEvents(permission: Permission, follow: Follow) {
  const loader = (args: LoaderFunctionArgs) =>
    open(asFile, args, async (visit) => {
      const begin = (from: Visit & Public, listener: Listener) =>
        follow({ ...admit(asFile, from, permission), db: visit.context.database.read }, listener);
      const { readable, listener, closed } = streamOf();
      const { leave } = await begin(visit, listener);
      keepUp(visit, { listener, closed, begin, leave });
      return new Response(readable, { headers });
    });
  return Object.assign(loader, { [access]: permission, [accepts]: reading });
}

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // without `no-transform` it would be packed, and kept back until its end
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

function streamOf() {
  const encoder = new TextEncoder();
  const closing = new AbortController();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const readable = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel: () => closing.abort(),
  });
  const write = (text: string) => {
    if (!closing.signal.aborted) controller?.enqueue(encoder.encode(text));
  };
  const end = () => {
    if (closing.signal.aborted) return;
    closing.abort();
    controller?.close();
  };
  write(`retry: ${retryMs}\n\n`);
  const listener = { tell: (news: unknown) => write(`data: ${JSON.stringify(news)}\n\n`), end };
  return { readable, listener: { ...listener, sayNothing: () => write(": \n\n") }, closed: closing.signal };
}

type Begin = (visit: Visit & Public, listener: Listener) => Promise<{ leave(): void }>;
type Following = {
  listener: Listener & { sayNothing(): void };
  closed: AbortSignal;
  begin: Begin;
  leave(): void;
};

/** Until it is closed, from either side. */
function keepUp(visit: Visit & Public, { listener, closed, begin, leave }: Following): void {
  const { request, context } = visit;
  const signals = [request.signal, context.stopping].flatMap((signal) => signal ?? []);
  const beat = setInterval(listener.sayNothing, sayNothingMs).unref();
  const again = setInterval(() => {
    void isStillWelcome(visit, begin).then((isWelcome) => isWelcome || listener.end());
  }, askAgainMs).unref();
  const close = () => {
    for (const timer of [beat, again]) clearInterval(timer);
    for (const signal of signals) signal.removeEventListener("abort", listener.end);
    leave();
  };
  if (closed.aborted) return close();
  closed.addEventListener("abort", close, { once: true });
  for (const signal of signals) signal.addEventListener("abort", listener.end);
  if (signals.some(({ aborted }) => aborted)) listener.end();
}

/** Whether the session goes on, with the permission, and what is followed is still within reach. */
async function isStillWelcome(visit: Visit & Public, begin: Begin): Promise<boolean> {
  const { request, context } = visit;
  try {
    const at = now();
    const token = asFile.tokenOf(request, context);
    const found = token ? await findActor(context.database.read, token, at) : null;
    const { leave } = await begin({ ...visit, at, actor: found?.actor ?? null }, silent);
    leave();
    return true;
  } catch {
    return false;
  }
}

const silent: Listener = { tell: () => {}, end: () => {} };
