import { expect, test } from "vitest";
import { loader as robots } from "#app/catalogue/sitemap/robots.route.ts";
import { loader } from "#app/catalogue/sitemap/sitemap.route.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { visit } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";

describeDatabases("the sitemap", (open) => {
  test("has the public pages in three languages, and no draft", async () => {
    const database = await open();
    await addWorkshop(database, { code: "SEEN-1" });
    await addWorkshop(database, { code: "HIDDEN", state: "draft" });
    const answer = await loader(visit({ database, path: "/sitemap.xml" }));
    const xml = await answer.text();
    const listed = [...xml.matchAll(/<loc>[^<]*?(\/ja[^<]*)<\/loc>/g)].map(([, path]) => path);
    expect(listed).toEqual([
      ...["/ja", "/ja/workshops", "/ja/programmes/HIDDEN", "/ja/programmes/SEEN-1"],
      "/ja/workshops/SEEN-1",
    ]);
    expect(xml).toContain("<lastmod>2026-10-01T12:00:00.000Z</lastmod>");
  });

  test("is named to robots by its whole address", async () => {
    const answer = await robots(visit({ database: await open(), path: "/robots.txt" }));
    expect(await answer.text()).toMatch(/^Sitemap: https?:\/\/[^/]+\/sitemap\.xml$/m);
  });
});
