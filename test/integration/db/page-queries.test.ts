import { type KyselyPlugin, sql } from "kysely";
import { expect, test } from "vitest";
import { rebuildFigures } from "#app/statistics/stored.jobs.ts";
import type { Database } from "#db/database.ts";
import { type Cast, castDemo } from "#test/support/cast.ts";
import { describePostgres, describeSqlite, type Open } from "#test/support/databases.ts";
import { addressOf, sitePlaces } from "#test/support/site.ts";
import { knock } from "#test/support/visit.ts";

type Asked = { page: string; statement: string };

/** A database that notes the text of every statement that is read by. */
function noting(database: Database): { database: Database; statements: string[] } {
  const statements: string[] = [];
  const executor = database.read.getExecutor();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const { sql, parameters } = executor.compileQuery(node, queryId);
      // on PostgreSQL the text is the same for lists of every length; what is asked once a row has lists of one
      const lengths = parameters.filter(Array.isArray).map(({ length }) => length);
      statements.push(lengths.length > 0 ? `${sql} -- ${lengths}` : sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { database: { ...database, read: database.read.withPlugin(plugin) }, statements };
}

/** Pages that ask little until something is sought. */
const sought: Record<string, string[]> = {
  "/:l/search": ["?q=ana", "?q=aduanas&in=workshops", "?q=MJ-2017-01-0001", "?q=安藤様"],
  "/:l/desk": ["?q=ana"],
  "/:l/desk/planner": ["?period=2026&group=room", "?period=fy2026&group=coordinator&q=aduanas"],
};

/** Pages that are not about a workshop. */
const programmeAt = (path: string): Record<string, string> =>
  /^\/:l\/(desk\/)?programmes\/:code/.test(path) ? { code: "MJ-CUSTOMS" } : {};

/** What every page asks of the demo, whoever opens it. */
async function askAll({ database, cookies, own }: Cast): Promise<Asked[][]> {
  const asked: Asked[][] = [];
  for (const { path, loader } of await sitePlaces()) {
    if (!loader) continue;
    for (const [cookie, query] of Object.values(cookies).flatMap((cookie) =>
      ["", ...(sought[path] ?? [])].map((query) => [cookie, query] as const),
    )) {
      const noted = noting(database);
      const address = `${addressOf(path, { l: "es", ...own, ...programmeAt(path) })}${query}`;
      await knock(loader, { database: noted.database, path: address, cookie });
      asked.push(noted.statements.map((statement) => ({ page: `${path}${query}`, statement })));
    }
  }
  return asked;
}

/** As often as a page may ask the same: on a day with sessions, three parts of the desk do. */
const mostOften = 3;

function repeated(visits: Asked[][]): string[] {
  const often = visits.flatMap((asked) =>
    [...Map.groupBy(asked, ({ statement }) => statement)]
      .filter(([, same]) => same.length > mostOften)
      .map(([, same]) => same[0] as Asked),
  );
  return [...new Set(often.map(({ page, statement }) => `${page}: ${statement.slice(0, 120)}`))];
}

/** Tables that stay short, whatever happens: to read them whole is cheaper than an index. */
const short = [
  "application_form",
  "application_form_version",
  "audit_head",
  "figures_head",
  "audit_pending",
  "institution",
  "institution_name",
  "programme_tariff_rate",
  "programme_tariff_text",
  "indicator",
  "indicator_target",
  "indicator_text",
  "programme",
  "programme_party",
  "programme_text",
  "room",
  "room_text",
  "theme",
  "theme_text",
  "faculty",
  "faculty_language",
  "venue",
  "venue_text",
  "workshop",
  "workshop_figures",
];

/** A part of a statement that speaks of its whole has no plan of its own: the whole is noted as well. */
const planOf = (database: Database, statement: string) =>
  sql<{ detail: string }>`explain query plan ${sql.raw(statement.replaceAll("?", "null"))}`
    .execute(database.read)
    .then(({ rows }) => rows)
    .catch((error: Error) => {
      if (/^no such column/.test(error.message)) return [];
      throw error;
    });

/** What a search has narrowed down already, under the names that it gives that: no tables of ours. */
const narrowed = ["matching", "some", "candidate"];

async function scans(database: Database, asked: Asked[]): Promise<string[]> {
  const found: string[] = [];
  for (const [statement, [first]] of Map.groupBy(asked, ({ statement }) => statement)) {
    const rows = await planOf(database, statement);
    // along an index is whole as well, unless a page of the list is all that is taken
    const whole = statement.includes(" limit ") ? /^SCAN (\w+)(?! USING)\b/ : /^SCAN (\w+)\b/;
    const tables = rows.flatMap(({ detail }) => whole.exec(detail)?.[1] ?? []);
    for (const table of tables)
      if (![...short, ...narrowed].includes(table)) found.push(`${first?.page} reads ${table}: ${statement}`);
  }
  return found;
}

/** Lists of what grows without an end that count rows to skip: each page of them costs more than the one before. */
const skipping = (asked: Asked[]): string[] =>
  asked
    .filter(({ statement }) => statement.includes(" offset "))
    .filter(({ statement }) => !short.includes(/ from "(\w+)"/.exec(statement)?.[1] ?? ""))
    .map(({ page, statement }) => `${page} skips rows: ${statement}`);

async function expectFew(open: Open) {
  const cast = await castDemo(open);
  await rebuildFigures(cast.database);
  const visits = await askAll(cast);
  expect(visits.flat().length).toBeGreaterThan(300);
  expect(repeated(visits), "asked once a row").toEqual([]);
  expect(skipping(visits.flat()), "not from a row on").toEqual([]);
  return { database: cast.database, asked: visits.flat() };
}

describeSqlite("what pages ask of the database", (open) => {
  test("is a number of statements that doesn't grow with the rows, and each finds its rows by an index", {
    timeout: 60_000,
  }, async () => {
    const { database, asked } = await expectFew(open);
    expect(await scans(database, asked), "read whole").toEqual([]);
  });
});

describePostgres("what pages ask of the database", (open) => {
  test("is a number of statements that doesn't grow with the rows", { timeout: 60_000 }, async () => {
    await expectFew(open);
  });
});

test("planted breach: a page that asks once a row is found", () => {
  const asked = { page: "/x", statement: "select 1" };
  expect(repeated([[asked, asked, asked, asked]])).toEqual(["/x: select 1"]);
});

test("planted breach: a long list without key paging is found, a short one may skip", () => {
  const list = (table: string) => ({ page: "/x", statement: `select * from "${table}" order by "x" limit ? offset ?` });
  expect(skipping([list("person")])).toHaveLength(1);
  expect(skipping([list("workshop")])).toEqual([]);
});

describeSqlite("planted breach", (open) => {
  test("a statement that reads a long table whole is found", async () => {
    const database = await open();
    const asked = [{ page: "/x", statement: `select * from "person" where "post" = ?` }];
    expect(await scans(database, asked)).toHaveLength(1);
  });

  test("so is one that reads it whole along an index, but not the first page of such a list", async () => {
    const database = await open();
    const along = `select * from "mail" where "kind" = ? order by "composed_at"`;
    expect(await scans(database, [{ page: "/x", statement: along }])).toHaveLength(1);
    expect(await scans(database, [{ page: "/x", statement: `${along} limit ?` }])).toEqual([]);
  });
});
