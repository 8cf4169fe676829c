import { expect, test } from "vitest";
import * as profile from "#app/people/profile/profile.route.tsx";
import * as root from "#app/root.tsx";
import * as signIn from "#app/sign-in/sign-in.route.tsx";
import { now, plusMinutes } from "#app/time/instant.ts";
import { addAccount, cookieFor, password } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";

const path = "/es/me/profile";

describeDatabases("a form of a page that is older than the program", (open) => {
  /** As the page of November 2026 wrote it: without a key, and without what it has seen. */
  const former = { part: "person", familyName: "Núñez", givenName: "Mariana", secondSurname: "", nativeName: "" };
  const others = { kana: "", latinName: "", post: "Jefa", zone: "America/Tijuana", locale: "es" };

  const setUp = async () => {
    const database = await open();
    const ana = await addAccount(database, { grants: ["official"] });
    const cookie = await cookieFor(database, ana.accountId);
    const send = (form: Record<string, string>, cookies = cookie) =>
      knock(profile.action, { database, path, form: { ...former, ...others, ...form }, cookie: cookies });
    return { database, ...ana, send };
  };

  test("is taken as before, and comes back whole where something is wrong with it", async () => {
    const { send } = await setUp();
    expect((await send({})).location).toBe("/es/me/profile?done=person");
    const { status, data } = await send({ familyName: "", post: "Jefa de área" });
    expect([status, data.errors]).toEqual([422, { familyName: "common:form.missing" }]);
    expect(data.values).toEqual({ ...former, ...others, familyName: "", post: "Jefa de área" });
  });

  test("is kept while its sender signs in", async () => {
    const { database, accountId, send, email } = await setUp();
    const { location } = await send({}, await cookieFor(database, accountId, plusMinutes(now(), -61)));
    const next = new URL(location ?? "", "https://puente.example").searchParams.get("next") ?? "";
    const { cookie } = await knock(signIn.action, { database, path: "/es/sign-in", form: { email, password } });
    const { kept } = (await knock(root.loader, { database, path: next, cookie: cookie ?? "" })).data;
    expect(kept).toMatchObject({ kind: "form", values: { ...former, ...others } });
  });

  test("with a text whose field is gone comes back with all that was typed, and saves nothing", async () => {
    const { database, personId, send } = await setUp();
    const { status, data } = await send({ key: "form-0123456789abcdef", motto: "Un texto largo" });
    expect([status, data.errors]).toEqual([409, { "": "common:form.older", motto: "common:form.unplaced" }]);
    expect(data.values).toEqual({ ...former, ...others, motto: "Un texto largo" });
    const person = database.read.selectFrom("person").select("post").where("id", "=", personId);
    expect(await person.executeTakeFirst()).toEqual({ post: null });
    expect((await send({ key: "form-0123456789abcdef", motto: " " })).status).toBe(302);
  });
});
