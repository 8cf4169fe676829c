import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdMessage, sendWhenDue, settleMessage } from "#app/messages/commands.ts";
import { action } from "#app/messages/delivery/message.route.tsx";
import { findMessageById } from "#app/messages/queries.ts";
import { emit } from "#app/outbox/commands.ts";
import { reactions } from "#app/reactions.ts";
import { plusDays } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases, describePostgres } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { overlapping } from "#test/support/overlapping.ts";
import { knock } from "#test/support/visit.ts";
import { at, letters, page, send, stateOf, writing } from "./writing.ts";

const later = plusDays(at, 3);
const run = (database: Database) => runDueJobs({ ...jobContext(database, later), at: later, reactions });

async function scheduled(database: Database) {
  const world = await writing(database);
  const id = await world.write();
  await database.transact((trx) =>
    trx.updateTable("message").set({ state: "scheduled", sendAt: later }).where("id", "=", id).execute(),
  );
  return { ...world, id, where: { workshopId: world.workshopId, id } };
}

const stop = (database: Database, { workshopId, id }: { workshopId: Id<"workshop">; id: Id<"message"> }) =>
  database.transact(async (trx) => {
    const message = await holdMessage(trx, { workshopId, id });
    return settleMessage(trx, message!, "stop", { accountId: null, at: later });
  });

beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describeDatabases("two who press at once", (open) => {
  test("two coordinators send the same draft: it goes once, and one of them is told", async () => {
    const database = await open();
    const { workshopId, mariana, ken, write } = await writing(database);
    const id = await write();
    const [first, second] = await overlapping(
      database,
      (paused) => send(paused, { workshopId, id }, mariana.accountId),
      () => send(database, { workshopId, id }, ken.accountId),
    );
    expect([first.status, second]).toEqual(["moved", { status: "refused", because: "notFromHere" }]);
    await run(database);
    expect(await letters(database)).toHaveLength(3);
  });

  test("the same form sent twice sends once", async () => {
    const database = await open();
    const { mariana, write } = await writing(database);
    const path = `${page}/${await write()}`;
    const form = { deed: "send", key: "form-".padEnd(37, "1") };
    const press = () => knock(action, { database, path, form, cookie: mariana.cookie });
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    await run(database);
    expect(await letters(database)).toHaveLength(3);
  });

  test("whoever stops it first stops it; whoever comes late is told that it has gone", async () => {
    const database = await open();
    const { where, id } = await scheduled(database);
    const [stopped, went] = await overlapping(
      database,
      (paused) => stop(paused, where),
      () => database.transact((trx) => sendWhenDue(trx, id, later)),
    );
    expect([stopped.status, went, await stateOf(database, where)]).toEqual(["moved", false, "draft"]);
    await run(database);
    expect(await letters(database)).toEqual([]);
  });

  test("what has gone a moment before cannot be stopped", async () => {
    const database = await open();
    const { where, id } = await scheduled(database);
    const [went, stopped] = await overlapping(
      database,
      (paused) => paused.transact((trx) => sendWhenDue(trx, id, later)),
      () => stop(database, where),
    );
    expect([went, stopped.status, await stateOf(database, where)]).toEqual([true, "refused", "sent"]);
    await run(database);
    expect(await letters(database)).toHaveLength(3);
  });
});

describePostgres("control: without holding the message", (open) => {
  test("two send it twice: the test can fail", async () => {
    const database = await open();
    const { write, workshopId } = await writing(database);
    const draft = await write();
    const carelessly = (on: Database) =>
      on.transact(async (trx) => {
        const message = await findMessageById(trx, draft);
        if (message?.state !== "draft") return "refused";
        await emit(trx, at, "message.sent", { messageId: draft }, { workshopId });
        await trx.updateTable("message").set({ state: "sent", sentAt: at }).where("id", "=", draft).execute();
        return "moved";
      });
    expect(await overlapping(database, carelessly, () => carelessly(database))).toEqual(["moved", "moved"]);
  });
});
