import type { By } from "#app/access/actor.ts";
import { announceSelection, promiseOf } from "#app/enrolment/selection/announcement/announcing.commands.ts";
import { findCandidates } from "#app/enrolment/selection/candidates.queries.ts";
import { publishCall, saveCall } from "#app/nominations/call/commands.ts";
import { nominate } from "#app/nominations/nomination/commands.ts";
import { findNomination, listStanding } from "#app/nominations/nomination/queries.ts";
import { endorse } from "#app/nominations/nomination/steps.commands.ts";
import { draftDecisions } from "#app/nominations/selection/commands.ts";
import { proposeSubstitute } from "#app/nominations/substitution/substitution.commands.ts";
import { plusDays } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { standardFormId } from "#test/integration/nominations/applying.ts";
import { callFields, callInput } from "#test/integration/nominations/calling.ts";
import { handIn } from "#test/integration/nominations/nominating.ts";
import { addAccount } from "#test/support/accounts.ts";
import { held } from "#test/support/plan-of.ts";
import { addWorkshop } from "#test/support/world.ts";
import { applicationForms, haveApplied } from "./application-forms.ts";
import { haveAsked, questionForms } from "./question-forms.ts";
import { haveReviewed, reviewForms } from "./review-forms.ts";

const [sent, written] = ["ZC-1", "ZC-2"];
/** Their calls are over: of the second everybody is decided on. */
const over = ["ZC-3", "ZC-4"];
/** Everybody is selected: in the place of the first somebody is proposed; for the second nobody is. */
const filled = "ZC-5";

/** The role of whoever nominates in the name of an institution. */
export async function sendsFor({ read }: Pick<Database, "read">) {
  const found = read.selectFrom("institution").select("id").where("code", "=", "MX-CUSTOMS");
  return { role: "focalPoint" as const, institutionId: (await found.executeTakeFirstOrThrow()).id };
}

type Self = { institutionId: Id<"institution">; personId: Id<"person"> };

/** One call is out, with a nominee who was sent, one who was not yet, and somebody themselves; another is written. */
export async function haveNominated(database: Database, { institutionId, personId }: Self, by: By) {
  await haveSelected(database, institutionId, by);
  await haveSubstituted(database, institutionId, by);
  await haveReviewed(database, by);
  const asked = { institutions: [institutionId], nomineesMax: "6" };
  for (const code of [sent, written]) {
    await addWorkshop(database, { code: code ?? "", startsOn: "2027-06-21", endsOn: "2027-06-25" });
    const input = callInput({ ...asked, applicationForm: code === written ? standardFormId : "" });
    await database.transact(async (trx) => saveCall(trx, await held(trx, { code: code ?? "" }), input, by));
  }
  await haveAsked(database, written ?? "", by);
  const people: Id<"person">[] = [];
  for (const familyName of ["Ibarra", "Juárez", "Landa"])
    people.push((await addAccount(database, { person: { familyName, institutionId }, passwordHash: null })).personId);
  const named = { code: sent ?? "" };
  await database.transact(async (trx) => publishCall(trx, await held(trx, named), by));
  const [first] = await database.transact(async (trx) => {
    const nominees = [...people.slice(0, 2), personId];
    const outcome = await nominate(trx, { workshop: await held(trx, named), institutionId }, nominees, by);
    return outcome.status === "nominated" ? outcome.ids : [];
  });
  await handIn(database, institutionId, by.at, { ...named, signedOn: "2026-11-20" });
  await database.transact(async (trx) => {
    const workshop = await held(trx, named);
    const one = await findNomination(trx, { workshopId: workshop.id, id: first ?? "" });
    if (one) await endorse(trx, workshop, [one], by);
  });
  await haveApplied(database, { institutionId, personId }, by);
}

const drafted = { decision: "selected", eligibility: "", because: "", rule: "", note: "" } as const;

