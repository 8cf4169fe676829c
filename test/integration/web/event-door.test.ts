import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { guardedEvents } from "#app/web/doors/event-door.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock, visit } from "#test/support/visit.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

describeDatabases("the door for events", (open) => {
  const setUp = async () => {
    const database = await open();
    const { accountId } = await addAccount(database, { grants: ["official"] });
    const cookie = await cookieFor(database, accountId);
    let isFound = true;
    let left = 0;
    const door = guardedEvents("own.read", async (_visit, { tell }) => {
      if (!isFound) throw new Response(null, { status: 404 });
      tell({ news: "good" });
      const leave = () => {
        left += 1;
      };
      return { leave };
    });
    const answer = (await door(visit({ database, path: "/es/work/x/events", cookie }))) as Response;
    let text = "";
    let isOver = false;
    void (async () => {
      for await (const bytes of answer.body as ReadableStream<Uint8Array>) text += new TextDecoder().decode(bytes);
      isOver = true;
    })();
    const lose = () => {
      isFound = false;
    };
    return { database, door, cookie, accountId, lose, text: () => text, isOver: () => isOver, left: () => left };
  };

  test("says something now and then, so that nobody gives it up", async () => {
    const { text } = await setUp();
    await expect.poll(text).toBe('retry: 500\n\ndata: {"news":"good"}\n\n');
    await vi.advanceTimersByTimeAsync(31_000);
    await expect.poll(text).toContain(": \n\n: \n\n");
  });

  test("goes on while its reader is welcome, and ends within a minute after their session has", async () => {
    const { database, accountId, isOver, left } = await setUp();
    await vi.advanceTimersByTimeAsync(61_000);
    await expect.poll(left).toBe(1);
    expect(isOver()).toBe(false);
    const [session] = await database.read.selectFrom("accountSession").select("id").execute();
    await database.transact((trx) => trx.deleteFrom("accountSession").where("id", "=", session!.id).execute());
    expect(accountId).toBeTruthy();
    await vi.advanceTimersByTimeAsync(61_000);
    await expect.poll(isOver).toBe(true);
    expect(left()).toBe(2);
  });

  test("ends within a minute where what is followed is out of reach", async () => {
    const { lose, isOver } = await setUp();
    lose();
    await vi.advanceTimersByTimeAsync(61_000);
    await expect.poll(isOver).toBe(true);
  });

  test("a guest is sent to sign in", async () => {
    const { database, door } = await setUp();
    expect((await knock(door, { database, path: "/es/work/x/events" })).location).toMatch(/^\/es\/sign-in/);
  });
});
