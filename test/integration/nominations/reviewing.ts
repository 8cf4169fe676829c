import { savePlan } from "#app/nominations/review/criteria/criteria.commands.ts";
import { planForm } from "#app/nominations/review/criteria/form.ts";
import { standardValues } from "#app/nominations/review/criteria/plan-form-values.ts";
import { keepMarks } from "#app/nominations/review/own/marking.commands.ts";
import { nameReviewer } from "#app/nominations/review/reviewers/reviewers.commands.ts";
import { readReviews } from "#app/nominations/review/reviewing.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { held } from "#test/support/plan-of.ts";
import { afterClosing } from "./calling.ts";
import { code } from "./nominating.ts";
import { selectingWorld } from "./selecting.ts";

export const by = { accountId: null, at: afterClosing };

/** Four nominees, the standard criteria, and people who may review; nobody is named yet. */
export async function reviewingWorld(database: Database) {
  const world = await selectingWorld(database);
  await database.transact(async (trx) =>
    savePlan(trx, await held(trx, { code }), planForm.parse(standardValues()), by),
  );
  const account = (name: string, facts: Parameters<typeof addAccount>[1] = {}) =>
    addAccount(database, {
      ...{ email: `${name}@review.example`, person: { familyName: name }, passwordHash: null },
      grants: ["manager"],
      ...facts,
    });
  return {
    ...world,
    rosa: await account("rosa"),
    sora: await account("sora"),
    tania: await account("tania"),
    // works where three of the nominees do
    uri: await account("uri", { person: { familyName: "uri", institutionId: world.mexico } }),
    focal: await account("focal", { grants: [{ role: "focalPoint", institutionId: world.japan }] }),
  };
}

export const name = (database: Database, who: string, isForAll = true) =>
  database.transact(async (trx) =>
    nameReviewer(trx, await held(trx, { code }), { email: `${who}@review.example`, isForAll }, by),
  );

export const readAll = async (database: Database, seenBy?: Id<"reviewer">) => {
  const { id } = await database.read
    .selectFrom("workshop")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  return readReviews(database.read, id, seenBy);
};

/** A reviewer and a nominee, by their family names. */
export async function pairOf(database: Database, reviewer: string, nominee: string) {
  const read = await readAll(database);
  const judge = read.reviewers.find(({ familyName }) => familyName === reviewer);
  const judged = read.nominees.find((one) => one.nominee.familyName === nominee);
  if (!judge || !judged || !read.plan) throw new Error(`nobody is called ${reviewer} or ${nominee}`);
  return { reviewerId: judge.id, nominationId: judged.nominee.id, plan: read.plan };
}

/** The same mark for everything that has a weight; every question is answered with yes. */
export async function mark(database: Database, reviewer: string, nominee: string, one: number, isSent = true) {
  const { plan, ...pair } = await pairOf(database, reviewer, nominee);
  const marks = plan.criteria.map(({ id, weight }) => ({
    criterionId: id,
    mark: weight === null ? 1 : one,
    note: `nota de ${reviewer}`,
  }));
  await database.transact(async (trx) =>
    keepMarks(trx, { workshopId: (await held(trx, { code })).id, ...pair }, { marks, isSent }, by),
  );
}
