import { sql } from "kysely";
import { expect, test } from "vitest";
import { action as marking, loader as markingPage } from "#app/nominations/review/own/marking.route.tsx";
import { ownReviews } from "#app/nominations/review/own/own-reviews.ts";
import { noteOpened } from "#app/nominations/review/review-rows.commands.ts";
import { remindReviewers } from "#app/nominations/review/reviewers/reviewer.jobs.ts";
import { askReviewer, dropReviewer, setReviewDay } from "#app/nominations/review/reviewers/reviewers.commands.ts";
import { plusDays } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Database, Writer } from "#db/database.ts";
import { mailing } from "#test/integration/mail/mailing.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { held } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { code } from "./nominating.ts";
import { by, mark, name, pairOf, readAll, reviewingWorld } from "./reviewing.ts";

const { run, server } = mailing();
const later = 60 * 24 * 150;

const of = async (database: Database, familyName: string) => {
  const one = (await readAll(database)).nominees.find(({ nominee }) => nominee.familyName === familyName);
  if (!one) throw new Error(`nobody is called ${familyName}`);
  return one;
};

const openings = async ({ read }: Database, familyName: string) => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from audit_pending where action = 'review.opened' and subject_id =
    (select nomination.id from nomination join person on person.id = person_id where family_name = ${familyName})
  `.execute(read);
  return Number(rows[0]?.count);
};

describeDatabases("marks that were shown", (open) => {
  test("stay open, whoever is named later; and that one is not asked about them but by name", async () => {
    const database = await open();
    const { sora, tania } = await reviewingWorld(database);
    for (const who of ["rosa", "sora"]) await name(database, who);
    for (const who of ["rosa", "sora"]) await mark(database, who, "Ávila", 3);
    await mark(database, "rosa", "Bravo", 3);
    expect(await name(database, "tania")).toBeNull();
    expect(await of(database, "Ávila")).toMatchObject({ isOpen: true, reviews: [{}, {}] });
    expect((await of(database, "Bravo")).reviews).toHaveLength(3);
    // nor does the one who was named find it among what they owe
    const visit = { db: database.read, locale: "es", at: by.at, t: ((key: string) => key) as never } as const;
    const owed = async (accountId: typeof tania.accountId) =>
      (await ownReviews({ ...visit, actor: { accountId } as never }))[0]?.owed;
    expect([await owed(tania.accountId), await owed(sora.accountId)]).toEqual([3, 3]);

    // asked by name they are, and the marks stay open; those who were seen take nothing back
    const { plan: _, ...pair } = await pairOf(database, "tania", "Ávila");
    await database.transact(async (trx) => askReviewer(trx, { workshop: await held(trx, { code }), ...pair }, by));
    expect(await of(database, "Ávila")).toMatchObject({ isOpen: true, reviews: [{}, {}, { state: "asked" }] });
    const cookie = await cookieFor(database, sora.accountId);
    const path = `/es/reviews/${code}/${pair.nominationId}`;
    expect((await knock(markingPage, { database, path, cookie })).data).toMatchObject({ mayTakeBack: false });
    const back = await knock(marking, { database, path, cookie, form: { part: "back" } });
    expect(back.headers.get("Location")).toContain("refused=open");
    // the third judges without seeing them
    const blind = await cookieFor(database, tania.accountId);
    expect((await knock(markingPage, { database, path, cookie: blind })).data.marks).toBeNull();
    expect(await openings(database, "Ávila")).toBe(1);
  });

  test("are those of a nominee for whom nobody else has to judge any more", async () => {
    const database = await open();
    await reviewingWorld(database);
    for (const who of ["rosa", "sora", "tania"]) await name(database, who);
    for (const who of ["rosa", "sora"]) await mark(database, who, "Ávila", 3);
    expect(await openings(database, "Ávila")).toBe(0);
    const { reviewerId } = await pairOf(database, "tania", "Ávila");
    await database.transact(async (trx) => dropReviewer(trx, await held(trx, { code }), reviewerId, by));
    expect(await openings(database, "Ávila")).toBe(1);
  });

  test("are shown once where the last two are sent at the same moment, and no mark is lost", async () => {
    const database = await open();
    await reviewingWorld(database);
    for (const who of ["rosa", "sora"]) await name(database, who);
    await overlapping(
      database,
      (own) => mark(own, "rosa", "Ávila", 3),
      () => mark(database, "sora", "Ávila", 4),
    );
    const { isOpen, marks, reviews } = await of(database, "Ávila");
    expect([isOpen, marks.size, reviews.every((one) => one.isOpened)]).toEqual([true, 2, true]);
    expect([...marks.values()].every((own) => own.marks.size > 5)).toBe(true);
    expect(await openings(database, "Ávila")).toBe(1);
  });
});

describePostgres("control: without holding the workshop", (open) => {
  test("neither of the last two finds the other's marks, and they are never noted as shown", async () => {
    const database = await open();
    const { workshopId } = await reviewingWorld(database);
    for (const who of ["rosa", "sora"]) await name(database, who);
    const send = async (trx: Writer, who: string) => {
      const { plan: _, ...pair } = await pairOf(database, who, "Ávila");
      const sent = { state: "sent", sentAt: by.at, changedAt: by.at } as const;
      await trx
        .insertInto("review")
        .values({ id: crypto.randomUUID() as never, ...pair, ...sent })
        .execute();
      await noteOpened(trx, workshopId, by);
    };
    await database.transact(async (trx) => {
      await send(trx, "rosa");
      await database.transact((other) => send(other, "sora"));
    });
    expect(await openings(database, "Ávila")).toBe(0);
  });
});

describeDatabases("a reviewer", (open) => {
  test("is written to on being named and when asked once more, and reminded once before marks are due", async () => {
    const database = await open();
    await reviewingWorld(database);
    await name(database, "rosa");
    await name(database, "sora", false);
    const setDay = (dueOn: LocalDate) =>
      database.transact(async (trx) => setReviewDay(trx, await held(trx, { code }), dueOn, by));
    const dueAt = plusDays(by.at, 10);
    await setDay(dueAt.slice(0, 10) as LocalDate);
    await run(database, later);
    const named = server().inbox.filter((one) => one.subject?.startsWith("Evaluación de postulaciones"));
    expect(named).toHaveLength(2);
    expect(named[0]?.text).toContain(`/es/reviews/${code}`);
    expect(named[0]?.text).toContain("Entregar a más tardar");

    server().inbox.length = 0;
    for (const nominee of ["Ávila", "Bravo"]) {
      const { plan: _, ...pair } = await pairOf(database, "sora", nominee);
      await database.transact(async (trx) => askReviewer(trx, { workshop: await held(trx, { code }), ...pair }, by));
    }
    await run(database, later * 2);
    expect(server().inbox.map(({ subject }) => subject?.split(":")[0])).toEqual(["Se le solicita otra evaluación"]);

    server().inbox.length = 0;
    await mark(database, "sora", "Ávila", 3);
    await mark(database, "sora", "Bravo", 3);
    for (const days of [7, 8, 8.1, 9, 10]) await remindReviewers(database, plusDays(by.at, days));
    await run(database, later * 3);
    expect(server().inbox.map(({ subject }) => subject?.split(":")[0])).toEqual([
      "Recordatorio de evaluaciones pendientes",
    ]);
  });
});
