import { expect, test } from "vitest";
import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { removeSession } from "#app/attendance/session/removal.commands.ts";
import { listCards } from "#app/catalogue/cards.ts";
import { loader } from "#app/catalogue/catalogue.route.tsx";
import { loader as homeLoader } from "#app/catalogue/home.route.tsx";
import type { CardView } from "#app/catalogue/workshop-card.tsx";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { fillFreedSeats } from "#app/enrolment/jobs.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { now } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { findSession } from "#app/timetable/queries.ts";
import { changeState, changeWorkshop, planWorkshop } from "#app/workshops/commands.ts";
import { workshopForm } from "#app/workshops/form.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { describeDatabases, type Open } from "#test/support/databases.ts";
import { jobContext } from "#test/support/job-context.ts";
import { held, planOf } from "#test/support/plan-of.ts";
import { knock } from "#test/support/visit.ts";
import { addCrowd, addPerson, addWorkshop } from "#test/support/world.ts";

type Request = { personId: Id<"person">; workshopId: Id<"workshop"> };
type Seating = (trx: Writer, request: Request, by: By) => Promise<unknown>;

const code = "MJ-2090-01";
const fields = {
  ...{ code, mode: "onSite", country: "MX", zone: "America/Tijuana", startsOn: "2090-10-30", endsOn: "2090-11-03" },
  ...{ capacity: "1", minimumAttendance: "80", workingLanguages: ["es", "ja"] },
  ...{ "title.es": "Detección en frontera", "title.ja": "国境における発見", "venue.es": "Aduana de Tijuana" },
};

/** One workshop to come, what may happen to it, and what people see of it. */
async function setUp(open: Open) {
  const database = await open();
  await addWorkshop(database, { code: "PAST-1", startsOn: "2020-01-01", endsOn: "2020-01-02" });
  const { accountId } = await addPerson(database, { locale: "es", email: "c@demo.example" });
  const [first, second] = (await addCrowd(database, 2)) as [Id<"person">, Id<"person">];
  const programme = await database.read.selectFrom("programme").select("id").executeTakeFirstOrThrow();
  const institution = await database.read.selectFrom("institution").select("id").executeTakeFirstOrThrow();
  const input = (changes = {}) =>
    workshopForm.parse({ ...fields, programmeId: programme.id, hostInstitutionId: institution.id, ...changes });
  const by = { accountId, at: now(), reach: everywhere };
  const workshop = async () => (await findWorkshop(database.read, code, everywhere))!;
  const acting = <Done>(act: (trx: Writer) => Promise<Done>) => database.transact(act);
  const become = async (to: WorkshopState) => {
    return acting(async (trx) => changeState(trx, await planOf(trx, { code }), to, by));
  };
  const session = async (date: string) => {
    const planned = sessionForm.parse({
      kind: "lecture",
      date,
      startsTime: "09:00",
      endsTime: "11:00",
      isCounted: "1",
      "title.es": "Uno",
    });
    return acting(async (trx) => saveSession(trx, await held(trx, { code }), null, planned, by));
  };
  const change = async (changes: object) => {
    return acting(async (trx) => changeWorkshop(trx, await planOf(trx, { code }), input(changes), by));
  };
  const removeFirst = async () => {
    const found = (await findSession(database.read, (await workshop()).id, 1))!;
    return acting(async (trx) => removeSession(trx, await held(trx, { code }), found, by));
  };
  const seat = async (personId: Id<"person">, command: Seating) => {
    const { id: workshopId } = await workshop();
    return acting((trx) => command(trx, { personId, workshopId }, by));
  };
  const fill = async () => {
    const payload = { workshopId: (await workshop()).id };
    return fillFreedSeats({ id: newId(), payload, createdAt: now() }, jobContext(database, now()));
  };
  const steps: [name: string, step: () => Promise<unknown>][] = [
    ["planned", () => acting((trx) => planWorkshop(trx, input(), by))],
    ["first session", () => session("2090-10-30")],
    ["second session", () => session("2090-11-02")],
    ["published", () => become("published")],
    ["renamed", () => change({ "title.ja": "国境での摘発" })],
    ["session removed", removeFirst],
    ["opened", () => become("open")],
    ["one seated", () => seat(first, enrol)],
    ["one waiting", () => seat(second, enrol)],
    ["enlarged", () => change({ "title.ja": "国境での摘発", capacity: "2" })],
    ["moved up", fill],
    ["withdrawn", () => seat(first, withdraw)],
    ["closed", () => become("closed")],
    ["cancelled", () => become("cancelled")],
  ];
  return { database, steps };
}

