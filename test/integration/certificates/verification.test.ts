import { expect, test } from "vitest";
import { readablePart } from "#app/certificates/number.ts";
import { loader } from "#app/certificates/verification/verification.route.tsx";
import { verificationLimits } from "#app/limits/limits.ts";
import type { Database } from "#db/database.ts";
import { castDemo } from "#test/support/cast.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock, settled } from "#test/support/visit.ts";

const verify = (database: Database, number: string, address?: string) =>
  knock(loader, { database, path: `/ja/verify/${number}`, address });

const setHits = async (database: Database, limit: keyof typeof verificationLimits) => {
  await settled(database);
  const { name, most } = verificationLimits[limit];
  return database.transact((trx) =>
    trx.updateTable("rateLimit").set({ hits: most }).where("name", "like", `${name}%`).execute(),
  );
};
const hits = async (database: Database) => {
  await settled(database);
  return (await database.read.selectFrom("rateLimit").select("hits").orderBy("name").execute()).map((row) => row.hits);
};

describeDatabases("looking up certificates", (open) => {
  test("a number that exists is shown and counts nothing; unknown and malformed ones count the same", async () => {
    const { database, own } = await castDemo(open);
    expect((await verify(database, own.number ?? "")).status).toBe(200);
    expect(await hits(database)).toEqual([]);
    for (const number of ["MJ-2017-01-0001-00000000000000000000000000", "nonsense"]) {
      expect(await verify(database, number)).toMatchObject({
        status: 404,
        data: { certificate: null, waitMinutes: null },
      });
    }
    expect(await hits(database)).toEqual([2, 2]);
  });

  test("the short number of a certificate is told what it lacks, and counts as no guess", async () => {
    const { database, own } = await castDemo(open);
    expect(await verify(database, readablePart(own.number ?? ""))).toMatchObject({
      status: 404,
      data: { certificate: null, isCut: true, waitMinutes: null },
    });
    expect(await hits(database)).toEqual([]);
  });

  test("after many unknown numbers an address waits, others don't, and real certificates are shown", async () => {
    const { database, own } = await castDemo(open);
    await verify(database, "nonsense");
    await setHits(database, "address");
    const refused = await verify(database, "nonsense");
    expect(refused).toMatchObject({ status: 429, data: { certificate: null, waitMinutes: 15 } });
    expect(refused.headers.get("retry-after")).toBe("900");
    // asking on costs no write
    expect(await hits(database)).toEqual([verificationLimits.address.most, 1]);
    expect((await verify(database, "nonsense", "198.51.100.7")).status).toBe(404);
    expect((await verify(database, own.number ?? "")).status).toBe(200);
  });

  test("there is a limit for everybody together", async () => {
    const { database, own } = await castDemo(open);
    await verify(database, "nonsense");
    await setHits(database, "everybody");
    expect((await verify(database, "nonsense", "198.51.100.7")).status).toBe(429);
    expect((await verify(database, own.number ?? "", "198.51.100.7")).status).toBe(200);
  });
});
