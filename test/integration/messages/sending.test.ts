import { expect, test } from "vitest";
import { scheduleMessage, settleMessage } from "#app/messages/commands.ts";
import { resendCopies } from "#app/messages/delivery/copies.commands.ts";
import { listCopies } from "#app/messages/delivery/copies.queries.ts";
import { sendDueMessages, spreadCopies } from "#app/messages/jobs.ts";
import { findMessageById } from "#app/messages/queries.ts";
import { copyState } from "#app/messages/rules.ts";
import { reactions } from "#app/reactions.ts";
import { plusDays, plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { sealed } from "#test/support/sealed.ts";
import { mailing } from "../mail/mailing.ts";
import { at, letters, send, stateOf, writing } from "./writing.ts";

const { server, run } = mailing();

const statesOf = async (database: Database, id: Id<"message">) =>
  (await listCopies(database.read, id, { only: null })).map(copyState);

describeDatabases("a message that is sent", (open) => {
  test("goes to each of its group once, in their language, and answers go to whoever wrote it", async () => {
    const database = await open();
    const { workshopId, mariana, write } = await writing(database);
    const id = await write();
    expect(await send(database, { workshopId, id }, mariana.accountId)).toEqual({ status: "moved" });
    await run(database);
    expect(server().inbox).toHaveLength(3);
    expect(server().inbox.map(({ replyTo }) => replyTo?.text)).toEqual(Array(3).fill("mariana@amexcid.example"));
    expect(await letters(database)).toMatchObject([
      {
        toAddress: "ana@customs.example.jp",
        subject: "Aviso: Valoración aduanera",
        bodyText: expect.stringContaining(
          "Apreciable Ana López Ruiz:\n\nNos vemos en Escuela de Aduanas.\nLo esperamos.",
        ),
      },
      // English is missing
      {
        toAddress: "john@customs.example.jp",
        locale: "en",
        bodyText: expect.stringContaining("here it is in Spanish"),
      },
      {
        toAddress: "taro@customs.example.jp",
        subject: "お知らせ：関税評価",
        bodyText: expect.stringContaining("山田 太郎様"),
      },
    ]);
    expect((await statesOf(database, id)).toSorted()).toEqual(["noAddress", "sent", "sent", "sent"]);
  });

  test("has its group worked out as it goes, and not before", async () => {
    const database = await open();
    const { workshopId, mariana, write, people } = await writing(database);
    const id = await write({ audience: "reserve" });
    await database.transact((trx) =>
      trx.updateTable("enrolment").set({ state: "reserve" }).where("id", "=", people.ana.enrolmentId).execute(),
    );
    await send(database, { workshopId, id }, mariana.accountId);
    await run(database);
    expect((await letters(database)).map(({ toAddress }) => toAddress)).toEqual([
      "ana@customs.example.jp",
      "john@customs.example.jp",
    ]);
  });

  test("goes to nobody a second time when its job runs again", async () => {
    const database = await open();
    const { workshopId, mariana, write } = await writing(database);
    const id = await write();
    await send(database, { workshopId, id }, mariana.accountId);
    await run(database);
    const job = await database.read
      .selectFrom("outbox")
      .select("id")
      .where("event", "=", "message.sent")
      .executeTakeFirstOrThrow();
    await spreadCopies({ ...job, payload: { messageId: id }, createdAt: at }, jobContext(database, at));
    await run(database, 5);
    expect(server().inbox).toHaveLength(3);
  });

  test("is refused without a text, half written, for nobody, and once more", async () => {
    const database = await open();
    const { workshopId, mariana, write } = await writing(database);
    const attempt = async (form: Record<string, string>) =>
      send(database, { workshopId, id: await write(form) }, mariana.accountId);
    const none = { "subject.es": "", "body.es": "", "subject.ja": "", "body.ja": "" };
    expect(await attempt(none)).toMatchObject({ because: "noText" });
    expect(await attempt({ "body.ja": "" })).toMatchObject({ because: "halfText" });
    const { id: sessionId } = await database.read.selectFrom("session").select("id").executeTakeFirstOrThrow();
    expect(await attempt({ audience: "absent", sessionId })).toMatchObject({ because: "noReaders" });
    const id = await write();
    await send(database, { workshopId, id }, mariana.accountId);
    expect(await send(database, { workshopId, id }, mariana.accountId)).toMatchObject({ because: "notFromHere" });
  });
});

describeDatabases("a copy that did not arrive", (open) => {
  test("is sent again alone, and those without an address once they have one", async () => {
    const database = await open();
    const { workshopId, mariana, people, write } = await writing(database);
    const id = await write({ audience: "seated" });
    server().answers.recipient.push(550);
    await send(database, { workshopId, id }, mariana.accountId);
    await run(database);
    const before = (await statesOf(database, id)).toSorted();
    await database.transact((trx) =>
      trx
        .updateTable("person")
        .set({ email: "rosa@customs.example.jp" })
        .where("id", "=", people.rosa.personId)
        .execute(),
    );
    const message = await findMessageById(database.read, id);
    const again = () =>
      database.transact((trx) => resendCopies(trx, message!, null, { accountId: mariana.accountId, at }));
    expect(await again()).toBe(before.filter((state) => state !== "sent").length);
    // on its way
    expect(await again()).toBe(0);
    await run(database, 5);
    expect(await statesOf(database, id)).toEqual(["sent", "sent", "sent"]);
    expect(new Set((await letters(database)).map(({ toAddress }) => toAddress)).size).toBe(3);
    expect(await actions(database)).toContain("message.resent");
  });

  test("one that arrived goes again where somebody asks for it by name", async () => {
    const database = await open();
    const { workshopId, mariana, write } = await writing(database);
    const id = await write({ audience: "reserve" });
    await send(database, { workshopId, id }, mariana.accountId);
    await run(database);
    const [copy] = await listCopies(database.read, id, { only: null });
    const message = await findMessageById(database.read, id);
    const by = { accountId: mariana.accountId, at };
    expect(await database.transact((trx) => resendCopies(trx, message!, copy!.id, by))).toBe(1);
    await run(database, 1);
    expect(server().inbox).toHaveLength(2);
  });
});

describeDatabases("a message that waits for its time", (open) => {
  const later = plusDays(at, 3);
  const due = (database: Database, when = later) => sendDueMessages(database, when);

  async function scheduled(database: Database) {
    const world = await writing(database);
    const id = await world.write();
    const by = { accountId: world.mariana.accountId, at };
    const message = () => findMessageById(database.read, id).then((found) => found!);
    const waiting = await message();
    await database.transact((trx) => scheduleMessage(trx, waiting, later, by));
    return { ...world, id, by, message, where: { workshopId: world.workshopId, id } };
  }

  test("goes then, once, and not before, however many look for it", async () => {
    const database = await open();
    const { where } = await scheduled(database);
    await due(database, plusMinutes(later, -1));
    expect(await stateOf(database, where)).toBe("scheduled");
    await Promise.all([due(database), due(database), due(database)]);
    await runDueJobs({ ...jobContext(database, later), at: later, reactions });
    expect(await letters(database)).toHaveLength(3);
    expect((await actions(database)).filter((action) => action === "message.sent")).toHaveLength(1);
  });

  test("does not go when it was stopped", async () => {
    const database = await open();
    const { where, by, message } = await scheduled(database);
    const found = await message();
    await database.transact((trx) => settleMessage(trx, found, "stop", by));
    await due(database);
    expect(await stateOf(database, where)).toBe("draft");
  });
});

const actions = async (database: Database) =>
  (
    await (
      await sealed(database)
    ).read
      .selectFrom("audit")
      .select("action")
      .where("action", "like", "message.%")
      .execute()
  ).map(({ action }) => action);
