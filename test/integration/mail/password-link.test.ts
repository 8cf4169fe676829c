import { expect, test } from "vitest";
import { emit } from "#app/outbox/commands.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { readdress } from "#test/support/readdress.ts";
import { addPerson } from "#test/support/world.ts";

import { at, job, mail, mailing } from "./mailing.ts";

const { server, run } = mailing();

describeDatabases("a link for a password", (open) => {
  const links = () =>
    server().inbox.map(({ text }) => /https:\/\/puente\.example\/en\/password\/([\w-]{43})\n/.exec(text ?? "")?.[1]);

  test("is made when it is sent, and stands nowhere else", async () => {
    const database = await open();
    const { accountId } = await addPerson(database, { locale: "en", email: "taro@customs.example.jp" });
    const [jobId] = await database.transact((trx) => emit(trx, at, "account.passwordAsked", { accountId }));
    await run(database);
    const [token] = links();
    expect(token).toBeTruthy();
    expect(server().inbox[0]?.text).toContain("valid for 60 minutes");
    const kept = [
      await mail(database, jobId!),
      await job(database, jobId!),
      ...(await database.read.selectFrom("oneTimeLink").selectAll().execute()),
    ];
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(kept[2]).toMatchObject({ purpose: "password", expiresAt: plusMinutes(at, 60), usedAt: null });
  });

  test("another attempt is another message, since the former link has ended", async () => {
    const database = await open();
    const { accountId } = await addPerson(database, { locale: "en", email: "taro@customs.example.jp" });
    await database.transact((trx) => emit(trx, at, "account.invited", { accountId }));
    server().answers.content.push("hang up");
    await run(database);
    await run(database, 2);
    expect(new Set(links()).size).toBe(2);
    expect(new Set(server().inbox.map(({ messageId }) => messageId)).size).toBe(2);
    const open_ = await database.read
      .selectFrom("oneTimeLink")
      .select("tokenHash")
      .where("usedAt", "is", null)
      .execute();
    expect(open_).toHaveLength(1);
  });

  test("is not made for a closed account", async () => {
    const database = await open();
    const { accountId } = await addPerson(database, { locale: "en", email: "taro@customs.example.jp" });
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: at }).where("id", "=", accountId).execute(),
    );
    const [jobId] = await database.transact((trx) => emit(trx, at, "account.passwordAsked", { accountId }));
    await run(database);
    expect(await job(database, jobId!)).toMatchObject({ lastError: "AccountDisabled" });
    expect(await database.read.selectFrom("oneTimeLink").selectAll().execute()).toEqual([]);
  });

  test("never goes to a mailbox that is left at this moment", async () => {
    const database = await open();
    const { accountId } = await addPerson(database, { locale: "en", email: "taro@custom.example.jp" });
    await database.transact((trx) => emit(trx, at, "account.passwordAsked", { accountId }));
    let transactions = 0;
    const mending: Database = {
      ...database,
      async transact(work) {
        transactions += 1;
        // the job has been claimed, and its link is about to be made
        if (transactions === 2) await database.transact((trx) => readdress(trx, accountId, "taro@customs.example.jp"));
        return database.transact(work);
      },
    };
    await run(mending);
    const read = server().inbox.flatMap(({ to, text }) => (text?.includes("/password/") ? [to].flat()[0]?.text : []));
    // and they are invited once more, since they have no password yet
    expect(read).toEqual(["taro@customs.example.jp", "taro@customs.example.jp"]);
  });
});
