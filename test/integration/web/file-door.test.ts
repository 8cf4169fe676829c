import { expect, test } from "vitest";
import { translator } from "#app/i18n/translator.server.ts";
import { accepts } from "#app/web/doors/accepts.ts";
import { access, refuse } from "#app/web/doors/door.ts";
import { guardedDownload, guardedUpload, publicDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";

const parts = (...texts: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });

const file = publicDownload(async ({ url }) => {
  if (url.searchParams.has("missing")) orNotFound(null);
  return { type: "text/plain; charset=utf-8", name: "notas.txt", content: "Año 令和" };
});

/** Keeps each portion as it comes, as `portion 0`, `portion 1`, …; refuses at the word `stop`. */
const upload = guardedUpload("own.change", { types: ["text/plain"], mostBytes: 12 }, async (visit) => {
  let portion = 0;
  for await (const bytes of visit.body) {
    const value = new TextDecoder().decode(bytes);
    await visit.transact(async (trx) => {
      await trx
        .insertInto("setting")
        .values({ name: `portion ${portion++}`, value })
        .execute();
      if (value === "stop") return refuse(new Response("stopped", { status: 409 }));
    });
  }
  return { portions: portion, type: visit.type, by: visit.by.accountId };
});

test("a file's doors are marked with what they accept", () => {
  expect([file[access], upload[access]]).toEqual(["public", "own.change"]);
  expect(file[accepts]).toMatchObject({ methods: ["GET", "HEAD"], types: [], mostBytes: 0 });
  expect(upload[accepts]).toMatchObject({ methods: ["POST"], types: ["text/plain"], mostBytes: 12, isBuffered: false });
});

describeDatabases("the file door", (open) => {
  const setUp = async () => {
    const database = await open();
    const { accountId } = await addAccount(database, { grants: ["official"] });
    const cookie = await cookieFor(database, accountId);
    const send = (body: string | ReadableStream<Uint8Array>) =>
      knock(upload, { database, path: "/es/file", body, cookie, headers: { "content-type": "text/plain" } });
    const kept = async () =>
      (await database.read.selectFrom("setting").select("value").orderBy("name").execute()).map(({ value }) => value);
    return { database, cookie, accountId, send, kept };
  };

  test("hands a text over to be kept under its name, and says how long it is", async () => {
    const { database } = await setUp();
    const { status, data, headers } = await knock(file, { database, path: "/es/file.txt" });
    expect([status, data]).toEqual([200, "Año 令和"]);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="notas.txt"',
      "content-length": "11",
    });
  });

  test("hands a stream over without waiting for its end, with a name in any script", async () => {
    const { database, cookie } = await setUp();
    const door = guardedDownload("own.read", async ({ actor }) => ({
      type: "text/csv",
      name: "名簿 (1).csv",
      content: parts("a;b\n", `${actor.givenName}\n`),
      lengthBytes: 12,
      headers: { "X-Rows": "1" },
    }));
    const { data, headers } = await knock(door, { database, path: "/ja/list.csv", cookie });
    expect(data).toBe("a;b\nMariana\n");
    expect(headers.get("content-length")).toBe("12");
    expect(headers.get("x-rows")).toBe("1");
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="____1_.csv"; filename*=UTF-8''${encodeURIComponent("名簿 ")}%281%29.csv`,
    );
  });

  test("what is missing is told on a page of its own, with the number for those who ask for help", async () => {
    const { database } = await setUp();
    const { status, data, headers } = await knock(file, { database, path: "/ja/file.txt?missing" });
    expect([status, headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(data).toContain('<html lang="ja">');
    expect(data).toContain("abcdefghij");
  });

  test("sends a guest to sign in, in both directions", async () => {
    const { database, kept } = await setUp();
    const download = guardedDownload("own.read", async () => ({ type: "text/plain", name: "a", content: "a" }));
    expect((await knock(download, { database, path: "/es/a" })).location).toBe("/es/sign-in?next=%2Fes%2Fa");
    expect((await knock(upload, { database, path: "/es/a", body: "x" })).location).toBe("/es/sign-in?next=%2Fes%2Fa");
    expect(await kept()).toEqual([]);
    // no further than signing in leads back: an answer's head has its bounds too
    const knockAt = async (path: string) => (await knock(download, { database, path })).location;
    expect(await knockAt(`/es/a?q=${"x".repeat(5_000)}`)).toBe("/es/sign-in?next=%2Fes%2Fa");
    expect(await knockAt(`/es/${"a".repeat(5_000)}`)).toBe("/es/sign-in");
  });

  test("takes a file in as it arrives, by whom and of which type", async () => {
    const { send, kept, accountId } = await setUp();
    expect((await send(parts("uno", "dos", "tres"))).data).toEqual({ portions: 3, type: "text/plain", by: accountId });
    expect(await kept()).toEqual(["uno", "dos", "tres"]);
    expect((await send("")).data).toMatchObject({ portions: 0 });
  });

  test("breaks off past its cap: what was committed by then stays", async () => {
    const { send, kept } = await setUp();
    const { status, data } = await send(parts("123456", "789012", "3"));
    expect([status, await kept()]).toEqual([413, ["123456", "789012"]]);
    expect(data).toContain("abcdefghij");
    expect(data).toContain(translator("es")("error.413.title"));
  });

  test("a refusal ends it, and undoes the portion in which it was made", async () => {
    const { send, kept } = await setUp();
    const { status, data } = await send(parts("uno", "stop", "tres"));
    expect([status, data, await kept()]).toEqual([409, "stopped", ["uno"]]);
  });
});
