import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { redirect } from "@remix-run/node";
import { expect, test } from "vitest";
import { z } from "zod";
import { now, plusMinutes } from "#app/time/instant.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { guardedJsonAction } from "#app/web/doors/json-door.ts";
import { problem } from "#app/web/doors/problem.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { requiredText } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { clearOldAnswers } from "#app/web/once/given-answers.commands.ts";
import { type Database, openDatabase } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import type { Batch } from "#test/support/form-sender.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { knock } from "#test/support/visit.ts";

const key = "form-0123456789abcdef";

/** Two processes, each on connections of its own, send the same at one word. @returns what each was answered */
async function sendInProcesses(batch: Batch): Promise<(string | null)[][]> {
  const senders = [1, 2].map(() => fork(resolve("test/support/form-sender.ts"), { execArgv: [] }));
  await Promise.all(senders.map((sender) => once(sender, "message")));
  const answers = senders.map(async (sender) => {
    sender.send(batch);
    const [answer] = (await once(sender, "message")) as [(string | null)[]];
    return answer;
  });
  return Promise.all(answers);
}

const namesIn = async ({ read }: Database) =>
  (await read.selectFrom("setting").select("name").execute()).map(({ name }) => name);

describeDatabases("the same forms from two processes at once", (_open, fresh) => {
  const race = async (fieldsOf: (i: number) => Record<string, string>) => {
    const url = await fresh();
    const database = openDatabase(url);
    const cookie = await cookieFor(database, (await addAccount(database, { grants: ["official"] })).accountId);
    const [one, other] = await sendInProcesses({
      url,
      cookie,
      forms: Array.from({ length: 25 }, (_, i) => fieldsOf(i)),
    });
    const acted = await namesIn(database);
    await database.close();
    return { one, other, acted };
  };

  test("act once each, and are answered alike", { timeout: 60_000 }, async () => {
    const { one, other, acted } = await race((i) => ({ key: `${key}${i}` }));
    expect(acted).toHaveLength(25);
    expect(other).toEqual(one);
    expect(one?.toSorted()).toEqual(acted.map((name) => `/es/me?done=${name}`).sort());
  });

  test("negative control: without a key they act twice", { timeout: 60_000 }, async () => {
    const { one, other, acted } = await race(() => ({}));
    expect(acted).toHaveLength(50);
    expect(other).not.toEqual(one);
  });
});

const form = z.object({ name: requiredText(40) });
const act = guardedAction("own.change", form, async ({ trx, input, values }) => {
  const { name } = input;
  if (name === "broken") throw new Error("out of order");
  // what was done already is refused, or no longer there
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("setting")
    .values({ name, value: newId() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n && name === "gone") orNotFound(null);
  if (numInsertedOrUpdatedRows === 0n) return refuse(invalid({ name: "common:form.invalid" }, values, 409));
  return redirect(`/es/me?done=${name}`, { headers: { "Set-Cookie": "secret=token" } });
});

describeDatabases("a request with a key", (open) => {
  const setUp = async () => {
    const database = await open();
    const cookies = [];
    for (const _ of ["ana", "haruka"]) {
      const { accountId } = await addAccount(database, { grants: ["official", "administrator"] });
      cookies.push(await cookieFor(database, accountId));
    }
    const [ana, haruka] = cookies as [string, string];
    const send = (fields: Record<string, string>, cookie = ana, path = "/es/me", within = database) =>
      knock(act, { database: within, path, cookie, form: fields });
    return { database, ana, haruka, send };
  };

  test.each(["taken", "gone"])("is answered as before, though it finds that it has been done (%s)", async (name) => {
    const { send } = await setUp();
    const first = await send({ name, key });
    expect(first).toMatchObject({ status: 302, location: `/es/me?done=${name}`, cookie: "secret=token" });
    expect(await send({ name, key })).toMatchObject({ status: 302, location: first.location, cookie: null });
    expect(await send({ key, name }, undefined, "/ja/me?kept=x")).toMatchObject({ location: first.location });
  });

  test("is another request from another account, to another address, with other fields or another key", async () => {
    const { send, haruka } = await setUp();
    await send({ name: "taken", key });
    expect((await send({ name: "taken", key }, haruka)).status).toBe(409);
    expect((await send({ name: "taken", key }, undefined, "/es/me?from=1")).status).toBe(409);
    expect((await send({ name: "taken", key: `${key}x` })).status).toBe(409);
    expect((await send({ name: "other", key })).location).toBe("/es/me?done=other");
    for (const unfit of ["short", "with spaces in its middle", "x".repeat(201), ""])
      expect((await send({ name: "taken", key: unfit })).status).toBe(409);
  });

  test("that was refused or has failed may be tried again", async () => {
    const { database, send } = await setUp();
    await database.transact((trx) => trx.insertInto("setting").values({ name: "taken", value: "x" }).execute());
    expect((await send({ name: "taken", key })).status).toBe(409);
    expect((await send({ name: " ", key })).status).toBe(422);
    await database.transact((trx) => trx.deleteFrom("setting").execute());
    expect((await send({ name: "taken", key })).location).toBe("/es/me?done=taken");
  });

  test("that comes while the first has not been committed waits for it", async () => {
    const { database, send, ana } = await setUp();
    const count = async () => (await database.read.selectFrom("givenAnswer").select("name").execute()).length;
    const both = await overlapping(
      database,
      (pausing) => send({ name: "slow", key }, ana, "/es/me", pausing),
      () => send({ name: "slow", key }),
    );
    expect(both.map(({ location }) => location)).toEqual(["/es/me?done=slow", "/es/me?done=slow"]);
    expect(await count()).toBe(1);
  });

  test("keeps neither who sent it nor what, and is forgotten after a day", async () => {
    const { database, send } = await setUp();
    await send({ name: "private", key });
    const rows = await database.read.selectFrom("givenAnswer").selectAll().execute();
    expect(rows).toMatchObject([{ status: 302, location: "/es/me?done=private", body: null }]);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(JSON.stringify(rows)).not.toContain("token");
    const left = async (minutes: number) => {
      await database.transact((trx) => clearOldAnswers(trx, plusMinutes(now(), minutes), 100));
      return (await database.read.selectFrom("givenAnswer").select("name").execute()).length;
    };
    expect(await left(24 * 60 - 1)).toBe(1);
    expect(await left(24 * 60 + 1)).toBe(0);
  });

  test("from a program names it in a header, and is answered with the same body", async () => {
    const { database, ana } = await setUp();
    const door = guardedJsonAction("own.change", form, async ({ trx, input }) => {
      if (input.name === "refused") return refuse(problem(409));
      const id = newId();
      await trx.insertInto("setting").values({ name: id, value: "x" }).execute();
      if (input.name === "made") return Response.json({ id }, { status: 201, headers: { Location: `/api/${id}` } });
      return { id };
    });
    const send = (name: string, headers: Record<string, string>) =>
      knock(door, { database, path: "/api/x", body: JSON.stringify({ name }), cookie: ana, headers });
    for (const name of ["plain", "made"]) {
      const first = await send(name, { "Idempotency-Key": `"${key}"` });
      const again = await send(name, { "Idempotency-Key": key });
      expect([again.status, again.location, JSON.parse(again.data)]).toEqual([
        name === "made" ? 201 : 200,
        first.location,
        JSON.parse(first.data),
      ]);
      expect((await send(name, {})).data).not.toBe(first.data);
    }
    expect(await namesIn(database)).toHaveLength(4);
    expect((await send("refused", { "Idempotency-Key": key })).status).toBe(409);
  });
});
