import type { AppContext } from "#app/web/context.ts";
import type { Database, Writer } from "#db/database.ts";

/** Long enough for the answers of a moment to share one transaction. */
const pauseMs = 200;
const pauseAfterFailureMs = 5_000;
/** What comes beyond it is not noted: a database that cannot be written for hours must not fill the memory. */
const most = 10_000;

type Write = (trx: Writer) => Promise<unknown>;
type Notes = { waiting: Map<string, Write>; timer: NodeJS.Timeout | undefined; writing: Promise<void> };

const allNotes = new WeakMap<Database, Notes>();

/**
 * Notes something beside an answer, which does not wait for it: a page can be read while nothing can be written.
 * What comes together is written together.
 * What cannot be written now is tried again later; it may be lost with the process.
 * @param name whatever is noted under the same name meanwhile takes its place
 */
export function later(context: Pick<AppContext, "database" | "log">, name: string, write: Write): void {
  const notes = notesOf(context.database);
  if (notes.waiting.size >= most && !notes.waiting.has(name)) return;
  notes.waiting.set(name, write);
  schedule(notes, context, pauseMs);
}

/** Has what was noted written at once. @returns when that is over, done or failed */
export async function writeNotes(context: Pick<AppContext, "database" | "log">): Promise<void> {
  const notes = notesOf(context.database);
  clearTimeout(notes.timer);
  notes.timer = undefined;
  await writeDown(notes, context);
}

function notesOf(database: Database): Notes {
  const known = allNotes.get(database) ?? { waiting: new Map(), timer: undefined, writing: Promise.resolve() };
  allNotes.set(database, known);
  return known;
}

function schedule(notes: Notes, context: Pick<AppContext, "database" | "log">, ms: number): void {
  notes.timer ??= setTimeout(() => {
    notes.timer = undefined;
    void writeDown(notes, context);
  }, ms).unref();
}

/** One bundle after another: of two, the second would only wait for the same rows. */
function writeDown(notes: Notes, context: Pick<AppContext, "database" | "log">): Promise<void> {
  notes.writing = notes.writing.then(() => writeBundle(notes, context));
  return notes.writing;
}

async function writeBundle(notes: Notes, context: Pick<AppContext, "database" | "log">): Promise<void> {
  const { database, log } = context;
  // rows are locked in this order: in one order for everybody two bundles never wait for each other
  const bundle = [...notes.waiting].sort(([one], [other]) => (one < other ? -1 : 1));
  notes.waiting.clear();
  if (bundle.length === 0) return;
  try {
    await database.transact(async (trx) => {
      for (const [, write] of bundle) await write(trx);
    });
  } catch (err) {
    log.warn({ err, notes: bundle.length }, "not noted yet");
    if (!database.dialect.isUnavailable(err)) return;
    for (const [name, write] of bundle) if (!notes.waiting.has(name)) notes.waiting.set(name, write);
    schedule(notes, context, pauseAfterFailureMs);
  }
}
