import { to } from "#app/addresses.ts";
import { beginWork } from "#app/outbox/works/commands.ts";
import type { WorkKind } from "#app/outbox/works/works.ts";
import type { Encoding } from "#app/tables/reading/encodings.ts";
import type { Instant } from "#app/time/instant.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { ImportFacts } from "./queries.ts";
import { type ImportRow, listRowsFrom } from "./rows.queries.ts";
import { endsBefore, type ImportState, newPerson } from "./rules.ts";

type ImportId = Id<"peopleImport">;
type ImportWork = Extract<WorkKind, `people${string}`>;
type Own = { id: ImportId; accountId: Id<"account"> };

/** Begins to take a file. It is of use to nobody before it is whole. */
export async function receiveImport(
  trx: Writer,
  sent: { programmeId: Id<"programme">; workshopId: Id<"workshop"> | null; fileName: string },
  { accountId, at }: { accountId: Id<"account">; at: Instant },
): Promise<ImportId> {
  const id = newId<"peopleImport">();
  await trx
    .insertInto("peopleImport")
    .values({ id, accountId, ...sent, state: "receiving", facts: "{}", createdAt: at, changedAt: at })
    .execute();
  return id;
}

export const storeChunk = (trx: Writer, chunk: { importId: ImportId; number: number; bytes: Uint8Array }) =>
  trx
    .insertInto("peopleImportChunk")
    .values({ ...chunk, bytes: Buffer.from(chunk.bytes) })
    .execute();

/** The file is whole: it is checked next. */
export async function receivedImport(
  trx: Writer,
  { id, accountId, at, ...file }: Own & { at: Instant; fileHash: string; formKey: string | null; fileName: string },
): Promise<void> {
  await trx
    .updateTable("peopleImport")
    .set({ fileHash: file.fileHash, formKey: file.formKey })
    .where("id", "=", id)
    .execute();
  await workOn(trx, { id, accountId, at, kind: "peopleCheck", state: "checking", fileName: file.fileName });
}

const titles = {
  peopleCheck: "import:work.check",
  peopleApply: "import:work.apply",
  peopleUndo: "import:work.undo",
} as const satisfies Record<ImportWork, string>;

type Working = Own & { at: Instant; kind: ImportWork; state: ImportState; fileName: string };

/** Has a list checked, imported or undone, as long work. */
export async function workOn(trx: Writer, { id, accountId, at, kind, state, fileName }: Working): Promise<void> {
  const workId = await beginWork(trx, {
    accountId,
    at,
    kind,
    payload: { peopleImportId: id },
    title: { key: titles[kind], values: { file: fileName } },
    resultPath: to.importReview({ locale: "es", id }),
  });
  await trx.updateTable("peopleImport").set({ state, workId, changedAt: at }).where("id", "=", id).execute();
}

/** @returns false where it is no longer in that state: somebody else, or another press, was sooner */
export async function moveImport(
  trx: Writer,
  { id, accountId, at, from }: Own & { at: Instant; from: ImportState },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("peopleImport")
    .set({ changedAt: at })
    .where("id", "=", id)
    .where("accountId", "=", accountId)
    .where("state", "=", from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type Change = { state?: ImportState; problem?: FormMessage | null; facts?: ImportFacts; appliedAt?: Instant | null };

/** What became of it. */
export async function noteImport(trx: Writer, id: ImportId, at: Instant, change: Change): Promise<void> {
  const { problem, facts, ...rest } = change;
  await trx
    .updateTable("peopleImport")
    .set({
      ...rest,
      changedAt: at,
      ...(problem !== undefined && { problem: problem === null ? null : JSON.stringify(problem) }),
      ...(facts !== undefined && { facts: JSON.stringify(facts) }),
    })
    .where("id", "=", id)
    .execute();
}

export const sayEncoding = (trx: Writer, id: ImportId, encoding: Encoding) =>
  trx.updateTable("peopleImport").set({ encoding }).where("id", "=", id).execute();

/** The bytes are needed no more: what was in them stands in the rows. */
export const dropListFile = (trx: Writer, id: ImportId) =>
  trx.deleteFrom("peopleImportChunk").where("importId", "=", id).execute();

export type NewRow = Pick<ImportRow, "number" | "line" | "outcome" | "facts" | "errors" | "matchedBy" | "candidates"> &
  Pick<ImportRow, "personId" | "seen">;

export async function storeRows(trx: Writer, importId: ImportId, rows: NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ facts, errors, candidates, ...row }) => ({
    ...row,
    importId,
    facts: JSON.stringify(facts),
    errors: JSON.stringify(errors),
    candidates: JSON.stringify(candidates),
    isAdded: false,
    isListed: false,
  }));
  await trx.insertInto("peopleImportRow").values(values).execute();
}

/** What somebody has decided about rows, by their numbers: somebody new, or which of those that were offered. */
export async function decideRows(trx: Writer, importId: ImportId, choices: ReadonlyMap<number, string>): Promise<void> {
  for (const [number, choice] of choices) {
    const [row] = await listRowsFrom(trx, importId, number, 1);
    if (!row || row.number !== number || !mayChoose(row, choice)) continue;
    await trx
      .updateTable("peopleImportRow")
      .set({ choice })
      .where("importId", "=", importId)
      .where("number", "=", number)
      .execute();
  }
}

const mayChoose = ({ outcome, candidates, personId, matchedBy }: ImportRow, choice: string): boolean =>
  outcome === "asked"
    ? choice === newPerson || candidates.some((id) => id === choice)
    : matchedBy === "name" && (choice === newPerson || personId === choice);

type Done = Partial<Pick<ImportRow, "personId" | "seen" | "isAdded" | "isListed" | "before">>;

/** What a row has done, so that it can be undone. */
export const noteRow = (trx: Writer, importId: ImportId, number: number, done: Done) =>
  trx.updateTable("peopleImportRow").set(done).where("importId", "=", importId).where("number", "=", number).execute();

/** Ends a list that was not imported, with all that was read of it. */
export async function discardImport(trx: Writer, id: ImportId): Promise<void> {
  await trx.deleteFrom("peopleImportChunk").where("importId", "=", id).execute();
  await trx.deleteFrom("peopleImportRow").where("importId", "=", id).execute();
  await trx.deleteFrom("peopleImport").where("id", "=", id).execute();
}

/** Ends lists that nobody has gone on with for long, and those that can be undone no more. @returns how many */
export async function clearOldImports(trx: Writer, at: Instant): Promise<number> {
  // one at a time: it may have fifty thousand rows
  const old = await trx
    .selectFrom("peopleImport")
    .select("id")
    .where("changedAt", "<=", endsBefore(at))
    .limit(1)
    .executeTakeFirst();
  if (!old) return 0;
  await discardImport(trx, old.id);
  return 1;
}
