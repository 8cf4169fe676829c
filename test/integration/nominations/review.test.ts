import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import { loader as board } from "#app/enrolment/selection/selection.route.tsx";
import { savePlan } from "#app/nominations/review/criteria/criteria.commands.ts";
import { planForm } from "#app/nominations/review/criteria/form.ts";
import { standardValues } from "#app/nominations/review/criteria/plan-form-values.ts";
import { ownReviews } from "#app/nominations/review/own/own-reviews.ts";
import { findReviewPlan } from "#app/nominations/review/queries.ts";
import {
  askReviewer,
  dropReviewer,
  readmitReviewer,
  recuseReviewer,
  setReviewDay,
} from "#app/nominations/review/reviewers/reviewers.commands.ts";
import { percentOfScore } from "#app/nominations/review/rules.ts";
import type { Database } from "#db/database.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { code } from "./nominating.ts";
import { by, mark, name, pairOf, readAll, reviewingWorld } from "./reviewing.ts";

const about = async (database: Database, reviewer: string, nominee: string) => {
  const { reviewerId, nominationId } = await pairOf(database, reviewer, nominee);
  return { reviewerId, nominationId };
};

const recuse = async (database: Database, reviewer: string, nominee: string) => {
  const pair = await about(database, reviewer, nominee);
  return database.transact(async (trx) =>
    recuseReviewer(
      trx,
      { workshop: await held(trx, { code }), ...pair, who: "host", reason: "Conflicto de interés" },
      by,
    ),
  );
};

const ask = async (database: Database, reviewer: string, nominee: string) => {
  const pair = await about(database, reviewer, nominee);
  return database.transact(async (trx) => askReviewer(trx, { workshop: await held(trx, { code }), ...pair }, by));
};

const of = async (database: Database, nominee: string) =>
  (await readAll(database)).nominees.find((one) => one.nominee.familyName === nominee);

