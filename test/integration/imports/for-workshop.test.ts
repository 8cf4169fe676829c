import { expect, test } from "vitest";
import { action as add, loader as adding } from "#app/enrolment/behalf/adding/participant-new.route.tsx";
import { loader as home } from "#app/imports/sending/import.route.tsx";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop } from "#test/support/world.ts";
import { headings, sendingSetUp } from "./sending.ts";

const line = (name: string) => `${name},,Ana,${name.toLowerCase()}@example.mx,MX,\n`;

describeDatabases("a list of people for a workshop", (open) => {
  const setUp = async (capacity: number) => {
    const database = await open();
    const world = await sendingSetUp(database);
    const { workshopId, cookie, check, look, decide, work } = world;
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ capacity }).where("id", "=", workshopId).execute(),
    );
    const imported = async (names: string[], workshop = "MJ-1") => {
      const path = await check(headings + names.map(line).join(""), undefined, workshop);
      await decide(path, { part: "apply" });
      await work();
      return path;
    };
    /** Goes the step that the page of a list leads to. */
    const goOn = async (path: string) => {
      const { enrolling } = await look(path);
      const { data } = await knock(adding, { database, path: enrolling.to, cookie });
      const seats = data.placed.filter(({ outcome }: { outcome: string }) => outcome === "seat").length;
      const form = {
        ...{ part: "people", seats: String(seats), note: "", reason: "Lista de la dependencia" },
        p: data.placed.map(({ id }: { id: string }) => id),
      };
      const answer = await knock(add, { database, path: enrolling.to, cookie, form });
      return { step: data.step, seats, answer };
    };
    const standing = async () =>
      (await database.read.selectFrom("enrolment").select("state").orderBy("ticket").execute()).map(
        ({ state }) => state,
      );
    return { database, ...world, imported, goOn, standing };
  };

  test("leads to who gets a seat and who waits, and says who has been added", async () => {
    const { database, imported, look, decide, goOn, standing } = await setUp(2);
    const path = await imported(["Peña", "Ruiz", "Soto"]);
    expect(await standing()).toEqual([]);
    expect((await look(path)).enrolling).toMatchObject({ people: 3, enrolled: 0, next: 3, isAllAtOnce: true });
    const { step, seats, answer } = await goOn(path);
    expect([step, seats]).toEqual(["review", 2]);
    expect(answer.location).toMatch(/^\/es\/desk\/workshops\/MJ-1\/participants\?act=/);
    expect(await standing()).toEqual(["confirmed", "confirmed", "reserve"]);
    const letters = database.read.selectFrom("outbox").select("id").where("event", "=", "enrolment.added");
    expect(await letters.execute()).toHaveLength(3);
    expect((await look(path)).enrolling).toMatchObject({ people: 3, enrolled: 3, next: 0, to: null });
    // who is enrolled stays imported
    await decide(path, { part: "undo" });
    expect(await look(path)).toMatchObject({ state: "applied", restedOn: 3 });
    expect(await standing()).toHaveLength(3);
  });

  test("gives seats in the order of its rows, whatever the names are", async () => {
    const { database, imported, goOn } = await setUp(2);
    await goOn(await imported(["Soto", "Peña", "Abe"]));
    const rows = await database.read
      .selectFrom("enrolment")
      .innerJoin("person", "person.id", "enrolment.personId")
      .select(["familyName", "state"])
      .orderBy("ticket")
      .execute();
    expect(rows.map(({ familyName, state }) => `${familyName} ${state}`)).toEqual([
      "Soto confirmed",
      "Peña confirmed",
      "Abe reserve",
    ]);
  });

  test("goes on with whoever was not added yet, forty at a time", async () => {
    const { imported, look, goOn, standing } = await setUp(60);
    const path = await imported(Array.from({ length: 42 }, (_, number) => `N${number}`));
    expect((await look(path)).enrolling).toMatchObject({ people: 42, enrolled: 0, next: 40, isAllAtOnce: false });
    await goOn(path);
    expect((await look(path)).enrolling).toMatchObject({ enrolled: 40, next: 2, isAllAtOnce: true });
    await goOn(path);
    expect((await look(path)).enrolling).toMatchObject({ enrolled: 42, to: null });
    expect(await standing()).toHaveLength(42);
  });

  test("is for a workshop of its programme, within reach, that is neither a draft nor over", async () => {
    const { database, workshopId, cookie, send, imported, look } = await setUp(2);
    await addWorkshop(database, { code: "MJ-2" });
    for (const workshop of ["MJ-2", "MJ-9", "%"])
      expect((await send(headings + line("Peña"), { workshop })).status).toBe(409);
    const offered = async (code: string) =>
      (await knock(home, { database, path: `/es/desk/people/import?workshop=${code}`, cookie })).data.workshop;
    expect([await offered("MJ-1"), await offered("MJ-2")]).toEqual([
      expect.objectContaining({ code: "MJ-1", refusal: null }),
      null,
    ]);
    const path = await imported(["Peña"]);
    expect((await look(await imported(["Ruiz"], ""))).enrolling).toBeNull();
    await database.transact((trx) =>
      trx.updateTable("workshop").set({ state: "cancelled" }).where("id", "=", workshopId).execute(),
    );
    expect((await look(path)).enrolling).toMatchObject({ to: null, refusal: "over" });
    expect((await send(headings + line("Mora"), { workshop: "MJ-1" })).status).toBe(409);
  });
});
