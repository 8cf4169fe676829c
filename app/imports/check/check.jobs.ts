import { dropListFile, type NewRow, noteImport, storeRows } from "#app/imports/commands.ts";
import { findOwnImport, findReachOf, listPeopleToMatch } from "#app/imports/queries.ts";
import type { WorkHandler } from "#app/outbox/works/works.ts";
import { type Known, type MatchingIndex, matchingIndex } from "#app/people/matching/matching.rules.ts";
import { findProfile } from "#app/people/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { judgedRow, matchOf } from "./judged-row.ts";
import { knownPerson } from "./known-people.ts";
import { type ListRow, type ReadList, readList } from "./read-list.ts";

type Payload = { peopleImportId: Id<"peopleImport"> };
type Here = {
  index: MatchingIndex<Id<"person">>;
  people: Map<string, Known<Id<"person">>>;
  accounts: Set<Id<"person">>;
};
type Ready = Exclude<ReadList, { rows: unknown }> | (Extract<ReadList, { rows: unknown }> & Here);

/** Rows in a step. */
const atOnce = 100;

/** Reads a list that somebody has sent, and says of each row what would come of it. Nothing is changed. */
export const checkImport: WorkHandler<Payload, Ready> = {
  async prepare({ payload: { peopleImportId: importId }, accountId }, { database, at }) {
    const sent = await findOwnImport(database.read, { id: importId, accountId });
    if (!sent) return { refused: "import:problem.failed" };
    const list = await readList(database, { importId, encoding: sent.encoding, at });
    if (!("rows" in list)) return list;
    const records = list.rows.flatMap(({ record }) => record || []);
    const here = await whoIsHere(database, accountId, { programmeId: sent.programmeId, records });
    return { ...list, ...here };
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

type List = { programmeId: Id<"programme">; records: string[] };

async function whoIsHere({ read }: Database, accountId: Id<"account">, list: List): Promise<Here> {
  const here = await listPeopleToMatch(read, await findReachOf(read, accountId), list);
  const people = here.map(knownPerson);
  return {
    index: matchingIndex(people),
    people: new Map(people.map((person) => [person.id, person])),
    accounts: new Set(here.filter(({ accountEmail }) => accountEmail !== null).map(({ id }) => id)),
  };
}

type Judging = Extract<Ready, { rows: unknown }>;

async function judged(trx: Writer, row: ListRow, number: number, ready: Judging): Promise<NewRow> {
  const match = row.errors.length > 0 ? null : matchOf(row, ready);
  const stored = match?.verdict === "same" ? await findProfile(trx, match.id) : null;
  const hasAccount = match?.verdict === "same" && ready.accounts.has(match.id);
  return judgedRow(row, number, { match, stored, hasAccount, words: ready.words });
}
