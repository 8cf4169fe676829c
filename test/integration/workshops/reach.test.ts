import { expect, test } from "vitest";
import { loader as certificates } from "#app/certificates/issue/issue.route.tsx";
import { loader as desk } from "#app/desk/desk.route.tsx";
import { loader as messages } from "#app/desk/messages/messages.route.tsx";
import { loader as overview } from "#app/desk/workshop/overview.route.tsx";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

/** Somebody who coordinates the programme of one workshop and teaches in another one. */
async function castTwoRoles(database: Database) {
  const [own, taught] = [
    await addWorkshop(database, { code: "OWN-1" }),
    await addWorkshop(database, { code: "TAUGHT-1" }),
  ];
  const programmeId = await programmeOf(database, own);
  const grants = [
    { role: "coordinator" as const, programmeId },
    { role: "instructor" as const, workshopId: taught },
  ];
  const { accountId } = await addAccount(database, { grants });
  return { own, taught, cookie: await cookieFor(database, accountId) };
}

describeDatabases("a role in one place", (open) => {
  test("gives nothing elsewhere: a programme's coordinator who teaches in another sees only its sheet", async () => {
    const database = await open();
    const { cookie } = await castTwoRoles(database);
    const ask = (door: Parameters<typeof knock>[0], code: string, page = "") =>
      knock(door, { database, path: `/es/desk/workshops/${code}${page}`, cookie });

    for (const [door, page] of [
      [certificates, "/certificates"],
      [messages, "/messages"],
    ] as const) {
      expect((await ask(door, "OWN-1", page)).status).toBe(200);
      expect((await ask(door, "TAUGHT-1", page)).status).toBe(404);
    }
    const [mine, theirs] = [await ask(overview, "OWN-1"), await ask(overview, "TAUGHT-1")];
    expect([mine.data.mayChange, theirs.data.mayChange]).toEqual([true, false]);
    expect(theirs.data.frame.sections).toEqual(["overview", "timetable", "participants", "materials", "papers"]);
  });

  test("does not tell at the desk which messages failed in another", async () => {
    const database = await open();
    const { own, taught, cookie } = await castTwoRoles(database);
    const failedAt = "2026-11-23T12:00:00.000Z" as const;
    const job = {
      event: "enrolment.confirmed",
      reaction: "letter",
      payload: "{}",
      createdAt: failedAt,
      dueAt: failedAt,
      failedAt,
    };
    await database.transact((trx) =>
      trx
        .insertInto("outbox")
        .values([own, taught].map((workshopId) => ({ id: newId(), workshopId, ...job })))
        .execute(),
    );
    const { rows, attention } = (await knock(desk, { database, path: "/es/desk", cookie })).data;
    expect(rows.map(({ code }: { code: string }) => code).sort()).toEqual(["OWN-1", "TAUGHT-1"]);
    const undelivered = attention.filter(({ kind }: { kind: string }) => kind === "undelivered");
    expect(undelivered).toMatchObject([{ code: "OWN-1", count: 1 }]);
  });
});
