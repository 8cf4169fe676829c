import { expect, test } from "vitest";
import { loader } from "#app/catalogue/workshop.route.tsx";
import { findWorkshop } from "#app/workshops/queries.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addWorkshop, programmeOf } from "#test/support/world.ts";

describeDatabases("whom to write to about a workshop", (open) => {
  test("is told to those who hold or await a seat, and to nobody else", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const elsewhere = await programmeOf(database, await addWorkshop(database, { code: "MJ-2" }));
    const programmeId = await programmeOf(database, workshopId);
    const coordinator = (email: string, of: typeof programmeId) =>
      addAccount(database, { email, grants: [{ role: "coordinator", programmeId: of }] });
    const { accountId: first } = await coordinator("lucia@amexcid.example", programmeId);
    for (const name of ["ken", "mariana"]) await coordinator(`${name}@amexcid.example`, programmeId);
    await coordinator("otra@amexcid.example", elsewhere);
    await database.transact((trx) =>
      trx.updateTable("account").set({ disabledAt: "2026-11-20T00:00:00.000Z" }).where("id", "=", first).execute(),
    );
    const visitor = async (state: "confirmed" | "reserve" | "withdrawn" | null, ticket: number) => {
      const { accountId, personId } = await addAccount(database, { grants: ["official"] });
      if (state) await addEnrolment(database, { workshopId, personId, state, ticket });
      const cookie = await cookieFor(database, accountId);
      const { enrolment } = (await knock(loader, { database, path: "/es/workshops/MJ-1", cookie })).data;
      return enrolment?.contacts.map(({ email }: { email: string }) => email) ?? [];
    };
    const told = ["ken@amexcid.example", "mariana@amexcid.example"];
    expect((await visitor("confirmed", 1)).toSorted()).toEqual(told);
    expect((await visitor("reserve", 2)).toSorted()).toEqual(told);
    expect(await visitor("withdrawn", 3)).toEqual([]);
    expect(await visitor(null, 4)).toEqual([]);
  });
});

describeDatabases("whom anybody may ask about a workshop", (open) => {
  test("is named to strangers, where it is known", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-1" });
    const { id } = (await findWorkshop(database.read, "MJ-1", "public"))!;
    const named = async () => (await knock(loader, { database, path: "/es/workshops/MJ-1" })).data.contact;
    expect(await named()).toBeNull();
    const set = { contactName: "Capacitación", contactPhone: "+52 55 5000 1234" };
    await database.transact((trx) => trx.updateTable("workshop").set(set).where("id", "=", id).execute());
    expect(await named()).toEqual({ name: "Capacitación", email: "", phone: "+52 55 5000 1234" });
  });
});
