import { audit } from "#app/audit/commands.ts";
import { type StoredPerson, storedDetails } from "#app/imports/check/differences.ts";
import { noteImport, noteRow } from "#app/imports/commands.ts";
import { findOwnImport } from "#app/imports/queries.ts";
import { type ImportRow, listRowsFrom } from "#app/imports/rows.queries.ts";
import type { WorkHandler } from "#app/outbox/works/works.ts";
import { changePerson, takeBackPerson } from "#app/people/commands.ts";
import { findProfile } from "#app/people/queries.ts";
import { takeOffProgramme } from "#app/programmes/list.commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { isBroughtByAnother, isRestedOn } from "./meanwhile.queries.ts";
import { heldReach, type SentList, sentList } from "./sent-list.ts";

type Payload = { peopleImportId: Id<"peopleImport"> };
type Undoing = SentList & { importId: Id<"peopleImport">; by: { accountId: Id<"account">; at: Instant } };

/** Rows in a step. */
const atOnce = 20;

/** Takes back what a list has brought. Whoever is needed elsewhere by now, or was changed since, stays as they are. */
export const undoImport: WorkHandler<Payload, SentList> = {
  prepare: ({ payload: { peopleImportId: id }, accountId }, { database: { read } }) =>
    sentList(read, { id, accountId }),
  async step(trx, { payload: { peopleImportId: importId }, accountId }, { done, ready, at }) {
    // what could not be finished goes back whoever may do what by now
    if (ready.isApplied) await heldReach(trx, { accountId, programmeId: ready.programmeId });
    const rows = await listRowsFrom(trx, importId, done, atOnce);
    for (const row of rows) await undoRow(trx, row, { ...ready, importId, by: { accountId, at } });
    return { done: done + rows.length, total: ready.total };
  },
  async end(trx, { payload: { peopleImportId: id }, accountId }, { outcome, at }) {
    const sent = await findOwnImport(trx, { id, accountId });
    // what was taken back because it could not be finished may be tried again
    const mayTryAgain = sent?.problem === "import:problem.takenBack";
    const after = sent?.appliedAt ? "undone" : mayTryAgain ? "checked" : "refused";
    const problem = `import:problem.${outcome === "stopped" ? "undoStopped" : "undoFailed"}` as const;
    await noteImport(trx, id, at, outcome === "done" ? { state: after } : { state: "applied", appliedAt: at, problem });
  },
};

async function undoRow(trx: Writer, row: ImportRow, { importId, programmeId, by }: Undoing): Promise<void> {
  const { personId, isAdded, isListed, before, number } = row;
  if (personId === null || !(isAdded || isListed || before)) return;
  await hold(trx, "person", personId);
  const isUnchanged = JSON.stringify(await findProfile(trx, personId)) === row.seen;
  if (isAdded) {
    if (!isUnchanged || (await isRestedOn(trx, { personId, programmeId, importId }))) return;
    await takeOffProgramme(trx, { programmeId, personId }, by);
    await takeBackPerson(trx, personId);
    await audit(trx, by.at, { accountId: by.accountId, action: "person.removed", subjectId: personId });
    await noteRow(trx, importId, number, { personId: null, isAdded: false, isListed: false });
    return;
  }
  const former = before ? (JSON.parse(before) as StoredPerson) : null;
  const isBack = former !== null && isUnchanged;
  if (isBack) await changePerson(trx, personId, storedDetails(former, isEmailOf(row)), by);
  if (isListed && !(await isBroughtByAnother(trx, { personId, programmeId, importId })))
    await takeOffProgramme(trx, { programmeId, personId }, by);
  await noteRow(trx, importId, number, { isListed: false, ...(isBack && { before: null, seen: before }) });
}

/** Whether the list has changed the address as well. */
const isEmailOf = ({ before, seen }: ImportRow) => emailIn(before) !== emailIn(seen);
const emailIn = (profile: string | null) => (profile ? (JSON.parse(profile) as StoredPerson).email : null);
