import { expect, test } from "vitest";
import { loader } from "#app/demo/gallery/gallery.route.tsx";
import { loader as inReadersLanguage } from "#app/demo/gallery/gallery-language.route.tsx";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";

describeDatabases("the gallery of components", (open) => {
  test("stands in every language of a demo, and nowhere else", async () => {
    const database = await open();
    const ask = async (path: string, demo: boolean) => {
      const headers = { "accept-language": "ja" };
      const door = path.startsWith("/dev/") ? inReadersLanguage : loader;
      const { status, location } = await knock(door, { database, path, headers, settings: { demo } });
      return [status, location];
    };
    expect(await ask("/es/dev/gallery", true)).toEqual([200, null]);
    expect(await ask("/dev/gallery", true)).toEqual([302, "/ja/dev/gallery"]);
    expect(await ask("/fr/dev/gallery", true)).toEqual([404, null]);
    expect(await ask("/es/dev/gallery", false)).toEqual([404, null]);
    expect(await ask("/dev/gallery", false)).toEqual([404, null]);
  });
});
