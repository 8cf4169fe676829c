import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { rememberDemoMode } from "#app/operations/demo-mode.ts";
import { openSite, refuseOtherMode } from "#app/operations/open.ts";
import type { Environment } from "#app/settings/settings.ts";
import { isMigrated } from "#db/migrate.ts";
import { describeDatabases } from "#test/support/databases.ts";

const dataDir = mkdtempSync(join(tmpdir(), "puente-open-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

describeDatabases("a database that opens", (_open, fresh) => {
  /** What a start finds, once the one before it has remembered its mode. */
  async function start(url: string, env: Environment = {}) {
    const { database, settings, isNew } = await openSite({ DATA_DIR: dataDir, DATABASE_URL: url, ...env });
    try {
      expect(await isMigrated(database)).toBe(true);
      if (isNew) await rememberDemoMode(database, settings.demo);
      return { demo: settings.demo, isNew };
    } finally {
      await database.close();
    }
  }

  test("is a demo when it is new, and stays one", async () => {
    const url = await fresh();
    expect(await start(url)).toEqual({ demo: true, isNew: true });
    expect(await start(url)).toEqual({ demo: true, isNew: false });
  });

  test("stays without the demo once it began without", async () => {
    const url = await fresh();
    expect(await start(url, { DEMO: "off" })).toEqual({ demo: false, isNew: true });
    expect(await start(url)).toEqual({ demo: false, isNew: false });
  });

  test("never changes sides", async () => {
    const [demo, real] = [await fresh(), await fresh()];
    await start(demo, { DEMO: "on" });
    await start(real, { DEMO: "off" });
    await expect(start(demo, { DEMO: "off" })).rejects.toThrow("passwords everybody knows");
    await expect(start(real, { DEMO: "on" })).rejects.toThrow("real data");
  });

  test("is what the first of two starts at the same moment has made of it", async () => {
    const url = await fresh();
    const open = (DEMO: string) => openSite({ DATA_DIR: dataDir, DATABASE_URL: url, DEMO });
    const [real, demo] = [await open("off"), await open("on")];
    try {
      expect([real.isNew, demo.isNew]).toEqual([true, true]);
      expect(await rememberDemoMode(demo.database, true)).toBe(true);
      expect(await rememberDemoMode(real.database, false)).toBe(true);
      expect(() => refuseOtherMode(demo.settings, true)).not.toThrow();
      expect(() => refuseOtherMode(real.settings, true)).toThrow("passwords everybody knows");
    } finally {
      await Promise.all([real.database.close(), demo.database.close()]);
    }
  });

  test("is not opened to the network by default", async () => {
    await expect(start(await fresh(), { HOST: "0.0.0.0", APP_URL: "https://puente.example" })).rejects.toThrow(
      "DEMO=off",
    );
  });
});