/** Somebody who was sent in time for a workshop whose call is over since yesterday. */
async function haveSelected(database: Database, institutionId: Id<"institution">, { accountId, at }: By) {
  const before = { accountId, at: plusDays(at, -20) };
  const today = localDate(at, "UTC");
  const days = { nomineeClosesOn: plusLocalDays(today, -9), closesOn: plusLocalDays(today, -2) };
  for (const [place, code] of over.entries()) {
    await addWorkshop(database, { code, startsOn: "2027-06-21", endsOn: "2027-06-25" });
    const input = callInput({ institutions: [institutionId], ...days });
    await database.transact(async (trx) => saveCall(trx, await held(trx, { code }), input, before));
    await database.transact(async (trx) => publishCall(trx, await held(trx, { code }), before));
    const person = { familyName: `Mota ${place}`, institutionId };
    const { personId } = await addAccount(database, { person, passwordHash: null });
    await database.transact(async (trx) =>
      nominate(trx, { workshop: await held(trx, { code }), institutionId }, [personId], before),
    );
    await handIn(database, institutionId, before.at, { code, signedOn: localDate(plusDays(at, -25), "UTC") });
    await database.transact(async (trx) => {
      const workshop = await held(trx, { code });
      const sender = { workshopId: workshop.id, institutionId };
      await endorse(trx, workshop, await listStanding(trx, sender), before);
      const { candidates } = await findCandidates(trx, workshop);
      const n = candidates.map(({ id }) => id);
      if (place === 1) await draftDecisions(trx, { workshop, candidates }, { n, ...drafted, version: "0." }, before);
    });
  }
}

/** Two have a seat of a selection, and somebody is proposed in the place of the first, with a letter. */
async function haveSubstituted(database: Database, institutionId: Id<"institution">, { accountId, at }: By) {
  const code = filled;
  const before = { accountId, at: plusDays(at, -20) };
  const today = localDate(at, "UTC");
  await addWorkshop(database, { code, startsOn: "2027-06-21", endsOn: "2027-06-25" });
  const input = callInput({
    institutions: [institutionId],
    nomineeClosesOn: plusLocalDays(today, -9),
    closesOn: plusLocalDays(today, -2),
  });
  await database.transact(async (trx) => saveCall(trx, await held(trx, { code }), input, before));
  await database.transact(async (trx) => publishCall(trx, await held(trx, { code }), before));
  const people: Id<"person">[] = [];
  for (const familyName of ["Nava", "Olmos", "Prado"])
    people.push((await addAccount(database, { person: { familyName, institutionId }, passwordHash: null })).personId);
  const [first, second, substitute] = people as [Id<"person">, Id<"person">, Id<"person">];
  const signedOn = localDate(plusDays(at, -25), "UTC");
  await database.transact(async (trx) =>
    nominate(trx, { workshop: await held(trx, { code }), institutionId }, [first, second], before),
  );
  await handIn(database, institutionId, before.at, { code, signedOn });
  await database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    await endorse(trx, workshop, await listStanding(trx, { workshopId: workshop.id, institutionId }), before);
    const { candidates } = await findCandidates(trx, workshop);
    const n = candidates.map(({ id }) => id);
    await draftDecisions(trx, { workshop, candidates }, { n, ...drafted, version: "0." }, before);
  });
  const since = { accountId, at: plusDays(at, -1) };
  const id = await database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const { candidates } = await findCandidates(trx, workshop);
    await announceSelection(trx, workshop, promiseOf(candidates), since);
    const [replaced] = await listStanding(trx, { workshopId: workshop.id, institutionId });
    if (!replaced) throw new Error("nobody is selected");
    const proposal = { personId: substitute, because: "workload" as const };
    const outcome = await proposeSubstitute(trx, { workshop, replaced }, proposal, since);
    return outcome.status === "proposed" ? outcome.id : "";
  });
  await handIn(database, institutionId, plusDays(since.at, 0.1), { code, signedOn });
  await database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const one = await findNomination(trx, { workshopId: workshop.id, id });
    if (one) await endorse(trx, workshop, [one], { accountId, at: plusDays(since.at, 0.2) });
  });
}

