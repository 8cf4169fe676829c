import { sql } from "kysely";
import { expect, test } from "vitest";
import { accentedLetters, fold } from "#app/i18n/fold.ts";
import { containing, folded } from "#app/tables/search.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";

const ask = async <Answer>({ read }: Database, expression: ReturnType<typeof folded> | ReturnType<typeof containing>) =>
  (await sql<{ answer: Answer }>`select ${expression} as answer`.execute(read)).rows[0]?.answer;

const text = (value: string) => sql<string>`cast(${value} as text)`;

describeDatabases("text as SQL folds it", (open) => {
  test("is what our own folding makes of it, for all letters that both know", async () => {
    const database = await open();
    const accented = accentedLetters.map((letters) => letters[0]).join("");
    for (const written of [accented, accented.toUpperCase(), "MIXED Plain 123", "髙橋"]) {
      const known = written === "髙橋" ? written : fold(written);
      expect(await ask(database, folded(text(written)))).toBe(known);
    }
  });

  test("is compared letter by letter: jokers stand for themselves", async () => {
    const database = await open();
    const isFound = async (stored: string, word: string) =>
      Boolean(await ask(database, containing(text(stored), word)));
    expect(await isFound("100% de asistencia", "100%")).toBe(true);
    expect(await isFound("1000 asistencias", "100%")).toBe(false);
    expect(await isFound("haruka_t", "a_t")).toBe(true);
    expect(await isFound("harukaxt", "a_t")).toBe(false);
    expect(await isFound("a\\b", "a\\b")).toBe(true);
    expect(await isFound("ab", "a\\b")).toBe(false);
  });
});
