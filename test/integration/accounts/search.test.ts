import { expect, test } from "vitest";
import * as accounts from "#app/accounts/account/accounts.route.tsx";
import type { Database } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { administrator } from "./administration.ts";

async function search(database: Database, cookie: string, query: string) {
  const { data } = await knock(accounts.loader, { database, path: `/es/admin/accounts?${query}`, cookie });
  return (data.rows as { email: string }[]).map(({ email }) => email);
}

describeDatabases("the search among accounts", (open) => {
  test("finds people by their own names, however their letters are written", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    await addAccount(database, {
      email: "ines@gob.example",
      person: { familyName: "Gonçalves", givenName: "Inês" },
    });
    await addAccount(database, {
      email: "ryo@customs.example",
      person: { familyName: "Takahashi", givenName: "Ryo", nativeName: "髙橋 遼", kana: "タカハシ リョウ" },
    });
    for (const q of ["Gonçalves", "goncalves", "GONÇALVES Inês", "ines gonc"])
      expect(await search(database, cookie, `q=${encodeURIComponent(q)}`)).toEqual(["ines@gob.example"]);
    // long vowels as anybody spells them
    for (const q of ["高橋", "髙橋", "遼 高橋", "ﾀｶﾊｼ", "Ryō Takahashi", "takahashi ryou", "ryoh"])
      expect(await search(database, cookie, `q=${encodeURIComponent(q)}`)).toEqual(["ryo@customs.example"]);
  });
});
