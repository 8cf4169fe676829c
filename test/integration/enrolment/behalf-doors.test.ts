import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as participants from "#app/desk/participants/participants.route.tsx";
import * as undoing from "#app/enrolment/behalf/act/undoing.route.tsx";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { at, desk, mail, run, setUp } from "./behalf-world.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at) }));
afterEach(() => void vi.useRealTimers());

describeDatabases("the page on which people are added", (open) => {
  test("finds people within reach by name, address and institution, and keeps those who are ticked", async () => {
    const database = await open();
    const world = await setUp(database);
    await addAccount(database, { person: { givenName: "María", familyName: "Sotomayor" }, at });
    const names = (rows: { name: { name: string } }[]) => rows.map(({ name }) => name.name);
    const found = await world.open(`${desk}/new?q=sot`);
    expect(names(found.data.found)).toEqual(["Óscar Sotelo", "María Soto"]);
    const { personId } = world.people[0]!;
    const again = await world.open(`${desk}/new?q=haruka&p=${personId}`);
    expect([names(again.data.chosen), names(again.data.found)]).toEqual([["María Soto"], ["Haruka Suzuki"]]);
    const address = await database.read
      .selectFrom("account")
      .select("email")
      .where("personId", "=", personId)
      .execute();
    expect(names((await world.open(`${desk}/new?q=${address[0]!.email}`)).data.found)).toEqual(["María Soto"]);
    const all = (await world.open(`${desk}/new?q=sot&step=all&p=${world.people[1]!.personId}`)).data;
    const others = await world.open(`${desk}/new?q=zzz&step=all`);
    expect([all.step, all.placed.length, others.data.step, others.data.isNothingChosen]).toEqual([
      "review",
      3,
      "search",
      true,
    ]);
  });

  test("says who gets a seat and who waits, adds them at once and once, and tells each in their language", async () => {
    const database = await open();
    const { people, open: look, send, coordinator } = await setUp(database);
    const p = people.map(({ personId }) => personId);
    const { data } = await look(`${desk}/new?step=review&${p.map((id) => `p=${id}`).join("&")}`);
    expect(data.placed.map(({ outcome, rank }: { outcome: string; rank: number }) => [outcome, rank])).toEqual([
      ["seat", null],
      ["seat", null],
      ["reserve", 1],
    ]);
    const form = { part: "people", p, seats: "2", note: "Traiga su gafete.", key: "form-00000000000000000000000001" };
    const first = await send(`${desk}/new`, form);
    expect(first.location).toMatch(/participants\?act=/);
    expect(await send(`${desk}/new`, form)).toMatchObject({ location: first.location });
    const notice = (await look(first.location as string, participants.loader)).data.act;
    expect(
      notice.outcomes.map(({ word, people }: { word: string; people: unknown[] }) => [word, people.length]),
    ).toEqual([
      ["seat", 2],
      ["reserve", 1],
    ]);
    await run(database, 59);
    expect(await mail(database)).toEqual([]);
    await run(database, 60);
    const letters = await mail(database);
    expect(letters.map(({ kind, locale }) => [kind, locale]).toSorted()).toEqual([
      ["enrolment.added", "es"],
      ["enrolment.added", "ja"],
      ["enrolment.addedReserve", "es"],
    ]);
    for (const { bodyText } of letters) expect(bodyText).toContain("Traiga su gafete.");
    const replies = await database.read.selectFrom("account").select("email").where("id", "=", coordinator.accountId);
    expect((await replies.execute())[0]?.email).toBeTruthy();
    expect(letters.every(({ bodyText }) => /Jorge Zamudio/.test(bodyText ?? ""))).toBe(true);
  });

  test("refuses whoever is out of reach, and keeps what was typed", async () => {
    const database = await open();
    const { send } = await setUp(database);
    const stranger = await addAccount(database, { at });
    const form = { part: "people", p: stranger.personId, seats: "1", note: "Hola" };
    const answer = await send(`${desk}/new`, form);
    expect(answer).toMatchObject({ status: 422, data: { errors: { "": "behalf:refused.missing" }, values: form } });
    expect(await database.read.selectFrom("enrolment").select("id").execute()).toEqual([]);
  });

  test("asks for a reason where nobody can enrol by themselves", async () => {
    const database = await open();
    const { send, people, workshopId } = await setUp(database);
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ admission: "selection" }).where("id", "=", workshopId).execute(),
    );
    const form = { part: "people", p: people[0]!.personId, seats: "1" };
    expect((await send(`${desk}/new`, form)).data.errors).toEqual({ reason: "behalf:form.reasonNeeded" });
    expect((await send(`${desk}/new`, { ...form, reason: "Oficio 12" })).status).toBe(302);
  });

  test("makes somebody on the spot, whom the coordinator finds again although it is undone", async () => {
    const database = await open();
    const { send, open: look } = await setUp(database);
    const person = {
      familyName: "Ōno",
      givenName: "Aiko",
      nativeName: "大野 愛子",
      kana: "おおの あいこ",
      country: "JP",
    };
    const form = { part: "person", ...person, locale: "ja", email: "", seats: "1" };
    const made = await send(`${desk}/new`, form);
    const act = new URL(made.location as string, "http://x").searchParams.get("act") as string;
    expect((await look(made.location as string, participants.loader)).data.act.unreached).toHaveLength(1);
    const undone = await send(`${desk}/undoing`, { act }, undoing.action as never);
    expect(undone.location).toBe(made.location);
    expect(await database.read.selectFrom("enrolment").select("id").execute()).toEqual([]);
    expect((await look(`${desk}/new?q=大野`)).data.found).toHaveLength(1);
    await run(database, 120);
    expect(await mail(database)).toEqual([]);
  });

  test("says which address has an account, and which fields are wrong", async () => {
    const database = await open();
    const { send, coordinator } = await setUp(database);
    const { email } = await database.read
      .selectFrom("account")
      .select(({ ref }) => ref("email").$notNull().as("email"))
      .where("id", "=", coordinator.accountId)
      .executeTakeFirstOrThrow();
    const form = { part: "person", familyName: "A", givenName: "B", country: "MX", locale: "es", seats: "1" };
    expect((await send(`${desk}/new`, { ...form, email })).data.errors).toEqual({ email: "behalf:form.emailTaken" });
    const wrong = await send(`${desk}/new`, { ...form, familyName: "", kana: "abc", email: "x" });
    expect(Object.keys(wrong.data.errors).sort()).toEqual(["email", "familyName", "kana"]);
    expect(await database.read.selectFrom("person").select("id").where("familyName", "=", "A").execute()).toEqual([]);
  });
});