describeDatabases("the catalogue, which is remembered until something changes", (open) => {
  test("shows each change of a workshop, its sessions and its seats at once", async () => {
    const { database, steps } = await setUp(open);
    const anew = async () => {
      const at = now();
      const filter = { when: "upcoming" as const, today: localDate(at, "UTC"), size: 12 };
      return (await listCards(database.read, filter, { locale: "ja", zone: null, at }, translator("ja"))).cards;
    };
    const seen = new Set<string>();
    for (const [name, step] of steps) {
      await step();
      const { data } = await knock(loader, { database, path: "/ja/workshops" });
      const { data: home } = await knock(homeLoader, { database, path: "/ja" });
      const fresh = await anew();
      expect([name, data.list.cards]).toEqual([name, fresh]);
      expect([name, home.cards]).toEqual([name, fresh.filter(({ state }) => state !== "cancelled")]);
      seen.add(JSON.stringify(fresh));
    }
    // a draft is nobody's but its coordinators': its first three steps show nothing
    expect(seen.size).toBe(steps.length - 2);
  });

  test("is each reader's own: by language, period and words", async () => {
    const { database, steps } = await setUp(open);
    for (const [, step] of steps.slice(0, 5)) await step();
    const titles = async (path: string) =>
      (await knock(loader, { database, path })).data.list.cards.map(({ title }: CardView) => title.text);
    expect(await titles("/es/workshops")).toEqual(["Detección en frontera"]);
    expect(await titles("/ja/workshops")).toEqual(["国境での摘発"]);
    expect(await titles("/es/workshops?when=past")).toEqual(["Valoración aduanera"]);
    expect(await titles("/es/workshops?q=nada")).toEqual([]);
    expect(await titles("/es/workshops")).toEqual(["Detección en frontera"]);
  });

  test("shows the same by month: in each month of its days, with each change at once, and no draft", async () => {
    const { database, steps } = await setUp(open);
    const month = async (query: string) => {
      const { data } = await knock(loader, { database, path: `/ja/workshops?view=calendar&${query}` });
      return data.calendar.workshops.map(({ title, state }: CardView) => `${title.text} ${state}`);
    };
    const seen: string[][] = [];
    for (const [name, step] of steps) {
      await step();
      const [october, november] = [await month("month=2090-10"), await month("month=2090-11&country=MX")];
      expect([name, november]).toEqual([name, october]);
      if (String(seen.at(-1)) !== String(october)) seen.push(october);
    }
    const name = "国境における発見";
    const renamed = "国境での摘発";
    expect(seen).toEqual([
      ...[[], [`${name} published`], [`${renamed} published`], [`${renamed} open`], [`${renamed} closed`]],
      [`${renamed} cancelled`],
    ]);
    expect(await month("month=2090-12")).toEqual([]);
    expect(await month("month=2090-11&country=JP")).toEqual([]);
  });

  test("shows the month of today where none is named, or none that is one", async () => {
    const database = await open();
    const labelOf = async (query: string) =>
      (await knock(loader, { database, path: `/en/workshops?view=calendar${query}` })).data.calendar.label;
    const today = await labelOf("");
    for (const query of ["&month=", "&month=2026-13", "&month=2026", "&month=fy2026", "&month=%00"])
      expect(await labelOf(query)).toBe(today);
    expect(await labelOf("&month=2027-02")).toBe("February 2027");
    const { data } = await knock(loader, { database, path: "/en/workshops?view=grid&month=2027-02" });
    expect(data.calendar).toBeNull();
  });

  test("says where a workshop is that is sought at another time", async () => {
    const { database } = await setUp(open);
    const words = { word: "past-1", workshopId: await idOf(database, "PAST-1") };
    await database.transact((trx) => trx.insertInto("workshopWord").values(words).execute());
    const elsewhere = async (query: string) =>
      (await knock(loader, { database, path: `/es/workshops?${query}` })).data.list.elsewhere;
    expect(await elsewhere("q=past-1")).toEqual([{ when: "past", count: 1 }]);
    expect(await elsewhere("q=past-1&when=open")).toEqual([{ when: "past", count: 1 }]);
    expect(await elsewhere("q=past-1&country=JP")).toEqual([]);
    expect(await elsewhere("q=past-1&when=past")).toEqual([]);
    expect(await elsewhere("q=nada")).toEqual([]);
  });
});

const idOf = async ({ read }: Database, code: string) =>
  (await read.selectFrom("workshop").select("id").where("code", "=", code).executeTakeFirstOrThrow()).id;
