import { expect, test } from "vitest";
import { endDossiers } from "#app/dossier/ending/ending.jobs.ts";
import { remindParticipants } from "#app/dossier/letters/reminders.jobs.ts";
import { findOwnData } from "#app/dossier/own-data.queries.ts";
import { plusMinutes } from "#app/time/instant.ts";
import { merge, undo } from "#test/integration/doubles/merging.ts";
import { at as mailAt, mailing } from "#test/integration/mail/mailing.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addTasks } from "#test/support/dossiers.ts";
import { addEnrolment } from "#test/support/world.ts";
import { at, code, mark, markAll, marked, preparingWorld, stay } from "./preparing.ts";

const { run, server } = mailing();
const addressOf = ({ to }: { to?: unknown }) => [to].flat().map((one) => (one as { text: string }).text)[0];
const inbox = () => server().inbox.map(addressOf).toSorted();
/** From the day of the mailer's clock. */
const minutesTo = (when: string) => (Date.parse(when) - Date.parse(mailAt)) / 60_000;

/** A week before 14 December in Mexico City, and later steps. */
const [week, eve, late] = ["2026-12-07T12:00:00.000Z", "2026-12-13T12:00:00.000Z", "2026-12-15T12:00:00.000Z"] as const;

describeDatabases("reminders of a dossier", (open) => {
  test("come once for each step, whoever looks how often, to those who owe it, in their language", async () => {
    const database = await open();
    const { seats } = await preparingWorld(database);
    await mark(database, seats.ana, 1, "done", { heldOn: "2029-05-01" });
    await markAll(database, 1, "notNeeded");
    await remindParticipants(database, "2026-12-07T05:59:00.000Z");
    await run(database, minutesTo(week));
    expect(inbox()).toEqual([]);
    // in Mexico City it is the 7th from six o'clock UTC on
    await remindParticipants(database, "2026-12-07T06:00:00.000Z");
    await Promise.all([remindParticipants(database, week), remindParticipants(database, week)]);
    await run(database, minutesTo(week));
    expect(inbox()).toEqual(["ana@sat.example", "haruka@jcg.example"]);
    const [spanish, japanese] = ["ana@sat.example", "haruka@jcg.example"].map((address) =>
      server().inbox.find((letter) => addressOf(letter) === address),
    );
    expect(spanish?.subject).toBe("Preparativos pendientes: Valoración aduanera");
    expect(spanish?.text).toContain("Pendiente: Informe inicial, a más tardar el 14 de diciembre de 2026");
    expect(spanish?.text).not.toContain("pasaporte");
    expect(spanish?.text).toContain(`https://puente.example/es/me/dossier/${code}`);
    expect(japanese?.text).toContain("準備の項目：インセプションレポート（2026年12月14日まで）");
    server().inbox.length = 0;
    await mark(database, seats.ana, 2, "done");
    for (const day of [eve, eve, late, plusMinutes(late, 60)]) {
      await remindParticipants(database, day);
      await run(database, minutesTo(day));
    }
    expect(inbox()).toEqual(["haruka@jcg.example", "haruka@jcg.example"]);
    expect(server().inbox.at(-1)?.text).toContain("期限2026年12月14日を過ぎています");
  });

  test("are one letter about all that is due, and none where it was done before it goes out", async () => {
    const database = await open();
    const { seats } = await preparingWorld(database);
    await addTasks(database, code, ["visa"], { accountId: null, at });
    await remindParticipants(database, week);
    await markAll(database, 1, "notNeeded");
    await mark(database, seats.haruka, 2, "done");
    await markAll(database, 5, "notNeeded");
    await run(database, minutesTo(week));
    expect(inbox()).toEqual(["ana@sat.example"]);
    const told = await database.read.selectFrom("dossierReminder").select(["step", "dueOn"]).execute();
    expect(told).toHaveLength(4);
  });

  test("negative control: without what was told, a second look tells again", async () => {
    const database = await open();
    await preparingWorld(database);
    await remindParticipants(database, week);
    await database.transact((trx) => trx.deleteFrom("dossierReminder").execute());
    await remindParticipants(database, week);
    const jobs = await database.read
      .selectFrom("outbox")
      .select("id")
      .where("event", "=", "dossier.reminded")
      .execute();
    expect(jobs).toHaveLength(4);
  });

  test("do not come on the day on which the list was written", async () => {
    const database = await open();
    await preparingWorld(database);
    await addTasks(database, code, ["visa"], { accountId: null, at: week });
    await markAll(database, 2, "notNeeded");
    await remindParticipants(database, plusMinutes(week, 30));
    expect(await database.read.selectFrom("dossierReminder").selectAll().execute()).toEqual([]);
    await remindParticipants(database, plusMinutes(week, 1_440));
    expect(await database.read.selectFrom("dossierReminder").selectAll().execute()).toHaveLength(2);
  });
});

