import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { programmeChoices } from "#app/accounts/grants/programme-choices.ts";
import * as institutionRecord from "#app/admin/record/institution-record.route.tsx";
import * as programmeRecord from "#app/admin/record/programme-record.route.tsx";
import { findChainFault } from "#app/audit/queries.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { now } from "#app/time/instant.ts";
import { draftValues, formOptions } from "#app/workshops/plan/form-options.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

const free = "free";
const createdAt = "2026-10-01T12:00:00.000Z" as const;
const wording = { locale: "es" as const, t: translator("es"), at: now() };

const kinds = [
  ["institution", institutionRecord, "institutions"],
  ["programme", programmeRecord, "programmes"],
] as const;

/** An institution and a programme that nothing refers to yet, and a workshop with others of its own. */
async function setUp(database: Database) {
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId);
  await addWorkshop(database, { code: "MJ-1" });
  await database.transact(async (trx) => {
    await trx
      .insertInto("institution")
      .values({ id: id("institution", free), code: "FREE", country: "MX", createdAt })
      .execute();
    await trx
      .insertInto("institutionName")
      .values({ institutionId: id("institution", free), validFrom: "2020-01-01", locale: "es", name: "Libre" })
      .execute();
    await trx
      .insertInto("programme")
      .values({ id: id("programme", free), code: "FREE", startsOn: "2026-01-01", endsOn: "2026-12-31", createdAt })
      .execute();
  });
  return cookie;
}

describeDatabases("the record of an institution or a programme", (open) => {
  test.each(kinds)("gets another code as long as nothing refers to it: %s", async (kind, route, list) => {
    const database = await open();
    const cookie = await setUp(database);
    const at = (code: string) => ({ database, cookie, path: `/es/admin/${list}/${code}/record` });
    expect((await knock(route.loader as never, at("FREE"))).data).toMatchObject({ isUsed: false, archived: null });
    const rename = (code: string, to: string) => knock(route.action, { ...at(code), form: { part: "code", code: to } });
    expect((await rename("FREE", "MJ-1")).data.errors).toEqual({ code: `${list}:form.codeTaken` });
    expect((await rename("FREE", "¡!")).data).toMatchObject({
      errors: { code: `${list}:form.code` },
      values: { code: "¡!" },
    });
    expect((await rename("FREE", "mj 2")).location).toBe(`/es/admin/${list}/MJ-2/record?done=renamed`);
    expect((await rename("FREE", "MJ-3")).status).toBe(404);
    const { status, data } = await rename("MJ-1", "MJ-3");
    expect([status, data.errors]).toEqual([409, { code: "institutions:record.nowUsed" }]);
    const entries = await (await sealed(database)).read.selectFrom("audit").select(["action", "details"]).execute();
    expect(entries.filter(({ action }) => action.endsWith("renamed"))).toEqual([
      { action: `${kind}.renamed`, details: '{"from":"FREE","to":"MJ-2"}' },
    ]);
    expect(await findChainFault(database.read)).toBeNull();
  });

  test.each(kinds)("goes into the archive and comes back, each once: %s", async (kind, route, list) => {
    const database = await open();
    const cookie = await setUp(database);
    const path = `/es/admin/${list}/MJ-1/record`;
    const press = (part: string) => knock(route.action, { database, cookie, path, form: { part } });
    for (const part of ["archiving", "archiving"]) expect((await press(part)).location).toBe(`${path}?done=archived`);
    expect((await knock(route.loader as never, { database, cookie, path })).data.archived).not.toBeNull();
    expect((await press("restoring")).location).toBe(`${path}?done=restored`);
    const entries = await (await sealed(database)).read.selectFrom("audit").select("action").execute();
    expect(entries.map(({ action }) => action).filter((action) => action.startsWith(kind))).toEqual([
      `${kind}.archived`,
      `${kind}.restored`,
    ]);
  });

  test("is offered no more, but where it was chosen before", async () => {
    const database = await open();
    await setUp(database);
    const { read } = database;
    const today = "2026-11-26" as const;
    const offered = async (stored: Parameters<typeof formOptions>[2]["stored"] = {}) => {
      const { programmes, institutions } = await formOptions(read, everywhere, { locale: "es", today, stored });
      return [programmes, institutions].map((options) => options.some(({ value }) => value === free));
    };
    const choices = async () => [
      (await institutionChoices(read, wording)).some(({ value }) => value === free),
      (await programmeChoices(read, wording)).some(({ value }) => value === free),
    ];
    expect([await offered(), await choices()]).toEqual([
      [true, true],
      [true, true],
    ]);
    await database.transact(async (trx) => {
      for (const table of ["institution", "programme"] as const)
        await trx.updateTable(table).set({ archivedAt: now() }).where("code", "=", "FREE").execute();
    });
    expect([await offered(), await choices()]).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(await offered({ programmeId: id("programme", free), hostInstitutionId: id("institution", free) })).toEqual([
      true,
      true,
    ]);
    expect((await institutionChoices(read, wording, [id("institution", free)])).map(({ value }) => value)).toContain(
      free,
    );
    // of two programmes one is left: it is chosen beforehand
    expect((await draftValues(read, everywhere, today)).initial.programmeId).not.toBe("");
  });
});
