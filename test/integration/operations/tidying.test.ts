import { expect, test } from "vitest";
import { bodyDays, recordMail, textDays } from "#app/mail/commands.ts";
import type { MailKind } from "#app/mail/kinds.ts";
import { findMail } from "#app/mail/queries.ts";
import { tidying } from "#app/operations/tidying.ts";
import { endAttempt } from "#app/outbox/claim.commands.ts";
import { emit } from "#app/outbox/commands.ts";
import { doneDays } from "#app/outbox/rules.ts";
import { createOneTimeLink, endedLinkDays, redeemLink } from "#app/sign-in/links/one-time-links.commands.ts";
import { type Instant, plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { claimNextJob } from "#test/support/due-jobs.ts";
import { id } from "#test/support/ids.ts";

const at = "2026-11-23T15:00:00.000Z" as const;
const daysAgo = (days: number, minutes = 0) => plusMinutes(at, -days * 24 * 60 + minutes);

const idsOf = async ({ read }: Database) =>
  (await read.selectFrom("outbox").select("id").orderBy("id").execute()).map((row) => row.id);

/** A job of that moment, and how it has ended. */
async function addJob(database: Database, when: Instant, end: "done" | "failed" | "open"): Promise<Id<"outbox">> {
  const [jobId] = await database.transact((trx) =>
    emit(trx, when, "workshop.seatsFreed", { workshopId: id("workshop", "w") }),
  );
  if (end === "open") return jobId as Id<"outbox">;
  const job = await claimNextJob(database, when);
  if (job) await endAttempt(database, job, end === "done" ? { doneAt: when } : { lastError: "Error", failedAt: when });
  return jobId as Id<"outbox">;
}

const addMail = (database: Database, jobId: Id<"outbox">, composedAt: Instant, kind: MailKind = "account.invitation") =>
  database.transact((trx) =>
    recordMail(trx, {
      ...{ id: jobId, kind, workshopId: null, personId: null, toAddress: "ana@example.org" },
      ...{ locale: "es", subject: "Invitación", bodyText: "Hola", bodyHtml: "<p>Hola</p>", composedAt },
    }),
  );

/** A database that counts its transactions. */
function counting(database: Database) {
  const seen = { transactions: 0 };
  const counted: Database = {
    ...database,
    transact: (work) => {
      seen.transactions += 1;
      return database.transact(work);
    },
  };
  return { database: counted, seen };
}

describeDatabases("tidying", (open) => {
  test("deletes a job ninety days after it was done; one that failed or waits stays, however old", async () => {
    const database = await open();
    await addJob(database, daysAgo(doneDays), "done");
    const kept = [
      await addJob(database, daysAgo(doneDays, 1), "done"),
      await addJob(database, daysAgo(400), "failed"),
      await addJob(database, daysAgo(400), "open"),
    ];
    await tidying(database)(at);
    expect(await idsOf(database)).toEqual(kept.toSorted());
  });

  test("empties a message after thirty days, and leaves to whom it went, also when its job is gone", async () => {
    const database = await open();
    const [gone, old, young] = [
      await addJob(database, daysAgo(doneDays), "done"),
      await addJob(database, daysAgo(bodyDays), "done"),
      await addJob(database, daysAgo(bodyDays, 1), "done"),
    ];
    await addMail(database, gone, daysAgo(doneDays));
    await addMail(database, old, daysAgo(bodyDays));
    await addMail(database, young, daysAgo(bodyDays, 1));
    await tidying(database)(at);
    expect(await idsOf(database)).toEqual([old, young]);
    const empty = { toAddress: "ana@example.org", subject: "Invitación", bodyText: null, bodyHtml: null };
    expect(await findMail(database.read, gone)).toMatchObject({ ...empty, composedAt: daysAgo(doneDays) });
    expect(await findMail(database.read, old)).toMatchObject(empty);
    expect(await findMail(database.read, young)).toMatchObject({ bodyText: "Hola", bodyHtml: "<p>Hola</p>" });
  });

  test("keeps the text of a letter without a secret for a year, and that of a written message for good", async () => {
    const database = await open();
    const textOf = async (kind: MailKind, composedAt: Instant) => {
      const jobId = await addJob(database, daysAgo(1), "done");
      await addMail(database, jobId, composedAt, kind);
      return async () => (await findMail(database.read, jobId))?.bodyText;
    };
    const texts = [
      await textOf("enrolment.confirmed", daysAgo(textDays)),
      await textOf("enrolment.confirmed", daysAgo(textDays, 1)),
      await textOf("message.trial", daysAgo(textDays)),
      await textOf("message.written", daysAgo(10 * textDays)),
    ];
    await tidying(database)(at);
    expect(await Promise.all(texts.map((text) => text()))).toEqual([null, "Hola", null, "Hola"]);
  });

  test("deletes a link a day after it was used or ran out, and one of a clock that was wrong", async () => {
    const database = await open();
    const link = async (made: Instant, used?: Instant) => {
      const { accountId } = await addAccount(database, { passwordHash: null });
      return database.transact(async (trx) => {
        const token = await createOneTimeLink(trx, { accountId, purpose: "password", at: made, minutes: 60 });
        if (used) await redeemLink(trx, token, ["password"], used);
        return accountId;
      });
    };
    await link(daysAgo(endedLinkDays, -30), daysAgo(endedLinkDays));
    await link(daysAgo(endedLinkDays, -60));
    await link(daysAgo(-365));
    const kept = [
      await link(daysAgo(endedLinkDays, -29), daysAgo(endedLinkDays, 1)),
      await link(daysAgo(endedLinkDays, -59)),
      await link(at),
    ];
    await tidying(database)(at);
    const left = await database.read.selectFrom("oneTimeLink").select("accountId").execute();
    expect(left.map(({ accountId }) => accountId).toSorted()).toEqual(kept.toSorted());
  });

  test("takes so many rows at a time and no more, until nothing is left", async () => {
    const most = 5;
    const plain = await open();
    const { database, seen } = counting(plain);
    const nothing = await tidying(database, most)(at).then(() => seen.transactions);
    const { accountId } = await addAccount(plain, { passwordHash: null });
    await plain.transact(async (trx) => {
      for (let count = 0; count <= 2 * most; count += 1)
        await createOneTimeLink(trx, { accountId, purpose: "password", at: daysAgo(30), minutes: 60 });
    });
    seen.transactions = 0;
    await tidying(database, most)(at);
    expect(seen.transactions).toBe(nothing + 2);
    expect(await plain.read.selectFrom("oneTimeLink").select("tokenHash").execute()).toEqual([]);
  });
});