const whole = {
  ...{ arrivalCarrier: "AM 57", arrivalPlace: "MEX", arrivalOn: "2027-01-03", arrivalTime: "18:40" },
  ...{ lodgingName: "Hotel", lodgingTelephone: "+52 55 5555 0100" },
};

describeDatabases("what a dossier keeps", (open) => {
  test("is handed to its person, and is gone on its day; that it was done stays", async () => {
    const database = await open();
    const { workshopId, ana, seats } = await preparingWorld(database);
    await mark(database, seats.ana, 1, "done", { heldOn: "2029-05-01" });
    await mark(database, seats.ana, 4, "done", { heldText: "Seguros del Golfo" });
    await stay(database, seats.ana, whole);
    await remindParticipants(database, week);
    const handed = () => findOwnData(database.read, { ...ana, accountIds: [ana.accountId] });
    expect(await handed()).toMatchObject({
      dossierEntries: [
        { workshop: code, task: 1, state: "done", heldOn: "2029-05-01" },
        { workshop: code, task: 4, state: "done", heldText: "Seguros del Golfo" },
      ],
      dossierJourneys: [{ direction: "arrival", carrier: "AM 57", atLocal: "2027-01-03T18:40" }],
      dossierLodgings: [{ name: "Hotel" }],
      dossierReminders: [{ task: 2, step: "week", dueOn: "2026-12-14" }],
    });
    const kept = async () => (await marked(database, workshopId)).map((one) => one.kept);
    // the last day is the 8th: a passport's is gone on the 9th in Mexico City, the others' after thirty days
    await endDossiers(database, "2027-01-09T05:59:00.000Z");
    expect(await kept()).toEqual(["2029-05-01", "Seguros del Golfo"]);
    await endDossiers(database, "2027-01-09T06:00:00.000Z");
    expect(await kept()).toEqual([null, "Seguros del Golfo"]);
    await endDossiers(database, "2027-02-07T05:59:00.000Z");
    expect((await handed()).dossierLodgings).toHaveLength(1);
    for (const _time of [1, 2]) await endDossiers(database, "2027-02-07T06:00:00.000Z");
    expect(await kept()).toEqual([null, null]);
    expect(await handed()).toMatchObject({
      dossierEntries: [
        { state: "done", heldOn: null },
        { state: "done", heldText: null },
      ],
      ...{ dossierJourneys: [], dossierLodgings: [], dossierReminders: [] },
    });
    const actions = await database.read
      .selectFrom("auditPending")
      .select(["action", "details"])
      .where("action", "=", "dossier.erased")
      .execute();
    expect(actions).toHaveLength(3);
    expect(JSON.stringify(actions)).not.toMatch(/Golfo|Hotel|2029/);
  });

  test("becomes that of the enrolment that stays, where it has nothing, and is parted again", async () => {
    const database = await open();
    const { workshopId, ana, haruka, seats } = await preparingWorld(database);
    await mark(database, seats.ana, 2, "done");
    await mark(database, seats.haruka, 1, "done", { heldOn: "2029-05-01" });
    await mark(database, seats.haruka, 2, "notNeeded");
    await stay(database, seats.haruka, whole);
    const standing = async () => ({
      marks: (await marked(database, workshopId)).map((one) => [one.enrolmentId, one.number, one.state]),
      journeys: await database.read.selectFrom("dossierJourney").selectAll().execute(),
      lodgings: await database.read.selectFrom("dossierLodging").selectAll().execute(),
    });
    const before = await standing();
    const enrolments = new Map([[workshopId, "kept" as const]]);
    const choices = { enrolments, account: "kept" as const };
    expect(await merge(database, [ana.personId, haruka.personId], choices)).toEqual({ status: "merged" });
    const one = await standing();
    expect(one.marks.toSorted()).toEqual(
      [
        [seats.ana, 1, "done"],
        [seats.ana, 2, "done"],
        [seats.haruka, 2, "notNeeded"],
      ].toSorted(),
    );
    expect([one.journeys[0]?.enrolmentId, one.lodgings[0]?.enrolmentId]).toEqual([seats.ana, seats.ana]);
    expect(await undo(database, ana.personId)).toMatchObject({ status: "undone" });
    expect(await standing()).toEqual(before);
  });

  test("goes with an enrolment that never was", async () => {
    const database = await open();
    const { workshopId, coordinator } = await preparingWorld(database);
    const { personId } = coordinator;
    const added = await addEnrolment(database, { workshopId, personId, state: "confirmed", ticket: 4 });
    await mark(database, added, 2, "done");
    await stay(database, added, whole);
    await database.transact((trx) => trx.deleteFrom("enrolment").where("id", "=", added).execute());
    expect(await marked(database, workshopId)).toEqual([]);
    expect(await database.read.selectFrom("dossierJourney").selectAll().execute()).toEqual([]);
  });
});
