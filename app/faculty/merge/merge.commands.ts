import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import type { Writer } from "#db/database.ts";
import { hold } from "#db/hold.ts";
import type { Id } from "#db/id.ts";
import {
  type MergedFaculty,
  type OwnFacts,
  oneRequest,
  type StoredMember,
  together,
  weightier,
} from "./merge.rules.ts";

type Pair = { stayedId: Id<"faculty">; goneId: Id<"faculty"> };

/**
 * Two who are one stand once in the list of those who teach: sessions, requests, absences and languages of the entry
 * that goes are the other's from now on. The workshops of both are held by then.
 * @returns null where they do not both stand in the list
 */
export async function mergeMembers(
  trx: Writer,
  people: { keptId: Id<"person">; goneId: Id<"person"> },
  by: By,
): Promise<MergedFaculty | null> {
  const rows = await trx
    .selectFrom("faculty")
    .selectAll()
    .where("personId", "in", [people.keptId, people.goneId])
    .execute();
  const memberOf = (id: Id<"person">) => rows.find(({ personId }) => personId === id) as StoredMember | undefined;
  const [stayed, gone] = [memberOf(people.keptId), memberOf(people.goneId)];
  if (!stayed || !gone) return null;
  await hold(trx, "faculty", stayed.id, gone.id);
  const pair = { stayedId: stayed.id, goneId: gone.id };
  const { isInstructor, isInterpreter, isCompanion, note, archivedAt } = stayed;
  const before: OwnFacts = { isInstructor, isInterpreter, isCompanion, note, archivedAt };
  const taken = together(stayed, gone);
  const merged: MergedFaculty = {
    ...{ stayedId: stayed.id, gone, before, taken },
    ...(await joinLanguages(trx, pair)),
    absenceIds: await moveAbsences(trx, pair),
    ...(await joinStaff(trx, pair)),
    ...(await joinRequests(trx, pair)),
  };
  await trx.deleteFrom("faculty").where("id", "=", gone.id).execute();
  await trx.updateTable("faculty").set(taken).where("id", "=", stayed.id).execute();
  const { accountId, at } = by;
  await audit(trx, at, { accountId, action: "faculty.changed", subjectId: stayed.id });
  return merged;
}

async function joinLanguages(trx: Writer, { stayedId, goneId }: Pair) {
  const gone = await trx.deleteFrom("facultyLanguage").where("facultyId", "=", goneId).returning("language").execute();
  const own = await trx.selectFrom("facultyLanguage").select("language").where("facultyId", "=", stayedId).execute();
  const languages = gone.map(({ language }) => language);
  const gained = languages.filter((language) => own.every((one) => one.language !== language));
  if (gained.length)
    await trx
      .insertInto("facultyLanguage")
      .values(gained.map((language) => ({ facultyId: stayedId, language })))
      .execute();
  return { languages, gained };
}

async function moveAbsences(trx: Writer, { stayedId, goneId }: Pair) {
  const moved = await trx
    .updateTable("facultyAbsence")
    .set({ facultyId: stayedId })
    .where("facultyId", "=", goneId)
    .returning("id")
    .execute();
  return moved.map(({ id }) => id);
}

async function joinStaff(trx: Writer, { stayedId, goneId }: Pair) {
  const rows = await trx.selectFrom("sessionStaff").selectAll().where("facultyId", "in", [stayedId, goneId]).execute();
  const ofStayed = new Map(rows.filter((row) => row.facultyId === stayedId).map((row) => [row.sessionId, row]));
  const ofGone = rows.filter(({ facultyId }) => facultyId === goneId);
  const inBoth = ofGone.flatMap((gone) => {
    const stayed = ofStayed.get(gone.sessionId);
    return stayed ? [{ gone, stayed }] : [];
  });
  for (const { gone, stayed } of inBoth) {
    const { sessionId } = gone;
    await staffRow(trx, { facultyId: goneId, sessionId }).execute();
    const { role, position, state } = weightier(stayed, gone);
    await trx
      .updateTable("sessionStaff")
      .set({ role, position, state })
      .where("facultyId", "=", stayedId)
      .where("sessionId", "=", sessionId)
      .execute();
  }
  const moved = await trx
    .updateTable("sessionStaff")
    .set({ facultyId: stayedId })
    .where("facultyId", "=", goneId)
    .returning("sessionId")
    .execute();
  return { inBoth, sessionIds: moved.map(({ sessionId }) => sessionId) };
}

const staffRow = (trx: Writer, { facultyId, sessionId }: { facultyId: Id<"faculty">; sessionId: Id<"session"> }) =>
  trx.deleteFrom("sessionStaff").where("facultyId", "=", facultyId).where("sessionId", "=", sessionId);

