import { expect, test } from "vitest";
import { waitingList } from "#app/demo/content/imports.ts";
import { seedDemo } from "#app/demo/demo.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { loader as review } from "#app/imports/review/review.route.tsx";
import { action as send } from "#app/imports/sending/import.route.tsx";
import { findProfile } from "#app/people/queries.ts";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { workAll } from "#test/integration/imports/sending.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";

const demo = (database: Database) => seedDemo(database, { at: now(), appUrl: "http://localhost:3000" });

describeDatabases("the lists that the demo's coordinator has sent", (open) => {
  const setUp = async () => {
    const database = await open(demo);
    const { id: accountId } = await database.read
      .selectFrom("account")
      .select("id")
      .where("email", "=", "coordinator@demo.example")
      .executeTakeFirstOrThrow();
    const lists = await database.read.selectFrom("peopleImport").selectAll().orderBy("createdAt").execute();
    const cookie = await cookieFor(database, accountId);
    const look = async (id: string) =>
      (await knock(review, { database, cookie, path: `/es/desk/people/import/${id}` })).data;
    const rowsOf = (id: Id<"peopleImport">) =>
      database.read.selectFrom("peopleImportRow").selectAll().where("importId", "=", id).orderBy("number").execute();
    return { database, lists, cookie, look, rowsOf };
  };

  test("one was imported: some were added, one was changed, others were left as they were", async () => {
    const { database, lists, look, rowsOf } = await setUp();
    const [imported] = lists;
    expect(await look(imported!.id)).toMatchObject({
      state: "applied",
      done: { added: 4, changed: 1, left: 2, listed: 7 },
    });
    for (const { personId, seen } of await rowsOf(imported!.id))
      expect(JSON.stringify(await findProfile(database.read, personId as Id<"person">))).toBe(seen);
  });

  test("one waits for an answer, as the same file does that is sent now", async () => {
    const { database, lists, cookie, look, rowsOf } = await setUp();
    const waiting = lists[1]!;
    const counts = { asked: 1, byName: 1, new: 2, changed: 1, same: 1, total: 6 };
    expect(await look(waiting.id)).toMatchObject({ state: "checked", hindrance: "asked", counts });
    const t = translator("ja");
    const lines = [waitingList.headings.map((column) => t(`import:column.${column}`)), ...waitingList.rows];
    const content = lines.map((cells) => cells.join(",")).join("\r\n");
    const form = { key: "form-0123456789abcdef", programmeId: waiting.programmeId };
    const upload = { name: waiting.fileName, bytes: Buffer.from(content) };
    const { location } = await knock(send, { database, path: "/ja/desk/people/import", cookie, form, upload });
    await workAll(database);
    const again = await rowsOf(location?.split("/").at(-1) as Id<"peopleImport">);
    const former = await rowsOf(waiting.id);
    expect(again.map((row) => ({ ...row, importId: waiting.id }))).toEqual(former);
  });
});
