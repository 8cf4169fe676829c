import { expect, test } from "vitest";
import { signInLimits } from "#app/limits/limits.ts";
import * as signIn from "#app/sign-in/sign-in.route.tsx";
import type { Database } from "#db/database.ts";
import { addAccount, password } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";

const path = "/es/sign-in";

const post = (database: Database, form: Record<string, string>) => knock(signIn.action, { database, path, form });

/** As if there had been many attempts: each is slow by design. */
const setHits = (database: Database, limit: keyof typeof signInLimits, hits: number) =>
  database.transact((trx) =>
    trx.updateTable("rateLimit").set({ hits }).where("name", "like", `${signInLimits[limit].name}:%`).execute(),
  );

describeDatabases("how often one may try to sign in", (open) => {
  test("the tenth wrong attempt is answered, the eleventh waits, and the right password does not help it", async () => {
    const database = await open();
    const { email } = await addAccount(database);
    await post(database, { email, password: "no" });
    await setHits(database, "account", 9);
    expect((await post(database, { email, password: "no" })).status).toBe(422);
    const { status, data, headers, cookie } = await post(database, { email, password });
    expect([status, cookie]).toEqual([429, null]);
    expect(data).toMatchObject({ errors: { "": "access:form.tooMany" }, values: { email }, waitMinutes: 15 });
    expect(headers.get("retry-after")).toBe("900");
    const other = await addAccount(database);
    expect((await post(database, { email: other.email, password: "no" })).status).toBe(422);
  });

  test("a success forgives its account the wrong attempts, and its network address itself", async () => {
    const database = await open();
    const { email } = await addAccount(database);
    await post(database, { email, password: "no" });
    expect((await post(database, { email, password })).status).toBe(302);
    const rows = await database.read.selectFrom("rateLimit").select(["name", "hits"]).orderBy("name").execute();
    expect(rows.map(({ name, hits }) => [name.split(":")[0], hits])).toEqual([
      ["signIn.address", 1],
      ["signIn.everybody", 2],
    ]);
  });

  test("a whole class signs in from one network address", async () => {
    const database = await open();
    const { email } = await addAccount(database);
    await post(database, { email, password: "no" });
    await setHits(database, "address", signInLimits.address.most - 1);
    for (let person = 0; person < 3; person++) expect((await post(database, { email, password })).status).toBe(302);
    expect((await post(database, { email, password: "no" })).status).toBe(422);
    expect((await post(database, { email, password })).status).toBe(429);
  });

  test("one network address cannot try many accounts", async () => {
    const database = await open();
    const [first, second] = [await addAccount(database), await addAccount(database)];
    await post(database, { email: first.email, password: "no" });
    await setHits(database, "address", signInLimits.address.most);
    expect((await post(database, { email: second.email, password: "no" })).status).toBe(429);
    const elsewhere = { database, path, form: { email: second.email, password: "no" }, address: "198.51.100.7" };
    expect((await knock(signIn.action, elsewhere)).status).toBe(422);
  });
});