async function joinRequests(trx: Writer, { stayedId, goneId }: Pair) {
  const rows = await trx
    .selectFrom("teachingRequest")
    .selectAll()
    .where("facultyId", "in", [stayedId, goneId])
    .execute();
  const joined: MergedFaculty["joined"] = [];
  for (const gone of rows.filter(({ facultyId }) => facultyId === goneId)) {
    const stayed = rows.find((row) => row.facultyId === stayedId && row.workshopId === gone.workshopId);
    if (!stayed) continue;
    const links = await moveLinks(trx, { from: gone.id, to: stayed.id });
    await trx.deleteFrom("teachingRequest").where("id", "=", gone.id).execute();
    await trx.updateTable("teachingRequest").set(oneRequest(stayed, gone)).where("id", "=", stayed.id).execute();
    joined.push({ gone, stayed, links });
  }
  const moved = await trx
    .updateTable("teachingRequest")
    .set({ facultyId: stayedId })
    .where("facultyId", "=", goneId)
    .returning("id")
    .execute();
  return { joined, requestIds: moved.map(({ id }) => id) };
}

type Ends = { from: Id<"teachingRequest">; to: Id<"teachingRequest">; only?: string[] };

async function moveLinks(trx: Writer, { from, to, only }: Ends): Promise<string[]> {
  const moved = await trx
    .updateTable("teachingLink")
    .set({ requestId: to })
    .where("requestId", "=", from)
    .$if(only !== undefined, (query) => query.where("tokenHash", "in", only as string[]))
    .returning("tokenHash")
    .execute();
  return moved.map(({ tokenHash }) => tokenHash);
}

/** They are two entries again. The people are two by then; what has come since stays with the entry that has stayed. */
export async function unmergeMembers(trx: Writer, merged: MergedFaculty, by: By): Promise<void> {
  const { stayedId, gone, before, taken, languages, gained, absenceIds } = merged;
  await trx.insertInto("faculty").values(gone).execute();
  const own = await trx.selectFrom("faculty").selectAll().where("id", "=", stayedId).executeTakeFirstOrThrow();
  const isAsTaken = (Object.keys(taken) as (keyof OwnFacts)[]).every((name) => own[name] === taken[name]);
  if (isAsTaken) await trx.updateTable("faculty").set(before).where("id", "=", stayedId).execute();
  if (gained.length && isAsTaken)
    await trx.deleteFrom("facultyLanguage").where("facultyId", "=", stayedId).where("language", "in", gained).execute();
  if (languages.length)
    await trx
      .insertInto("facultyLanguage")
      .values(languages.map((language) => ({ facultyId: gone.id, language })))
      .execute();
  if (absenceIds.length)
    await trx.updateTable("facultyAbsence").set({ facultyId: gone.id }).where("id", "in", absenceIds).execute();
  await partStaff(trx, merged);
  await partRequests(trx, merged);
  for (const subjectId of [stayedId, gone.id])
    await audit(trx, by.at, { accountId: by.accountId, action: "faculty.changed", subjectId });
}

/** A session that was removed meanwhile has nobody in it. */
async function partStaff(trx: Writer, { stayedId, gone, sessionIds, inBoth }: MergedFaculty): Promise<void> {
  if (sessionIds.length)
    await trx
      .updateTable("sessionStaff")
      .set({ facultyId: gone.id })
      .where("facultyId", "=", stayedId)
      .where("sessionId", "in", sessionIds)
      .execute();
  for (const { stayed, gone: former } of inBoth) {
    const { numDeletedRows } = await staffRow(trx, stayed).executeTakeFirst();
    if (numDeletedRows === 1n) await trx.insertInto("sessionStaff").values([stayed, former]).execute();
  }
}

async function partRequests(trx: Writer, { gone, requestIds, joined }: MergedFaculty): Promise<void> {
  if (requestIds.length)
    await trx.updateTable("teachingRequest").set({ facultyId: gone.id }).where("id", "in", requestIds).execute();
  for (const { stayed, gone: former, links } of joined) {
    const { numUpdatedRows } = await trx
      .updateTable("teachingRequest")
      .set(stayed)
      .where("id", "=", stayed.id)
      .executeTakeFirst();
    // a workshop that was removed has taken its requests along
    if (numUpdatedRows !== 1n) continue;
    await trx.insertInto("teachingRequest").values(former).execute();
    if (links.length) await moveLinks(trx, { from: stayed.id, to: former.id, only: links });
  }
}
