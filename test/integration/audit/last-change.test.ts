import { type KyselyPlugin, sql } from "kysely";
import { expect, test } from "vitest";
import { findPosition } from "#app/audit/queries.ts";
import { describeSqlite } from "#test/support/databases.ts";

describeSqlite("the last change", (open) => {
  test("is found without reading entries that wait and that nobody is shown", async () => {
    const database = await open();
    const asked: string[] = [];
    const plugin: KyselyPlugin = {
      transformQuery({ node, queryId }) {
        asked.push(database.read.getExecutor().compileQuery(node, queryId).sql);
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    await findPosition(database.read.withPlugin(plugin));
    const plan = sql<{ detail: string }>`explain query plan ${sql.raw(asked[0]!.replaceAll("?", "1"))}`;
    const { rows } = await plan.execute(database.read);
    expect(rows.map(({ detail }) => detail).join()).toContain("COVERING INDEX audit_pending_shown");
  });
});
