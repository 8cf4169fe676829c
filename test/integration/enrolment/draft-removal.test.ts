import { expect, test } from "vitest";
import * as removal from "#app/desk/workshop/draft-removal.route.tsx";
import * as overview from "#app/desk/workshop/overview.route.tsx";
import { recordMail } from "#app/mail/commands.ts";
import { emit } from "#app/outbox/commands.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addPerson, addWorkshop, programmeOf } from "#test/support/world.ts";

const desk = "/es/desk/workshops/MJ-1";

async function setUp(database: Database, state: WorkshopState = "draft") {
  const workshopId = await addWorkshop(database, { code: "MJ-1", state });
  const programmeId = await programmeOf(database, workshopId);
  const { accountId } = await addAccount(database, {
    grants: [{ role: "coordinator", programmeId }],
    passwordHash: null,
  });
  const cookie = await cookieFor(database, accountId);
  return {
    workshopId,
    look: () => knock(overview.loader, { database, path: desk, cookie }),
    remove: () => knock(removal.action, { database, path: `${desk}/removal`, form: {}, cookie }),
  };
}

const tables = ["workshop", "workshopText", "workshopLanguage", "session", "sessionText"] as const;
const rowsOf = async ({ read }: Database) => {
  const counts = [];
  for (const table of tables) counts.push((await read.selectFrom(table).selectAll().execute()).length);
  return counts;
};

describeDatabases("a draft", (open) => {
  test("in which nobody was enrolled is removed whole, and the record says so", async () => {
    const database = await open();
    const { workshopId, look, remove } = await setUp(database);
    const instructor = await addAccount(database, { grants: [{ role: "instructor", workshopId }], passwordHash: null });
    await database.transact((trx) =>
      emit(trx, "2026-10-01T12:00:00.000Z", "workshop.seatsFreed", { workshopId }, { workshopId }),
    );
    const { data } = await look();
    const { isRemovable, steps } = data.steps;
    expect([isRemovable, steps.some(({ to }: { to: string }) => to === "cancelled")]).toEqual([true, false]);
    expect((await remove()).location).toBe("/es/desk?removed=MJ-1");
    expect(await rowsOf(database)).toEqual([0, 0, 0, 0, 0]);
    const grants = database.read.selectFrom("roleGrant").select("id").where("accountId", "=", instructor.accountId);
    expect(await grants.execute()).toEqual([]);
    const last = await (await sealed(database)).read
      .selectFrom("audit")
      .selectAll()
      .orderBy("seq", "desc")
      .executeTakeFirstOrThrow();
    expect([last.action, last.subjectId, last.details]).toEqual(["workshop.removed", workshopId, '{"code":"MJ-1"}']);
    expect((await remove()).status).toBe(404);
  });

  test("goes also with a tried message, an undone adding, and a change of which nobody was told", async () => {
    const database = await open();
    const { workshopId, remove } = await setUp(database);
    const { accountId, personId } = await addAccount(database, { passwordHash: null });
    const at = "2026-10-01T12:00:00.000Z" as const;
    const letter = { kind: "message.trial", toAddress: "a@example.mx", locale: "es", subject: "S", composedAt: at };
    const plan = newId<"toldPlan">();
    await database.transact(async (trx) => {
      await recordMail(trx, { id: newId(), workshopId, personId, ...letter, bodyText: "T", bodyHtml: null } as never);
      const act = { kind: "added", note: null, byAccountId: accountId, at, undoneAt: at } as const;
      await trx
        .insertInto("enrolmentAct")
        .values({ id: newId(), workshopId, ...act })
        .execute();
      await trx.insertInto("toldPlan").values({ id: plan, workshopId, plan: "{}" }).execute();
      await trx
        .insertInto("withheldChange")
        .values({ id: newId(), workshopId, beforeId: plan, afterId: plan, withheldAt: at })
        .execute();
    });
    expect((await remove()).location).toBe("/es/desk?removed=MJ-1");
    const mail = await database.read.selectFrom("mail").select(["personId", "workshopId", "bodyText"]).execute();
    expect(mail).toEqual([{ personId, workshopId: null, bodyText: "T" }]);
  });

  test("in which somebody was enrolled stays, even if they withdrew; it can be cancelled", async () => {
    const database = await open();
    const { workshopId, look, remove } = await setUp(database);
    const { personId } = await addPerson(database, { locale: "ja", email: null });
    await addEnrolment(database, { workshopId, personId, state: "withdrawn" });
    const { data } = await look();
    const { isRemovable, steps } = data.steps;
    expect([isRemovable, steps.some(({ to }: { to: string }) => to === "cancelled")]).toEqual([false, true]);
    const before = await rowsOf(database);
    expect((await remove()).location).toBe(`${desk}?refused=notADraft`);
    expect(await rowsOf(database)).toEqual(before);
  });

  test.each(["published", "open", "closed", "running", "completed", "cancelled"] as const)(
    "is no draft once it is %s",
    async (state) => {
      const database = await open();
      const { look, remove } = await setUp(database, state);
      expect((await look()).data.steps.isRemovable).toBe(false);
      expect((await remove()).location).toBe(`${desk}?refused=notADraft`);
      expect((await rowsOf(database))[0]).toBe(1);
    },
  );
});
