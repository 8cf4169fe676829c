import { sql } from "kysely";
import { expect, test } from "vitest";
import { beginsWith } from "#app/tables/search.ts";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { describeDatabases } from "#test/support/databases.ts";

const begins = async ({ read }: Database, stored: string, typed: string) => {
  const word = sql<string>`${sql.ref("word")}`;
  const rows = await read
    .selectFrom((eb) => eb.selectFrom("personWord").select("word").as("stored"))
    .select("word")
    .where(beginsWith(word, typed))
    .execute();
  return rows.some((row) => row.word === stored);
};

describeDatabases("a stored word", (open) => {
  test("is found by its beginning, bytewise: jokers and capitals stand for themselves", async () => {
    const database = await open();
    const words = ["haruka_t", "harukaxt", "100%", "1000", "高橋", "髙橋", "ハルカ", "z\u{10fffd}", "a b", "á"];
    await database.transact(async (trx) => {
      const who = { familyName: "X", givenName: "Y", country: "MX", locale: "es", zone: "UTC" } as const;
      const personId = newId<"person">();
      await trx
        .insertInto("person")
        .values({ id: personId, ...who, createdAt: now() })
        .execute();
      await trx
        .insertInto("personWord")
        .values(words.map((word) => ({ word, personId })))
        .execute();
    });
    for (const stored of words) {
      for (const typed of words)
        expect(await begins(database, stored, typed), `${stored} by ${typed}`).toBe(stored.startsWith(typed));
      for (const length of [1, 2]) {
        const beginning = [...stored].slice(0, length).join("");
        expect(await begins(database, stored, beginning), `${stored} by ${beginning}`).toBe(true);
      }
    }
    expect(await begins(database, "haruka_t", "aruka")).toBe(false);
    expect(await begins(database, "haruka_t", "HARUKA")).toBe(false);
  });
});
