import { describe, expect, test } from "vitest";
import { readSources, type Sources } from "./sources.ts";
import { breachesOf, nameless, owners, readSchema, unusedExceptions, usesOf } from "./tables.ts";

const sources = readSources(["app", "db"], /\.tsx?$/);
const schema = readSchema(sources.get("db/schema.ts") ?? "");
const ours: Sources = new Map([...sources].filter(([file]) => !/^db\/(migrations\/|schema\.ts)/.test(file)));
const uses = usesOf(ours, schema);

const told = (of: typeof uses) =>
  breachesOf(of).map(({ file, does, table, owner }) => `${file} ${does} ${table} of ${owner}`);
const planted = (file: string, text: string) => told(usesOf(new Map([[file, text]]), schema));

test("every table has the folder that writes it", () => {
  expect(Object.keys(owners).sort()).toEqual([...schema.keys()].sort());
});

test("a table is written by its own folder, and read by none before it", () => {
  expect(told(uses)).toEqual([]);
});

test("every statement names its table", () => {
  expect(nameless(ours)).toEqual([]);
});

test("no exception outlives its reason", () => {
  expect(unusedExceptions(uses)).toEqual([]);
});

describe("what is wrong is seen", () => {
  test.each([
    ["app/attendance/commands.ts", `await trx.updateTable("enrolment").set(values).execute();`],
    ["app/desk/messages/messages.commands.ts", `await trx.deleteFrom("outbox").execute();`],
    ["app/timetable/commands.ts", "await sql`update workshop set changed_at = ${at}`.execute(trx);"],
  ])("a write into another folder's table: %s %s", (file, text) => {
    expect(planted(file, text)).toHaveLength(1);
  });

  test.each([
    ["app/institutions/queries.ts", `db.selectFrom("person").select("id")`],
    ["app/timetable/queries.ts", `db.selectFrom("session").leftJoin("mark as last", "last.sessionId", "session.id")`],
    ["app/programmes/queries.ts", `query.where("workshop.state", "=", "open")`],
    ["app/people/names.queries.ts", "const email = sql`account.email`;"],
    ["app/mail/queries.ts", `db.selectFrom(\n  "workshop",\n)`],
    ["app/limits/commands.ts", "sql<string>`select 1 from account_session`"],
  ])("a look ahead: %s %s", (file, text) => {
    expect(planted(file, text)).toHaveLength(1);
  });

  test.each([
    ["app/certificates/queries.ts", `db.selectFrom("certificate").innerJoin("enrolment", "a", "b")`],
    ["app/progress/queries.ts", `db.selectFrom("mark")`],
    ["app/demo/rows/rows.ts", `trx.insertInto("mark")`],
    ["app/timetable/timetable.tsx", `t("workshop.code")`],
  ])("what is right is left alone: %s %s", (file, text) => {
    expect(planted(file, text)).toEqual([]);
  });

  test("a table that only running tells", () => {
    expect(nameless(new Map([["app/accounts/queries.ts", "db.selectFrom(kind)"]]))).toHaveLength(1);
    expect(nameless(new Map([["app/accounts/queries.ts", 'db.selectFrom("account")']]))).toEqual([]);
  });
});