/** Whoever stands in for the first is decided on, and for the second somebody can be proposed. */
async function substitutionForms({ read }: Pick<Database, "read">, free: Id<"person">) {
  const rows = await read
    .selectFrom("nomination")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .select(["nomination.id", "nomination.inPlaceOfId"])
    .where("workshop.code", "=", filled)
    .orderBy("nomination.rank")
    .execute();
  const [, second, substitute] = rows;
  return {
    "/:l/nominations/:code/nominees/:nomination/substitute": {
      path: `/es/nominations/${filled}/nominees/${second?.id}/substitute`,
      form: { part: "people", personId: free, because: "workload" },
    },
    "/:l/desk/workshops/:code/nominations/:nomination/substitution": {
      path: `/es/desk/workshops/${filled}/nominations/${substitute?.id}/substitution`,
      form: { part: "refuse", reason: "Sin experiencia en el tema" },
    },
  };
}

/** Two people of a call that is over, one of whom is decided on; of another call everybody is. */
async function selectionForms({ read }: Pick<Database, "read">) {
  const open = await read
    .selectFrom("nomination")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .select("nomination.id")
    .where("workshop.code", "=", over[0] ?? "")
    .execute();
  const decided = await findWorkshop(read, over[1] ?? "", "public");
  if (!decided) throw new Error("nobody is decided on");
  const { candidates } = await findCandidates(read, decided);
  const path = "/:l/desk/workshops/:code/selection";
  return {
    [path]: {
      path: `/es/desk/workshops/${over[0]}/selection`,
      form: {
        ...{ part: "decision", n: open.map(({ id }) => id), decision: "notSelected", because: "seats" },
        ...{ eligibility: "", note: "Sin lugares", version: "0." },
      },
    },
    [`${path}/announcement`]: {
      path: `/es/desk/workshops/${over[1]}/selection/announcement`,
      form: { promised: promiseOf(candidates) },
    },
  };
}

/** A form in good order for each action about calls and nominations. */
export async function nominationForms({ read }: Pick<Database, "read">) {
  const rows = await read
    .selectFrom("nomination")
    .innerJoin("workshop", "workshop.id", "nomination.workshopId")
    .select(["nomination.id", "nomination.institutionId", "nomination.personId"])
    .where("workshop.code", "=", sent ?? "")
    .orderBy("nomination.rank")
    .execute();
  const [first, second, third] = rows;
  if (!first || !second || !third) throw new Error("nobody is nominated");
  const { institutionId } = first;
  const free = await read
    .selectFrom("person")
    .select("id")
    .where("familyName", "=", "Landa")
    .where("institutionId", "=", institutionId)
    .executeTakeFirstOrThrow();
  const [desk, own] = ["/:l/desk/workshops/:code", "/:l/nominations/:code"];
  const path = `/es/nominations/${sent}`;
  const letter = { institutionId, signatory: "Leonor Salcedo", signatoryPost: "Directora", signedOn: "2026-11-20" };
  return {
    [`${desk}/call`]: { path: `/es/desk/workshops/${written}/call`, form: { ...callFields, countries: "JP" } },
    ...questionForms(written ?? ""),
    [`${desk}/call/publication`]: { path: `/es/desk/workshops/${written}/call/publication`, form: {} },
    ...(await selectionForms({ read })),
    ...(await substitutionForms({ read }, free.id)),
    ...(await applicationForms({ read }, third.personId)),
    ...reviewForms,
    [`${desk}/nominations/:nomination`]: {
      path: `/es/desk/workshops/${sent}/nominations/${first.id}`,
      form: { part: "return", reason: "Falta el cargo.", correctByOn: "2027-03-20" },
    },
    [own]: { path, form: { part: "move", institutionId, nomination: first.id, step: "down" } },
    [`${own}/new`]: { path: `${path}/new`, form: { part: "people", institutionId, p: free.id } },
    [`${own}/list`]: {
      path: `${path}/list`,
      form: { part: "add", institutionId, text: "Primer apellido\tNombre(s)\nQuiroz\tIrma" },
    },
    [`${own}/letter`]: { path: `${path}/letter`, form: letter, isUpload: true as const },
    [`${own}/nominees/:nomination`]: {
      path: `${path}/nominees/${second.id}`,
      form: { part: "withdrawal", because: "workload", note: "" },
    },
    "/:l/me/nominations/:nomination": {
      path: `/es/me/nominations/${third.id}`,
      form: { part: "withdrawal", because: "workload", note: "" },
    },
  };
}
