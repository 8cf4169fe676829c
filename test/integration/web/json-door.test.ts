import { expect, test, vi } from "vitest";
import { z } from "zod";
import { accepts } from "#app/web/doors/accepts.ts";
import { access, refuse, takes } from "#app/web/doors/door.ts";
import { guardedJsonAction, guardedJsonLoader, publicJsonLoader } from "#app/web/doors/json-door.ts";
import { problem } from "#app/web/doors/problem.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { requiredText } from "#app/web/fields.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { nowhere } from "#test/support/nowhere.ts";
import { knock } from "#test/support/visit.ts";

const body = z.object({ name: requiredText(20), seats: z.array(z.number()).default([]) });

const save = guardedJsonAction("own.change", body, async ({ trx, by, input }) => {
  await trx.insertInto("setting").values({ name: input.name, value: "x" }).execute();
  if (input.name === "broken") throw new Error("out of order");
  if (input.name === "missing") orNotFound(null);
  if (input.name === "taken") return refuse(problem(409, { name: "common:form.invalid" }));
  if (input.name === "forgotten") return problem(409);
  if (input.name === "new") return Response.json({ name: input.name }, { status: 201, headers: { Location: "/new" } });
  return { saved: input.name, by: by.accountId };
});
const whoIs = publicJsonLoader(async ({ actor }) => ({ who: actor?.accountId ?? null }));
const reach = guardedJsonLoader("desk.read", async ({ reach }) => reach);

test("a program's doors are marked with what they accept", () => {
  expect([save[access], whoIs[access], save[takes]]).toEqual(["own.change", "public", body]);
  expect(save[accepts]).toMatchObject({ methods: ["POST"], types: ["application/json"], takesBearer: true });
  expect(
    guardedJsonAction("own.change", body, async () => null, { methods: ["PUT"], mostBytes: 10 })[accepts],
  ).toMatchObject({
    methods: ["PUT"],
    mostBytes: 10,
    isBuffered: true,
    tellsIn: "json",
  });
});

describeDatabases("the JSON door", (open) => {
  const setUp = async () => {
    const database = await open();
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId);
    const authorization = `Bearer ${cookie.split("=")[1]}`;
    const send = (content: unknown, headers: Record<string, string> = { authorization }) =>
      knock(save, { database, path: "/api/x", body: JSON.stringify(content), headers });
    const kept = async () =>
      (await database.read.selectFrom("setting").select("name").execute()).map(({ name }) => name);
    return { database, accountId, cookie, authorization, send, kept };
  };
  const read = (text: string) => JSON.parse(text);

  test("answers JSON to whoever names their token, and commits what went well", async () => {
    const { send, kept, accountId } = await setUp();
    const { status, data, headers } = await send({ name: "  good ", seats: [1] });
    expect([status, headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(read(data)).toEqual({ saved: "good", by: accountId });
    expect(await kept()).toEqual(["good"]);
  });

  test("an action may answer for itself", async () => {
    const { send, kept } = await setUp();
    const { status, location } = await send({ name: "new" });
    expect([status, location, await kept()]).toEqual([201, "/new", ["new"]]);
  });

  test("a cookie serves as well, unless another site has sent it", async () => {
    const { database, cookie, accountId } = await setUp();
    const who = async (headers: Record<string, string>) =>
      read((await knock(whoIs, { database, path: "/api/x", cookie, headers })).data).who;
    for (const site of ["same-origin", "none"]) expect(await who({ "sec-fetch-site": site })).toBe(accountId);
    for (const site of ["cross-site", "same-site"]) expect(await who({ "sec-fetch-site": site })).toBeNull();
    expect(await who({})).toBe(accountId);
  });

  test("a token that opens nothing is told, even where nobody has to be known and a cookie came along", async () => {
    const { database, cookie } = await setUp();
    for (const authorization of ["Bearer nonsense", "Basic YTpi", "Bearer"]) {
      const answer = await knock(whoIs, { database, path: "/api/x", cookie, headers: { authorization } });
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    }
  });

  test("hands its reach over, and says by status what it refuses to whom", async () => {
    const { database, authorization } = await setUp();
    const { accountId } = await addAccount(database, { grants: ["official"] });
    const official = `Bearer ${(await cookieFor(database, accountId)).split("=")[1]}`;
    const ask = (headers: Record<string, string>) => knock(reach, { database, path: "/api/x", headers });
    expect(read((await ask({ authorization })).data)).toEqual({ ...nowhere, everywhere: true });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: official })).status).toBe(403);
  });

  test("a body that does not fit is a problem, field by field, in the language asked for", async () => {
    const { send, kept, authorization } = await setUp();
    const { status, data, headers } = await send(
      { name: " ", seats: [1, "two"] },
      { authorization, "accept-language": "en" },
    );
    expect([status, headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect(read(data)).toEqual({
      type: "about:blank",
      title: "Unprocessable Entity",
      status: 422,
      detail: expect.any(String),
      instance: "abcdefghij",
      errors: { name: "This is required.", "seats.1": expect.stringMatching(/^[A-Z]/) },
    });
    expect(await kept()).toEqual([]);
  });

  test("what is no JSON is no request", async () => {
    const { database, authorization } = await setUp();
    for (const text of ["", "{", "name=x"]) {
      const answer = await knock(save, { database, path: "/api/x", body: text, headers: { authorization } });
      expect([answer.status, read(answer.data).status]).toEqual([400, 400]);
    }
  });

  test("a refusal and a fault are problems with the id of the log, and undo what was written", async () => {
    const { send, kept } = await setUp();
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const told = async (name: string) => {
      const { status, data } = await send({ name });
      expect(read(data)).toMatchObject({ status, instance: "abcdefghij", title: expect.stringMatching(/./) });
      return [status, read(data).errors !== undefined];
    };
    expect(await told("missing")).toEqual([404, false]);
    expect(await told("taken")).toEqual([409, true]);
    expect(logged).not.toHaveBeenCalled();
    expect(await told("broken")).toEqual([500, false]);
    expect(await told("forgotten")).toEqual([500, false]);
    expect(logged.mock.calls.flat().join()).toContain("without refuse");
    logged.mockRestore();
    expect(await kept()).toEqual([]);
  });
});