describeDatabases("the review of nominees", (open) => {
  test("criteria are kept in three languages, change until the first mark is in, and then stay", async () => {
    const database = await open();
    const { workshopId } = await reviewingWorld(database);
    const save = (change: Record<string, string>) =>
      database.transact(async (trx) =>
        savePlan(trx, await held(trx, { code }), planForm.parse({ ...standardValues(), ...change }), by),
      );
    expect(await save({ minimum: "55", "criterion.1.name.ja": "関連" })).toBeNull();
    const plan = await findReviewPlan(database.read, workshopId);
    expect([plan?.minimum, plan?.criteria.length, plan?.criteria[3]?.name.ja]).toEqual([55, 8, "関連"]);
    await name(database, "rosa");
    await mark(database, "rosa", "Ávila", 3, false);
    expect(await save({ minimum: "70" })).toBe("frozen");
    expect((await findReviewPlan(database.read, workshopId))?.minimum).toBe(55);
  });

  test("a focal point never reviews, nor whoever has no account; nobody is named twice", async () => {
    const database = await open();
    await reviewingWorld(database);
    expect(await name(database, "focal")).toBe("focalPoint");
    expect(await name(database, "nobody")).toBe("unknown");
    expect(await name(database, "rosa")).toBeNull();
    expect(await name(database, "rosa")).toBe("alreadyNamed");
    expect((await readAll(database)).reviewers.map(({ familyName }) => familyName)).toEqual(["rosa"]);
  });

  test("marks are read once all are in, and by a reviewer only where they have judged themselves", async () => {
    const database = await open();
    await reviewingWorld(database);
    for (const who of ["rosa", "sora"]) await name(database, who);
    await mark(database, "rosa", "Ávila", 4);
    expect(await of(database, "Ávila")).toMatchObject({ isOpen: false, mean: null, difference: null });
    // what is hidden is not even read
    const { database: watched, reading } = watchedReads(database);
    const { reviewerId } = await pairOf(database, "sora", "Ávila");
    await readAll(watched, reviewerId);
    expect(reading()).toEqual([]);

    await mark(database, "sora", "Ávila", 3, false);
    expect((await of(database, "Ávila"))?.isOpen).toBe(false);
    await mark(database, "sora", "Ávila", 3);
    const both = await of(database, "Ávila");
    expect([both?.isOpen, both?.mean && percentOfScore(both.mean), both?.difference]).toEqual([true, 87.5, 25]);
    expect(both?.needsThird).toBe(true);
    const forSora = (await readAll(database, reviewerId)).nominees;
    expect(forSora.filter(({ isOpen }) => isOpen).map(({ nominee }) => nominee.familyName)).toEqual(["Ávila"]);

    // whoever steps aside sees no marks, and none counts until a third's are in
    await name(database, "tania", false);
    expect(await ask(database, "tania", "Ávila")).toBeNull();
    expect(await ask(database, "tania", "Ávila")).toBe("alreadyAsked");
    // what was shown stays so, and counts again once the third has judged
    expect(await of(database, "Ávila")).toMatchObject({ isOpen: true, mean: null });
    await mark(database, "tania", "Ávila", 4);
    const three = await of(database, "Ávila");
    expect([three?.isOpen, three?.needsThird]).toEqual([true, false]);
    expect(three?.mean && percentOfScore(three.mean)).toBeCloseTo((100 + 75 + 100) / 3);
    const { reviewerId: tania } = await pairOf(database, "tania", "Ávila");
    expect((await readAll(database, tania)).nominees.filter(({ isOpen }) => isOpen)).toHaveLength(1);
  });

  test("whoever works where a nominee does, is recused by rule; the mean is of the rest", async () => {
    const database = await open();
    await reviewingWorld(database);
    for (const who of ["rosa", "sora", "uri"]) await name(database, who);
    const standing = async (nominee: string, who: string) =>
      (await of(database, nominee))?.reviews.find(({ reviewer }) => reviewer.familyName === who);
    expect(await standing("Bravo", "uri")).toMatchObject({ state: "recused", because: "institution" });
    expect(await standing("Takahashi", "uri")).toMatchObject({ state: "asked" });
    expect(await recuse(database, "uri", "Bravo")).toBe("recused");
    await mark(database, "rosa", "Bravo", 2);
    await mark(database, "sora", "Bravo", 4);
    expect(percentOfScore((await of(database, "Bravo"))?.mean as never)).toBe(75);

    expect(await recuse(database, "sora", "Bravo")).toBeNull();
    // one alone counts for nothing
    expect(await of(database, "Bravo")).toMatchObject({ isOpen: true, mean: null });
    const pair = await about(database, "sora", "Bravo");
    const back = () =>
      database.transact(async (trx) => readmitReviewer(trx, { workshop: await held(trx, { code }), ...pair }, by));
    expect(await back()).toBeNull();
    expect(await back()).toBe("notRecused");
    expect(await standing("Bravo", "sora")).toMatchObject({ state: "draft" });
  });

  test("whoever has begun stays named; places are shared by equals", async () => {
    const database = await open();
    await reviewingWorld(database);
    for (const who of ["rosa", "sora"]) await name(database, who);
    const drop = async (who: string) => {
      const { reviewerId } = await pairOf(database, who, "Cano");
      return database.transact(async (trx) => dropReviewer(trx, await held(trx, { code }), reviewerId, by));
    };
    for (const nominee of ["Ávila", "Bravo", "Cano"])
      for (const who of ["rosa", "sora"]) await mark(database, who, nominee, nominee === "Cano" ? 1 : 3);
    expect(await drop("rosa")).toBe("begun");
    await name(database, "tania", false);
    expect(await drop("tania")).toBeNull();
    const { nominees, places } = await readAll(database);
    const placeOf = (family: string) =>
      places.get(nominees.find(({ nominee }) => nominee.familyName === family)?.nominee.id as never);
    expect(["Ávila", "Bravo", "Cano", "Takahashi"].map(placeOf)).toEqual([1, 1, 3, undefined]);
  });

  test("each rule proposes somebody; whoever is not judged yet is left out, and counted", async () => {
    const database = await open();
    const { coordinator } = await reviewingWorld(database);
    for (const who of ["rosa", "sora"]) await name(database, who);
    for (const nominee of ["Ávila", "Bravo", "Cano"])
      for (const who of ["rosa", "sora"]) await mark(database, who, nominee, nominee === "Cano" ? 1 : 3);
    const cookie = await cookieFor(database, coordinator.accountId);
    const { proposal } = (await knock(board, { database, path: `/es/desk/workshops/${code}/selection`, cookie })).data;
    const { nominees } = await readAll(database);
    const named = (ids: string[]) =>
      ids.map((id) => nominees.find(({ nominee }) => nominee.id === id)?.nominee.familyName);
    const rules = proposal.rules.map((own: { rule: string; selected: string[]; reserve: string[] }) => [
      own.rule,
      named(own.selected).toSorted(),
      named(own.reserve),
    ]);
    expect(rules).toEqual([
      ["priority", ["Takahashi", "Ávila"], ["Bravo", "Cano"]],
      ["roundRobin", ["Bravo", "Ávila"], []],
      ["noneFailed", ["Bravo", "Ávila"], []],
    ]);
    expect([proposal.minimum, proposal.unjudged]).toEqual([60, 1]);
  });

  test("a reviewer finds what they owe, until a day", async () => {
    const database = await open();
    const { rosa } = await reviewingWorld(database);
    await name(database, "rosa");
    await mark(database, "rosa", "Ávila", 3);
    await database.transact(async (trx) => setReviewDay(trx, await held(trx, { code }), "2027-01-02", by));
    const visit = {
      db: database.read,
      actor: { accountId: rosa.accountId },
      locale: "es",
      t: String,
      at: by.at,
    } as never;
    expect(await ownReviews(visit)).toMatchObject([{ code, owed: 3, sent: 1, isLate: true }]);
    expect(await ownReviews({ ...(visit as object), actor: { accountId: "nobody" } } as never)).toEqual([]);
  });
});

/** Notes what is asked of marks. */
function watchedReads(database: Database) {
  const tables: string[] = [];
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      tables.push(...(JSON.stringify(node).match(/(?<="name":")reviewMark(?=")/g) ?? []));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { database: { ...database, read: database.read.withPlugin(plugin) } as Database, reading: () => tables };
}
