import fc from "fast-check";
import { expect, test } from "vitest";
import { loader as file } from "#app/desk/people/people-file.route.ts";
import { locales } from "#app/i18n/locales.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import type { Database } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { visit } from "#test/support/visit.ts";
import { addInstitutions, addPeople, type SomePerson, somePeople } from "./any-people.ts";
import { sendingSetUp } from "./sending.ts";

/** All that an import could write of people. */
async function stored({ read }: Database): Promise<unknown> {
  const people = await read.selectFrom("person").selectAll().orderBy("id").execute();
  const words = await read.selectFrom("personWord").selectAll().orderBy("personId").orderBy("word").execute();
  const addresses = await read.selectFrom("addressWord").selectAll().orderBy("personId").orderBy("word").execute();
  const keys = await read.selectFrom("personKey").selectAll().orderBy("personId").orderBy("key").execute();
  const listed = await read.selectFrom("programmePerson").selectAll().orderBy("personId").execute();
  const audited = await read.selectFrom("auditPending").select("action").where("action", "like", "person.%").execute();
  return [people, words, addresses, keys, listed, audited.length];
}

describeDatabases("people who were taken along as a file", (open) => {
  const setUp = async () => {
    const database = await open();
    const institutions = await addInstitutions(database);
    const sending = await sendingSetUp(database);
    const take = async (path: string) => {
      const answer = (await file(visit({ database, path, cookie: sending.cookie }))) as Response;
      return Buffer.from(await answer.arrayBuffer());
    };
    return { database, institutions, take, ...sending };
  };

  test("are sent back unchanged, whoever they are", { timeout: 300_000 }, async () => {
    const once = async (people: SomePerson[]) => {
      const { database, institutions, programmeId, take, check, look, decide, work } = await setUp();
      await addPeople(database, people, { programmeId, institutions });
      const { personId } = await addAccount(database, { email: "con.cuenta@example.mx" });
      await database.transact((trx) =>
        listOnProgramme(trx, { programmeId, personId }, { accountId: null, at: "2026-11-20T15:00:00.000Z" }),
      );
      const before = await stored(database);
      const total = people.length + 1;
      for (const locale of locales)
        for (const format of ["xlsx", "csv"]) {
          const path = await check(await take(`/${locale}/desk/people.${format}?columns=all`), `lista.${format}`);
          const page = await look(path);
          const told = { state: page.state, counts: page.counts, rows: page.rows };
          expect(told, `${locale} ${format}`).toMatchObject({ state: "checked", counts: { same: total, total } });
          await decide(path, { part: "apply" });
          await work();
          expect((await look(path)).done).toEqual({ added: 0, changed: 0, left: total, listed: 0 });
        }
      expect(await stored(database)).toEqual(before);
    };
    await fc.assert(fc.asyncProperty(somePeople, once), { numRuns: 3 });
  });

  test("without their records may have to be asked about, and nobody is changed", { timeout: 300_000 }, async () => {
    const once = async (people: SomePerson[]) => {
      const { database, institutions, programmeId, take, check } = await setUp();
      await addPeople(database, people, { programmeId, institutions });
      const rows = database.read.selectFrom("peopleImportRow");
      for (const locale of locales) {
        await check(await take(`/${locale}/desk/people.csv`));
        const changed = await rows.select(["facts", "seen"]).where("outcome", "=", "changed").execute();
        expect(changed, locale).toEqual([]);
      }
      expect(await rows.select("number").execute()).toHaveLength(locales.length * people.length);
    };
    await fc.assert(fc.asyncProperty(somePeople, once), { numRuns: 3 });
  });
});
