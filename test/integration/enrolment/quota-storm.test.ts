import { expect, test } from "vitest";
import { describeDatabases } from "#test/support/databases.ts";
import { stormQuotas } from "#test/support/quota-storm.ts";

/** `node test/bench/quota-storm.ts` does the same eight times as wide, and three hundred times as long. */
const size = { processes: 3, people: 120, attempts: 240 };

describeDatabases("three quotas of one workshop, asked for by several processes", (_open, fresh) => {
  test("nothing is oversold, nobody is refused, and no seat stays free beside who waits for it", {
    timeout: 180_000,
  }, async () => {
    const found = await stormQuotas(await fresh(), { ...size, isLocked: true });
    const kept = { oversold: 0, falselyRefused: 0, leftBeside: 0, miscounted: 0 };
    expect(found).toEqual({ attempts: size.attempts, ...kept });
  });

  test("negative control: without the hold on the workshop's row, a quota is oversold", {
    timeout: 180_000,
  }, async () => {
    let oversold = 0;
    for (let round = 0; round < 5 && oversold === 0; round += 1)
      oversold = (await stormQuotas(await fresh(), { ...size, attempts: 120, isLocked: false })).oversold;
    expect(oversold).toBeGreaterThan(0);
  });
});
