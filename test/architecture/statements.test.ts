import { expect, test } from "vitest";
import { readSources, type Sources } from "./sources.ts";

const home = /[/.](queries|commands)\.ts$/;
const statement = /\b(selectFrom|insertInto|updateTable|deleteFrom)(<\w+>)?\(/;

const exceptions = [
  // fills the tables of every room at once
  /^app\/demo\//,
  // one word that is read before the settings are known, and written once in a database's life
  /^app\/operations\/demo-mode\.ts$/,
  // holds rows and changes nothing: explained there once, for every room
  /^db\/(hold|person-references)\.ts$/,
];

/** Files that ask or tell the database something and don't say so by their name. */
const strays = (sources: Sources) =>
  [...sources]
    .filter(
      ([path, text]) =>
        statement.test(text) && !home.test(path) && !exceptions.some((exception) => exception.test(path)),
    )
    .map(([path]) => path);

/** Queries whose name does not say that they ask. */
const misnamed = (sources: Sources) =>
  [...sources]
    .filter(([path]) => /[/.]queries\.ts$/.test(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(/^export async function (?!(?:find|list|count|is)[A-Z])(\w+)/gm)].map(
        ([, name]) => `${path}: ${name}`,
      ),
    );

const sources = readSources(["app", "db"], /\.tsx?$/);

test("only queries and commands speak to the database", () => {
  expect(strays(sources)).toEqual([]);
});

test("a query says by its name what it asks", () => {
  expect(misnamed(sources)).toEqual([]);
});

test("what is wrong is seen", () => {
  const planted = (path: string, text: string): Sources => new Map([[path, text]]);
  const select = `const rows = await db.selectFrom("person").selectAll().execute();`;
  expect(strays(planted("app/enrolment/own/me.route.tsx", select))).toHaveLength(1);
  expect(strays(planted("app/enrolment/jobs.ts", `await trx\n  .updateTable("enrolment")`))).toHaveLength(1);
  expect(strays(planted("app/enrolment/mail.queries.ts", select))).toEqual([]);
  expect(misnamed(planted("app/people/queries.ts", "export async function loadProfile(db: Reader) {"))).toHaveLength(1);
  expect(misnamed(planted("app/people/queries.ts", "export async function findProfile(db: Reader) {"))).toEqual([]);
});
