import { redirect } from "@remix-run/node";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import type { Permission } from "#app/access/permissions.ts";
import { access, refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader, publicAction, publicLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { requiredText } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { nowhere } from "#test/support/nowhere.ts";
import { knock } from "#test/support/visit.ts";
import { addPerson, addWorkshop } from "#test/support/world.ts";

const form = z.object({ name: requiredText(20), password: z.string().default("") });
const save = publicAction(form, async ({ trx, input, values }) => {
  await trx.insertInto("setting").values({ name: input.name, value: "x" }).execute();
  if (input.name === "broken") throw new Error("out of order");
  if (input.name === "missing") orNotFound(null);
  if (input.name === "taken") return refuse(invalid({ name: "common:form.invalid" }, values, 409));
  return redirect("/es?done=saved");
});

test("a door is marked, so that a test can find those without", () => {
  expect(guardedLoader("desk.read", async () => null)[access]).toBe("desk.read");
  expect(publicLoader(async () => null)[access]).toBe("public");
  expect(save[access]).toBe("public");
});

describeDatabases("the form door", (open) => {
  const settings = async (database: Awaited<ReturnType<typeof open>>) =>
    (await database.read.selectFrom("setting").select("name").execute()).map(({ name }) => name);

  test("keeps the form as typed, but never a password", async () => {
    const database = await open();
    const answer = await knock(save, {
      database,
      path: "/es",
      form: { name: "  ", password: "secret", other: "kept" },
    });
    expect(answer.status).toBe(422);
    expect(answer.data).toEqual({ errors: { name: "common:form.missing" }, values: { name: "  ", other: "kept" } });
  });

  test("a fault is told with the id that stands in the log, and nothing is half saved", async () => {
    const database = await open();
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const answer = await knock(save, { database, path: "/es", form: { name: "broken" } });
    expect([answer.status, answer.data]).toEqual([500, "abcdefghij"]);
    expect(logged.mock.calls.flat().join()).toContain("abcdefghij");
    logged.mockRestore();
    expect((await knock(save, { database, path: "/es", form: { name: "missing" } })).status).toBe(404);
    const refused = await knock(save, { database, path: "/es", form: { name: "taken" } });
    expect([refused.status, refused.data.values]).toEqual([409, { name: "taken" }]);
    expect(await settings(database)).toEqual([]);
  });

  test("a refusal undoes what was written, whatever it looks like", async () => {
    const database = await open();
    const door = publicAction(form, async ({ trx }) => {
      await trx.insertInto("setting").values({ name: "undone", value: "x" }).execute();
      return refuse(redirect("/es?refused=full"));
    });
    const refused = await knock(door, { database, path: "/es", form: { name: "plain" } });
    expect([refused.status, refused.location, await settings(database)]).toEqual([302, "/es?refused=full", []]);
  });

  test("an answer that says no without having been refused is a fault, and saves nothing", async () => {
    const database = await open();
    const forgetful = publicAction(form, async ({ trx, input, values }) => {
      await trx.insertInto("setting").values({ name: "half", value: "x" }).execute();
      return input.name === "thrown" ? new Response(null, { status: 409 }) : invalid({}, values);
    });
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    for (const name of ["returned", "thrown"])
      expect((await knock(forgetful, { database, path: "/es", form: { name } })).status).toBe(500);
    expect(logged.mock.calls.flat().join()).toContain("without refuse");
    logged.mockRestore();
    expect(await settings(database)).toEqual([]);
  });

  test("what has to be over before the transaction may refuse as well", async () => {
    const database = await open();
    const door = publicAction(
      form,
      async ({ prepared }: { prepared: number }) => ({ prepared }),
      async ({ input, values }) => {
        if (input.name === "bad") return refuse(invalid({ name: "common:form.invalid" }, values, 429));
        return input.name.length;
      },
    );
    expect((await knock(door, { database, path: "/es", form: { name: "bad" } })).status).toBe(429);
    expect((await knock(door, { database, path: "/es", form: { name: "good" } })).data).toEqual({ prepared: 4 });
  });

  test("hands over where its permission holds, and nowhere else", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const { id: institutionId } = await database.read.selectFrom("institution").select("id").executeTakeFirstOrThrow();
    const grants = [
      { role: "focalPoint" as const, institutionId },
      { role: "instructor" as const, workshopId },
    ];
    const cookie = await cookieFor(database, (await addAccount(database, { grants })).accountId);
    const reach = async (permission: Permission) => {
      const door = guardedLoader(permission, async ({ reach }) => reach);
      return (await knock(door, { database, path: "/es", cookie })).data;
    };
    expect(await reach("desk.read")).toEqual({ ...nowhere, workshopIds: [workshopId] });
    expect(await reach("enrolment.create")).toEqual({
      ...nowhere,
      workshopIds: [workshopId],
      institutionIds: [institutionId],
    });
  });

  test("what went well is committed", async () => {
    const database = await open();
    const answer = await knock(save, { database, path: "/es", form: { name: "good" } });
    expect(answer.location).toBe("/es?done=saved");
    expect(await settings(database)).toEqual(["good"]);
  });

  test("sends whoever is not signed in to sign in and back, and refuses whoever lacks the permission", async () => {
    const database = await open();
    const door = guardedLoader("desk.read", async ({ actor }) => ({ who: actor.personId }));
    const guest = await knock(door, { database, path: "/ja/desk?state=open" });
    expect(guest.location).toBe(`/ja/sign-in?${new URLSearchParams({ next: "/ja/desk?state=open" })}`);
    const { accountId, personId } = await addPerson(database, { locale: "es", email: "o@demo.example" });
    const cookie = await cookieFor(database, accountId);
    expect((await knock(door, { database, path: "/ja/desk", cookie })).status).toBe(403);
    const grant = {
      id: id("roleGrant", "g"),
      accountId,
      role: "administrator",
      grantedAt: "2026-11-23T00:00:00.000Z",
    } as const;
    await database.transact((trx) => trx.insertInto("roleGrant").values(grant).execute());
    expect((await knock(door, { database, path: "/ja/desk", cookie })).data).toEqual({ who: personId });
  });

  test("an action that needs an account does nothing for a guest", async () => {
    const database = await open();
    const door = guardedAction("own.change", form, async ({ trx }) => {
      await trx.insertInto("setting").values({ name: "never", value: "x" }).execute();
      return null;
    });
    const guest = await knock(door, { database, path: "/es/me", form: { name: "x" } });
    expect(guest.location).toContain("/es/sign-in?");
    expect(await settings(database)).toEqual([]);
  });

  test("a language that does not exist is not found", async () => {
    const database = await open();
    expect(
      (
        await knock(
          publicLoader(async () => null),
          { database, path: "/xx/workshops" },
        )
      ).status,
    ).toBe(404);
  });
});
