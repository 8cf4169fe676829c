import { sql } from "kysely";
import { expect, test } from "vitest";
import { signIn as signInCommand } from "#app/sign-in/commands.ts";
import { isAnyHashOfFormerKind } from "#app/sign-in/queries.ts";
import * as signIn from "#app/sign-in/sign-in.route.tsx";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor, isOpen, password } from "#test/support/accounts.ts";
import { describeDatabases, describeSqlite } from "#test/support/databases.ts";
import { formerHashOf, watchHashing } from "#test/support/hashing.ts";
import { knock } from "#test/support/visit.ts";

const passwordHash = formerHashOf(password);

const post = (database: Database, email: string, given = password) =>
  knock(signIn.action, { database, path: "/es/sign-in", form: { email, password: given } });

const credentialOf = ({ read }: Database, accountId: Id<"account">) =>
  read
    .selectFrom("credential")
    .select(["id", "secret", "createdAt", "changedAt"])
    .where("accountId", "=", accountId)
    .executeTakeFirstOrThrow();

describeDatabases("a password that is hashed as it was until November 2026", (open) => {
  test("opens a session, and is hashed anew: nothing else of it changes, and nothing ends", async () => {
    const database = await open();
    const { accountId, email } = await addAccount(database, { passwordHash });
    const elsewhere = await cookieFor(database, accountId);
    const { secret: _, ...before } = await credentialOf(database, accountId);
    expect((await post(database, email)).status).toBe(302);
    const { secret, ...after } = await credentialOf(database, accountId);
    expect(secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(after).toEqual(before);
    expect(await isOpen(database, elsewhere)).toBe(true);
    expect((await post(database, email)).status).toBe(302);
    expect((await credentialOf(database, accountId)).secret).toBe(secret);
  });

  test("stays as it is where the password is wrong", async () => {
    const database = await open();
    const { accountId, email } = await addAccount(database, { passwordHash });
    expect((await post(database, email, "not the right one")).status).toBe(422);
    expect((await credentialOf(database, accountId)).secret).toBe(passwordHash);
  });

  test("is renewed once by two who sign in at once, and both come in", async () => {
    const database = await open();
    const { email } = await addAccount(database, { passwordHash });
    const answers = await Promise.all([post(database, email), post(database, email)]);
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(await database.read.selectFrom("accountSession").select("id").execute()).toHaveLength(2);
  });

  test("negative control: whoever had gone on with the former hash would have been turned away", async () => {
    const database = await open();
    const { accountId, email } = await addAccount(database, { passwordHash });
    await post(database, email);
    const late = { accountId, email, passwordHash, former: null, device: "" };
    const token = await database.transact((trx) => signInCommand(trx, late, { accountId, at: now() }));
    expect(token).toBeNull();
  });

  test("tells nobody that it is there: while there is one, every refusal costs both kinds", async () => {
    const database = await open();
    const [former, known] = [await addAccount(database, { passwordHash }), await addAccount(database)];
    const invited = await addAccount(database, { passwordHash: null });
    const addresses = [former.email, known.email, invited.email, "nobody@example.org"];
    const refused = async (email: string) => {
      const { runs } = await watchHashing(() => post(database, email, "not the right one"));
      return runs.toSorted();
    };
    for (const email of addresses) expect([email, await refused(email)]).toEqual([email, ["argon2id", "scrypt"]]);
    await post(database, former.email);
    expect(await isAnyHashOfFormerKind(database.read)).toBe(false);
    for (const email of addresses) expect([email, await refused(email)]).toEqual([email, ["argon2id"]]);
  });
});

describeSqlite("asking for hashes of the former kind", (open) => {
  test("reads an index that holds these alone", async () => {
    const { read } = await open();
    const { rows } = await sql<{ detail: string }>`explain query plan
      select id from credential where secret like 'scrypt$%' limit 1`.execute(read);
    expect(rows.map(({ detail }) => detail).join()).toContain("credential_former_hash");
  });
});
