import { expect, test } from "vitest";
import { disableAccount, enableAccount } from "#app/accounts/commands.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { findOwnData } from "#app/enrolment/own-data.queries.ts";
import { listToTell } from "#app/enrolment/told/told.queries.ts";
import { quietMinutes } from "#app/outbox/rules.ts";
import { plusMinutes } from "#app/time/instant.ts";
import { changeState } from "#app/workshops/commands.ts";
import type { Database } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { planOf } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import {
  at,
  changeFacts,
  changeSession,
  code,
  dropSessionOf,
  jobsOf,
  letters,
  quiet,
  run,
  toldWorkshop,
} from "./changing.ts";

const later = plusMinutes(at, 60);
const both = [{ locale: "es", zone: "America/Mexico_City" }, { locale: "ja" }] as const;

const move = (database: Database, startsTime: string, when = later) =>
  database.transact((trx) => changeSession(trx, 2, { startsTime, endsTime: "16:00" }, when));
const addressees = async (database: Database) => (await letters(database)).map(({ personId }) => personId);

describeDatabases("whoever was told of a session that is moved", (open) => {
  test("gets one letter in their own language, old beside new, on both clocks", async () => {
    const database = await open();
    const { people } = await toldWorkshop(database, [...both]);
    await move(database, "15:00");
    await run(database, quiet(later));
    expect((await addressees(database)).sort()).toEqual(people.map(({ personId }) => personId).sort());
    const [es, ja] = people.map(({ personId }) => personId);
    const sent = await letters(database);
    const toMexico = sent.find(({ personId }) => personId === es);
    expect(toMexico?.subject).toBe("Cambios en el taller: Valoración aduanera");
    expect(toMexico?.bodyText).toContain(
      [
        "Sesión 2",
        "Antes",
        "  martes 24 de noviembre de 2026",
        "  09:00–11:00, hora de la sede (Ciudad de México, UTC−6)",
        "  Lugar: Aula 2",
        "Ahora",
        "  martes 24 de noviembre de 2026",
        "  15:00–16:00, hora de la sede (Ciudad de México, UTC−6)",
        "  Lugar: Aula 2",
      ].join("\n"),
    );
    const toJapan = sent.find(({ personId }) => personId === ja);
    expect(toJapan?.subject).toBe("【Puente】日程・会場等の変更のお知らせ（関税評価）");
    expect(toJapan?.bodyText).toContain(
      "会場の時刻：15:00〜16:00（メキシコシティ UTC−6）\n  東京の時刻：翌日06:00〜07:00（UTC+9）",
    );
  });

  test("hears once of everything that was changed in a row, when it has been quiet for a while", async () => {
    const database = await open();
    const { people } = await toldWorkshop(database, [...both]);
    const lastAt = plusMinutes(later, 4 * (quietMinutes - 1));
    for (const [turn, startsTime] of ["12:00", "13:00", "14:00", "15:00"].entries()) {
      const when = plusMinutes(later, turn * (quietMinutes - 1));
      await move(database, startsTime, when);
      await run(database, when);
    }
    await database.transact((trx) => dropSessionOf(trx, 5, lastAt));
    await database.transact((trx) =>
      changeSession(trx, 6, { date: "2026-11-25", startsTime: "15:00", endsTime: "17:00", title: "Visita" }, lastAt),
    );
    await database.transact((trx) => changeFacts(trx, { "venue.es": "Aduana de Veracruz" }, lastAt));
    await run(database, plusMinutes(lastAt, quietMinutes - 1));
    expect(await letters(database)).toEqual([]);
    await run(database, quiet(lastAt));
    await run(database, plusMinutes(quiet(lastAt), 60));
    expect(await addressees(database)).toHaveLength(people.length);
    const [letter] = (await letters(database)).filter(({ locale }) => locale === "es");
    const text = letter?.bodyText ?? "";
    expect(text).toContain("Sede\nAntes\n  Escuela de Aduanas\nAhora\n  Aduana de Veracruz");
    expect(text).toContain("Ahora\n  martes 24 de noviembre de 2026\n  15:00–16:00");
    expect(text).toContain(
      "Visita\nAntes\n  No estaba programada.\nAhora\n  miércoles 25 de noviembre de 2026\n  15:00–17:00",
    );
    expect(text).toContain("Lugar: Aula 2\nAhora\n  Sesión cancelada.");
    expect(text).not.toMatch(/12:00|13:00|14:00/);
    expect((await jobsOf(database, "workshop.replanned")).length).toBe(1);
  });

  test("hears nothing of what was changed back, nor of what changes nothing for them", async () => {
    const database = await open();
    const { workshopId } = await toldWorkshop(database, [...both]);
    await move(database, "15:00");
    await database.transact((trx) => changeSession(trx, 2, { startsTime: "09:00", endsTime: "11:00" }, later));
    await database.transact((trx) => changeSession(trx, 3, { kind: "practice", isCounted: "" }, later));
    await database.transact((trx) => changeFacts(trx, { "summary.es": "Otra descripción", capacity: "30" }, later));
    expect(await listToTell(database.read, workshopId, later)).toEqual([]);
    await run(database, quiet(later));
    expect(await letters(database)).toEqual([]);
    expect((await jobsOf(database, "workshop.replanned")).every(({ doneAt }) => doneAt)).toBe(true);
  });

  test("hears of the next change from what the last letter said", async () => {
    const database = await open();
    await toldWorkshop(database, [both[0]]);
    await move(database, "15:00");
    await run(database, quiet(later));
    const next = plusMinutes(later, 120);
    await move(database, "14:00", next);
    await run(database, quiet(next));
    const [, second] = await letters(database);
    expect(second?.bodyText).toMatch(/Antes\n.*\n {2}15:00–16:00(.|\n)*Ahora\n.*\n {2}14:00–16:00/);
    expect(second?.bodyText).not.toContain("09:00–11:00");
  });

  test("is listed for the desk until the letters have gone", async () => {
    const database = await open();
    const { workshopId, people } = await toldWorkshop(database, [...both]);
    const listed = async () => (await listToTell(database.read, workshopId, later)).map(({ personId }) => personId);
    expect(await listed()).toEqual([]);
    await move(database, "15:00");
    expect(await listed()).toEqual(people.map(({ personId }) => personId));
    await run(database, quiet(later));
    expect(await listed()).toEqual([]);
    const entries = await (await sealed(database)).read
      .selectFrom("audit")
      .select(["subjectId", "details"])
      .where("action", "=", "enrolment.replanned")
      .execute();
    expect(entries).toEqual([{ subjectId: workshopId, details: JSON.stringify({ people: 2 }) }]);
  });
});

