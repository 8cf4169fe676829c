import { expect, test } from "vitest";
import { loader } from "#app/enrolment/selection/minutes/minutes.route.ts";
import { findMinutesText } from "#app/nominations/selection/queries.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { programmeOf } from "#test/support/world.ts";
import { code } from "./nominating.ts";
import { mark, name, reviewingWorld } from "./reviewing.ts";
import { announce, decide, promise, selectingWorld } from "./selecting.ts";

describeDatabases("the minutes of a selection", (open) => {
  test("are a paper in each language once it is announced, and stay as they were", async () => {
    const database = await open();
    const { workshopId, ana } = await selectingWorld(database);
    const programmeId = await programmeOf(database, workshopId);
    const { accountId } = await addAccount(database, { grants: [{ role: "coordinator", programmeId }] });
    const cookie = await cookieFor(database, accountId);
    const take = (locale: string, query = "") =>
      knock(loader, { database, path: `/${locale}/desk/workshops/${code}/selection/minutes.pdf${query}`, cookie });
    expect((await take("es")).status).toBe(404);

    await decide(database, ["Ávila", "Takahashi"], { decision: "selected" });
    await decide(database, ["Bravo"], { decision: "reserve" });
    await decide(database, ["Cano"], { decision: "notSelected", because: "seats" });
    await announce(database, await promise(database));
    const made = [];
    for (const locale of ["es", "ja", "en"]) {
      const paper = await take(locale);
      expect([paper.status, paper.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
      made.push(paper.data);
    }
    const renamed = { familyName: "Otra", givenName: "Persona" };
    await database.transact((trx) => trx.updateTable("person").set(renamed).where("id", "=", ana).execute());
    expect((await take("es", "?round=1")).data === made[0]).toBe(true);
    expect((await take("es", "?round=2")).status).toBe(404);
  });

  test("say by what people were judged, by whom, by which rule, and where the decision departs from it", async () => {
    const database = await open();
    const { workshopId } = await reviewingWorld(database);
    for (const who of ["rosa", "sora", "uri"]) await name(database, who);
    for (const who of ["rosa", "sora"]) await mark(database, who, "Ávila", 3);
    await decide(database, ["Ávila", "Bravo"], { decision: "selected", rule: "priority" });
    await decide(database, ["Takahashi"], { decision: "reserve" });
    await decide(database, ["Cano"], { decision: "notSelected", because: "seats" });
    expect(await announce(database, await promise(database))).toMatchObject({ status: "announced" });
    // whoever is renamed, or named, later changes nothing
    await name(database, "tania");
    await database.transact((trx) =>
      trx
        .updateTable("person")
        .set({ familyName: "Otra" })
        .execute()
        .then(() => {}),
    );
    const kept = await findMinutesText(database.read, workshopId, null);
    const { review, rule } = JSON.parse(kept?.minutes ?? "{}");
    expect(review.criteria.length).toBeGreaterThan(3);
    expect(review.criteria[0]).toMatchObject({ name: { es: expect.any(String), ja: expect.any(String) } });
    expect(review.reviewers).toMatchObject([
      { familyName: "rosa", sent: 1, recused: 0 },
      { familyName: "sora", sent: 1, recused: 0 },
      { familyName: "uri", sent: 0, recused: 3 },
    ]);
    // one of each institution in turn: the second of the first one took the place of the other's first
    expect(rule).toMatchObject({ rule: "priority" });
    expect(rule.departures).toMatchObject([
      { familyName: "Bravo", proposed: "reserve", decision: "selected" },
      { familyName: "Cano", proposed: "reserve", decision: "notSelected" },
      { familyName: "Takahashi", proposed: "selected", decision: "reserve" },
    ]);
  });
});
