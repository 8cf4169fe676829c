import type { Reach } from "#app/access/permissions.ts";
import { isWithinReach } from "#app/enrolment/people/within-reach.queries.ts";
import { changedDetails, differingFields, newFacts } from "#app/imports/check/differences.ts";
import { completedAlone, zoneOfCountry } from "#app/imports/check/row-facts.ts";
import { noteImport, noteRow, workOn } from "#app/imports/commands.ts";
import { findOwnImport, findReachOf, isWithAccount } from "#app/imports/queries.ts";
import { type ImportRow, listRowsFrom } from "#app/imports/rows.queries.ts";
import { newPerson, takesIn } from "#app/imports/rules.ts";
import { PermanentFailure } from "#app/outbox/job.ts";
import type { WorkHandler } from "#app/outbox/works/works.ts";
import { addPerson, changePerson } from "#app/people/commands.ts";
import { findProfile } from "#app/people/queries.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import { asId } from "#db/id.ts";
import { isAddedMeanwhile } from "./meanwhile.queries.ts";
import { heldReach, type SentList, sentList } from "./sent-list.ts";

type Payload = { peopleImportId: Id<"peopleImport"> };
type Applying = SentList & {
  reach: Reach;
  importId: Id<"peopleImport">;
  by: { accountId: Id<"account">; at: Parameters<typeof noteImport>[2] };
};

/** Rows in a step: each is some ten statements. */
const atOnce = 20;

/**
 * Adds and changes people as a list says, and puts them on its programme's list: all of them, or nobody. Where it fails
 * or is stopped, what was done is undone by work of its own.
 */
export const applyImport: WorkHandler<Payload, SentList> = {
  prepare: ({ payload: { peopleImportId: id }, accountId }, { database: { read } }) =>
    sentList(read, { id, accountId }),
  async step(trx, { payload: { peopleImportId: importId }, accountId }, { done, ready, at }) {
    const reach = await heldReach(trx, { accountId, programmeId: ready.programmeId });
    const rows = await listRowsFrom(trx, importId, done, atOnce);
    for (const row of rows) await applyRow(trx, row, { ...ready, reach, importId, by: { accountId, at } });
    return { done: done + rows.length, total: ready.total };
  },
  async end(trx, { payload: { peopleImportId: id }, accountId }, { outcome, at }) {
    if (outcome === "done") return noteImport(trx, id, at, { state: "applied", appliedAt: at, problem: null });
    const sent = await findOwnImport(trx, { id, accountId });
    if (!sent) return;
    const isOut = !takesIn(await findReachOf(trx, accountId), sent.programmeId);
    const problem = outcome === "stopped" ? "takenBack" : isOut ? "outOfReach" : "changed";
    await noteImport(trx, id, at, { problem: `import:problem.${problem}` });
    await workOn(trx, { id, accountId, at, kind: "peopleUndo", state: "undoing", fileName: sent.fileName });
  },
};

async function applyRow(trx: Writer, row: ImportRow, applying: Applying): Promise<void> {
  const { importId, programmeId, sentAt, reach, by } = applying;
  const person = personMeant(row);
  if (person === null) {
    const facts = completedAlone(row.facts);
    const others = row.personId ? [row.personId] : row.candidates;
    if (await isAddedMeanwhile(trx, { facts, others, importId, programmeId, sentAt })) throw changedMeanwhile();
    const personId = await addPerson(trx, newFacts(facts, zoneOfCountry(facts.country)), by);
    await listOnProgramme(trx, { programmeId, personId }, by);
    const seen = JSON.stringify(await findProfile(trx, personId));
    await noteRow(trx, importId, row.number, { personId, isAdded: true, isListed: true, seen });
    return;
  }
  if (!(await hold(trx, "person", person)) || !(await isWithinReach(trx, reach, person))) throw changedMeanwhile();
  const stored = await findProfile(trx, person);
  // what its sender has seen in the preview is what is changed
  if (!stored || (row.seen !== null && row.personId === person && JSON.stringify(stored) !== row.seen))
    throw changedMeanwhile();
  const fields = differingFields(row.facts, stored, await isWithAccount(trx, person));
  if (fields.length > 0) await changePerson(trx, person, changedDetails(stored, row.facts, fields), by);
  const isListed = await listOnProgramme(trx, { programmeId, personId: person }, by);
  const before = fields.length > 0 ? JSON.stringify(stored) : null;
  const seen = JSON.stringify(await findProfile(trx, person));
  await noteRow(trx, importId, row.number, { personId: person, isListed, before, seen });
}

const changedMeanwhile = () => new PermanentFailure("ChangedMeanwhile");

/** Null for somebody new. */
function personMeant({ outcome, choice, personId }: ImportRow): Id<"person"> | null {
  if (choice === newPerson || outcome === "new") return null;
  return choice === null ? personId : asId<"person">(choice);
}
