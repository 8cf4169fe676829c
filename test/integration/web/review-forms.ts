import type { By } from "#app/access/actor.ts";
import { savePlan } from "#app/nominations/review/criteria/criteria.commands.ts";
import { planForm } from "#app/nominations/review/criteria/form.ts";
import { standardValues } from "#app/nominations/review/criteria/plan-form-values.ts";
import { keepMarks } from "#app/nominations/review/own/marking.commands.ts";
import { setReviewDay } from "#app/nominations/review/reviewers/reviewers.commands.ts";
import type { Database } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addInstitution } from "#test/integration/nominations/calling.ts";
import { addAccount } from "#test/support/accounts.ts";
import { held } from "#test/support/plan-of.ts";
import { addWorkshop } from "#test/support/world.ts";
import type { EditForm } from "./edit-forms.ts";

const desk = "/:l/desk/workshops/:code/review";
/** Its nominee is to be judged; somebody else may be named, and a third may be asked. */
const reviewed = "ZR-1";
const nominee = asId<"nomination">("01890000-0000-7000-8000-00000000d0e1");
const third = asId<"reviewer">("01890000-0000-7000-8000-00000000d0e2");
const anothers = "evalua@demo.example";

/** A workshop with criteria, and somebody who was sent for it by an institution of nobody else's. */
async function judgedIn(database: Database, code: string, id: Id<"nomination">, plan: Record<string, string>, by: By) {
  const workshopId = await addWorkshop(database, { code, startsOn: "2027-06-21", endsOn: "2027-06-25" });
  const institutionId = await addInstitution(database, `${code}-X`, "JP");
  const { personId } = await addAccount(database, {
    person: { familyName: "Prado", institutionId },
    passwordHash: null,
  });
  await database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    await savePlan(trx, workshop, planForm.parse(plan), by);
    await setReviewDay(trx, workshop, "2027-05-03", by);
    const sent = { rank: 1, state: "endorsed", begunBy: "sender", createdAt: by.at, changedAt: by.at } as const;
    await trx
      .insertInto("nomination")
      .values({ id, workshopId, institutionId, personId, ...sent })
      .execute();
  });
  return workshopId;
}

const reviewerIn = (database: Database, workshopId: Id<"workshop">, accountId: Id<"account">, more = {}) =>
  database.transact((trx) =>
    trx
      .insertInto("reviewer")
      .values({
        id: newId<"reviewer">(),
        workshopId,
        accountId,
        isForAll: true,
        namedAt: "2026-11-20T12:00:00.000Z",
        ...more,
      })
      .execute()
      .then(() => {}),
  );

/** Whoever may do everything reviews, and two others could. */
export async function haveReviewed(database: Database, by: By) {
  const workshopId = await judgedIn(database, reviewed, nominee, standardValues(), by);
  if (by.accountId) await reviewerIn(database, workshopId, by.accountId);
  await addAccount(database, { email: anothers, grants: ["manager"], passwordHash: null });
  const { accountId } = await addAccount(database, { grants: ["manager"], passwordHash: null });
  await reviewerIn(database, workshopId, accountId, { id: third, isForAll: false });
}

/** A form in good order for each action of a review. */
export const reviewForms = {
  [desk]: { path: `/es/desk/workshops/${reviewed}/review`, form: { part: "name", email: anothers, scope: "all" } },
  [`${desk}/criteria`]: {
    path: `/es/desk/workshops/${reviewed}/review/criteria`,
    form: { ...standardValues(), minimum: "55" },
  },
  [`${desk}/:nomination`]: {
    path: `/es/desk/workshops/${reviewed}/review/${nominee}`,
    form: { part: "ask", reviewer: third },
  },
  "/:l/reviews/:code/:nomination": {
    path: `/es/reviews/${reviewed}/${nominee}`,
    form: { part: "marks", deed: "save", "criterion.1.mark": "1", "criterion.4.mark": "3", "criterion.4.note": "Sí" },
  },
};

const inEach = (name: string) => ({ [`${name}.es`]: "Uno", [`${name}.ja`]: "一", [`${name}.en`]: "One" });
/** One question and one criterion, with every word of them. */
const small = {
  ...{ scale: "4", minimum: "60", mostDifference: "20" },
  ...inEach("check.1.name"),
  ...{ ...inEach("criterion.1.name"), ...inEach("criterion.1.lowest"), ...inEach("criterion.1.highest") },
  "criterion.1.weight": "100",
};
const [written, begun] = ["ZR-8", "ZR-9"];
const ofWritten = asId<"nomination">("01890000-0000-7000-8000-00000000d0e8");
const ofBegun = asId<"nomination">("01890000-0000-7000-8000-00000000d0e9");

export const reviewEdits: EditForm[] = [
  {
    path: `${desk}/criteria`,
    who: "admin",
    params: { code: written },
    lists: ["check", "criterion"],
    values: { scale: ["5", "6"], minimum: ["50", "55"], mostDifference: ["10", "15"] },
  },
  {
    path: desk,
    part: "due",
    who: "admin",
    params: { code: written },
    values: { dueOn: ["2027-05-04", "2027-05-05"] },
  },
  {
    path: "/:l/reviews/:code/:nomination",
    part: "marks",
    who: "coordinator",
    params: { code: begun, nomination: ofBegun },
    rest: { deed: "save" },
    values: { "criterion.1.mark": ["0"], "criterion.2.mark": ["1", "2"] },
  },
];

/** Criteria that are written; and somebody whom the demo's coordinator has begun to judge. */
export async function reviewMade(database: Database, by: By): Promise<void> {
  await judgedIn(database, written, ofWritten, small, by);
  const workshopId = await judgedIn(database, begun, ofBegun, small, by);
  const { id: accountId } = await database.read
    .selectFrom("account")
    .select("id")
    .where("email", "=", "coordinator@demo.example")
    .executeTakeFirstOrThrow();
  const reviewerId = newId<"reviewer">();
  await reviewerIn(database, workshopId, accountId, { id: reviewerId });
  const criteria = await database.read
    .selectFrom("reviewCriterion")
    .select(["id", "position"])
    .where("workshopId", "=", workshopId)
    .execute();
  await database.transact(async (trx) => {
    const marks = criteria.map(({ id, position }) => ({ criterionId: id, mark: position === 1 ? 1 : 3, note: "Uno" }));
    await keepMarks(trx, { workshopId, nominationId: ofBegun, reviewerId }, { marks, isSent: false }, by);
  });
}
