import type { WorkHandler } from "#app/outbox/works/works.ts";
import { findMatch, type MatchingIndex, matchingIndex } from "#app/people/matching.rules.ts";
import { findProfile } from "#app/people/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { dropListFile, type NewRow, noteImport, storeRows } from "./commands.ts";
import { differingFields } from "./differences.ts";
import { knownPerson, recognisedRow } from "./known-people.ts";
import { findOwnImport, findReachOf, listPeopleToMatch } from "./queries.ts";
import { type ListRow, type ReadList, readList } from "./read-list.ts";
import { completed } from "./row-facts.ts";

type Payload = { peopleImportId: Id<"peopleImport"> };
type Here = { index: MatchingIndex<Id<"person">>; accounts: Set<Id<"person">> };
type Ready = Exclude<ReadList, { rows: unknown }> | (Extract<ReadList, { rows: unknown }> & Here);

/** Rows in a step. */
const atOnce = 100;

/** Reads a list that somebody has sent, and says of each row what would come of it. Nothing is changed. */
export const checkImport: WorkHandler<Payload, Ready> = {
  async prepare({ payload: { peopleImportId: importId }, accountId }, { database, at }) {
    const sent = await findOwnImport(database.read, { id: importId, accountId });
    if (!sent) return { refused: "import:problem.failed" };
    const list = await readList(database, { importId, encoding: sent.encoding, at });
    return "rows" in list ? { ...list, ...(await whoIsHere(database, accountId, sent.programmeId)) } : list;
  },
  async step(trx, { payload: { peopleImportId: id } }, { done, ready, at }) {
    if ("refused" in ready) {
      await noteImport(trx, id, at, { state: "refused", problem: ready.refused });
      return { done: 0, total: 0 };
    }
    if ("asks" in ready) {
      await noteImport(trx, id, at, { state: "asked", facts: { asks: ready.asks } });
      return { done: 0, total: 0 };
    }
    if (done === 0) await noteImport(trx, id, at, { facts: ready.facts });
    const rows: NewRow[] = [];
    for (const [index, row] of ready.rows.slice(done, done + atOnce).entries())
      rows.push(await judged(trx, row, done + index, ready));
    await storeRows(trx, id, rows);
    return { done: done + rows.length, total: ready.rows.length };
  },
  async end(trx, { payload: { peopleImportId: id }, accountId }, { outcome, at }) {
    const sent = await findOwnImport(trx, { id, accountId });
    if (!sent || sent.state === "asked") return;
    if (sent.state === "checking")
      await noteImport(trx, id, at, outcome === "done" ? { state: "checked" } : refused(outcome));
    await dropListFile(trx, id);
  },
};

const refused = (outcome: "failed" | "stopped") =>
  ({ state: "refused", problem: `import:problem.${outcome}` }) as const;

async function whoIsHere({ read }: Database, accountId: Id<"account">, programmeId: Id<"programme">): Promise<Here> {
  const people = await listPeopleToMatch(read, await findReachOf(read, accountId), programmeId);
  const withAccount = people.filter(({ accountEmail }) => accountEmail !== null).map(({ id }) => id);
  return { index: matchingIndex(people.map(knownPerson)), accounts: new Set(withAccount) };
}

type Judging = Extract<Ready, { rows: unknown }>;

async function judged(trx: Writer, row: ListRow, number: number, ready: Judging): Promise<NewRow> {
  const { facts, errors, line } = row;
  const nothing = { number, line, facts, errors, matchedBy: null, candidates: [], personId: null, seen: null };
  if (errors.length > 0) return { ...nothing, outcome: "wrong" };
  const match = findMatch(ready.index, recognisedRow(facts));
  if (match.verdict === "none") return { ...nothing, facts: completed(facts, ready.words), outcome: "new" };
  if (match.verdict === "ask") return { ...nothing, outcome: "asked", candidates: match.ids };
  const stored = await findProfile(trx, match.id);
  if (!stored) return { ...nothing, facts: completed(facts, ready.words), outcome: "new" };
  const fields = differingFields(facts, stored, ready.accounts.has(match.id));
  return {
    ...nothing,
    outcome: fields.length > 0 ? "changed" : "same",
    matchedBy: match.by,
    personId: match.id,
    seen: JSON.stringify(stored),
  };
}