describeDatabases("a change is told to those alone whom it concerns", (open) => {
  test("whoever waits is told too, and keeps their place", async () => {
    const database = await open();
    await toldWorkshop(database, [...both], 1);
    await move(database, "15:00");
    await run(database, quiet(later));
    const kinds = (await letters(database)).map(({ kind, locale }) => `${locale} ${kind}`).sort();
    expect(kinds).toEqual(["es enrolment.replanned", "ja enrolment.replannedReserve"]);
  });

  test("not whoever has withdrawn, nor whoever came after it", async () => {
    const database = await open();
    const { workshopId, people } = await toldWorkshop(database, [both[0]]);
    await move(database, "15:00");
    const [leaving] = people as [(typeof people)[0]];
    await database.transact((trx) => withdraw(trx, { ...leaving, workshopId }, { ...leaving, at: later }));
    const coming = await addAccount(database, { grants: ["official"], passwordHash: null });
    await database.transact((trx) => enrol(trx, { ...coming, workshopId }, { ...coming, at: later }));
    await run(database, later);
    await run(database, quiet(later));
    expect(await letters(database)).toEqual([]);
    const toldTo = async (one: typeof coming) =>
      (await findOwnData(database.read, { ...one, accountIds: [one.accountId] })).told.length;
    expect([await toldTo(leaving), await toldTo(coming)]).toEqual([0, 1]);
  });

  test("not whoever left and came back: their new letter has said it", async () => {
    const database = await open();
    const { workshopId, people } = await toldWorkshop(database, [both[0]]);
    const [person] = people as [(typeof people)[0]];
    await database.transact((trx) => withdraw(trx, { ...person, workshopId }, { ...person, at: later }));
    await database.transact(async (trx) => {
      await changeSession(trx, 2, { startsTime: "15:00", endsTime: "16:00" }, later);
      await enrol(trx, { ...person, workshopId }, { ...person, at: later });
      await changeSession(trx, 2, { startsTime: "15:00", endsTime: "16:00" }, later);
    });
    expect(await listToTell(database.read, workshopId, later)).toEqual([]);
    await run(database, quiet(later));
    expect(await letters(database)).toEqual([]);
  });

  test("not whoever cannot sign in, without a failed letter; later they are told what they missed", async () => {
    const database = await open();
    const { people } = await toldWorkshop(database, [...both]);
    const [disabled, other] = people as [(typeof people)[0], (typeof people)[0]];
    await database.transact((trx) => disableAccount(trx, disabled.accountId, { accountId: null, at: later }));
    await move(database, "15:00");
    await run(database, quiet(later));
    expect(await addressees(database)).toEqual([other.personId]);
    const failed = await database.read.selectFrom("outbox").select("id").where("failedAt", "is not", null).execute();
    expect(failed).toEqual([]);
    const enabledAt = plusMinutes(later, 600);
    await database.transact((trx) => enableAccount(trx, disabled.accountId, { accountId: null, at: enabledAt }));
    await run(database, enabledAt);
    await run(database, quiet(enabledAt));
    expect(await addressees(database)).toEqual([other.personId, disabled.personId]);
  });

  test("not where the workshop was cancelled in between: that alone is told", async () => {
    const database = await open();
    await toldWorkshop(database, [...both]);
    await move(database, "15:00");
    await database.transact(async (trx) =>
      changeState(trx, await planOf(trx, { code }), "cancelled", { accountId: null, at: later }),
    );
    await run(database, quiet(later));
    const kinds = await database.read.selectFrom("mail").select("kind").where("composedAt", ">=", later).execute();
    expect(kinds).toEqual([{ kind: "enrolment.cancelled" }, { kind: "enrolment.cancelled" }]);
  });

  test("nobody at all where nobody has a place", async () => {
    const database = await open();
    await toldWorkshop(database, []);
    await move(database, "15:00");
    expect(await jobsOf(database, "workshop.replanned")).toEqual([]);
  });
});
