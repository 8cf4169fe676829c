import { expect, test } from "vitest";
import { returnApplication } from "#app/nominations/application/commands.ts";
import { remindNominees } from "#app/nominations/application/letters/reminders.jobs.ts";
import { findOwnData } from "#app/nominations/application/own-data.queries.ts";
import { findStandingNomination } from "#app/nominations/nomination/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { at as mailAt, mailing } from "#test/integration/mail/mailing.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { answer, applyAt, applyingWorld, send } from "./applying.ts";
import { code } from "./calling.ts";
import { put } from "./nominating.ts";

const { run, server } = mailing();
const addressOf = ({ to }: { to?: unknown }) => [to].flat().map((one) => (one as { text: string }).text)[0];
const inbox = () => server().inbox.map(addressOf).toSorted();
const letterTo = (address: string) => server().inbox.find((letter) => addressOf(letter) === address);
const minutesTo = (when: string) => (Date.parse(when) - Date.parse(mailAt)) / 60_000;

/** The nominees' part closes on 1 March 2027 in Mexico City: a week before, two days before. */
const [week, two] = ["2027-02-22T12:00:00.000Z", "2027-02-27T12:00:00.000Z"] as const;

describeDatabases("letters to nominees", (open) => {
  async function setUp() {
    const database = await open();
    const world = await applyingWorld(database);
    const { japan } = world;
    const haruka = await addAccount(database, {
      email: "haruka@jcg.example",
      grants: [{ role: "official" }],
      person: { familyName: "Takahashi", institutionId: japan, country: "JP", locale: "ja", zone: "Asia/Tokyo" },
    });
    await put(database, japan, [haruka.personId], applyAt);
    const { email } = await database.read
      .selectFrom("account")
      .select("email")
      .where("id", "=", world.ana.accountId)
      .executeTakeFirstOrThrow();
    const anaAt = email ?? "";
    const whole = (
      one: { personId: typeof haruka.personId; accountId: typeof haruka.accountId },
      at: Instant = applyAt,
    ) => ({
      ...{ code, personId: one.personId, accountId: one.accountId, at },
    });
    const later = async (when: Instant) => {
      await remindNominees(database, when);
      await run(database, minutesTo(when));
    };
    return { database, ...world, haruka, anaAt, whole, later };
  }

  const giveBack = (database: Database, personId: never, at: Instant) =>
    database.transact(async (trx) => {
      const workshop = await held(trx, { code });
      const nomination = await findStandingNomination(trx, workshop.id, personId);
      if (!nomination) throw new Error("nobody is nominated");
      return returnApplication(
        trx,
        { workshop, nomination },
        { reason: "計画を記入してください。" },
        { accountId: null, at },
      );
    });

  test("say that an application came in, each time that it is sent, in the nominee's language", async () => {
    const { database, ana, anaAt, haruka, whole } = await setUp();
    await run(database, 1);
    server().inbox.length = 0;
    for (const one of [ana, haruka]) {
      await answer(database, whole(one));
      expect(await send(database, whole(one))).toEqual({ status: "sent" });
    }
    await run(database, 2);
    expect(inbox()).toEqual([anaAt, "haruka@jcg.example"].toSorted());
    expect(letterTo(anaAt)?.subject).toBe("Se recibió su formulario de postulación");
    expect(letterTo(anaAt)?.text).toContain("Enviado el: 20 nov 2026");
    expect(letterTo(anaAt)?.text).toContain(`https://puente.example/es/workshops/${code}/application/check`);
    expect(letterTo("haruka@jcg.example")?.subject).toContain("応募書類受付のお知らせ");
    // what is sensitive is in no letter
    expect(letterTo(anaAt)?.text).not.toContain("alergia");
    server().inbox.length = 0;
    expect(await giveBack(database, haruka.personId as never, applyAt)).toEqual({ status: "returned" });
    await run(database, 3);
    expect(await send(database, whole(haruka))).toEqual({ status: "sent" });
    await run(database, 4);
    expect(server().inbox.map(({ subject }) => subject)).toEqual([
      expect.stringContaining("応募書類の差戻し"),
      expect.stringContaining("応募書類受付のお知らせ"),
    ]);
  });

  test("remind whoever has sent nothing, a week and two days before, once each, whoever looks how often", async () => {
    const { database, ana, anaAt, haruka, whole, later } = await setUp();
    await run(database, 1);
    server().inbox.length = 0;
    await later("2027-02-22T05:59:00.000Z");
    expect(inbox()).toEqual([]);
    await Promise.all([remindNominees(database, week), remindNominees(database, week)]);
    await later(week);
    expect(inbox()).toEqual([anaAt, "haruka@jcg.example"].toSorted());
    expect(letterTo(anaAt)?.subject).toBe("Formulario de postulación pendiente");
    expect(letterTo("haruka@jcg.example")?.text).toContain("まもなく締切です");
    server().inbox.length = 0;
    await answer(database, whole(ana));
    expect(await send(database, whole(ana))).toEqual({ status: "sent" });
    await run(database, minutesTo(week) + 1);
    server().inbox.length = 0;
    for (const when of [two, two, "2027-02-28T12:00:00.000Z", "2027-03-02T12:00:00.000Z"] as const) await later(when);
    expect(inbox()).toEqual(["haruka@jcg.example"]);
    const own = await findOwnData(database.read, { personId: haruka.personId, accountId: haruka.accountId } as never);
    expect(own.applicationReminders.map(({ days, closesOn }) => [days, closesOn])).toEqual([
      [7, "2027-03-01"],
      [2, "2027-03-01"],
    ]);
  });

  test("leave whoever was nominated since yesterday in peace, and come no more once it is sent", async () => {
    const { database, japan, ana, haruka, whole } = await setUp();
    const person = { familyName: "Mori", institutionId: japan, country: "JP" as const };
    const mori = await addAccount(database, { email: "mori@jcg.example", person });
    await put(database, japan, [mori.personId], "2027-02-22T06:00:00.000Z");
    await run(database, 1);
    await remindNominees(database, week);
    for (const one of [ana, haruka]) {
      await answer(database, whole(one, week));
      await send(database, whole(one, week));
    }
    server().inbox.length = 0;
    await run(database, minutesTo(week));
    expect(
      server()
        .inbox.map(({ subject }) => subject)
        .filter((subject) => /pendiente|提出のお願い/.test(subject ?? "")),
    ).toEqual([]);
  });
});
