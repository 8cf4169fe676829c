import { expect, test } from "vitest";
import { spreadCancellation } from "#app/enrolment/jobs.ts";
import { listMail } from "#app/mail/queries.ts";
import { emit } from "#app/outbox/commands.ts";
import { reactions } from "#app/reactions.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";

const at = "2026-11-20T15:00:00.000Z" as const;
const run = (database: Database) => runDueJobs({ ...jobContext(database, at), reactions });

async function workshopWith(database: Database, states: ("confirmed" | "reserve" | "withdrawn")[]) {
  const workshopId = await addWorkshop(database, { code: "MJ-2026-04" });
  const enrolments: Id<"enrolment">[] = [];
  for (const [index, state] of states.entries()) {
    const { personId } = await addPerson(database, { locale: "en", email: `${index}.${state}@customs.example.jp` });
    enrolments.push(await addEnrolment(database, { workshopId, personId, state, ticket: index + 1 }));
  }
  return { workshopId, enrolments };
}

describeDatabases("what a workshop's change sets off", (open) => {
  test("a cancellation is told to everybody who holds or awaits a seat, once", async () => {
    const database = await open();
    const { workshopId } = await workshopWith(database, ["confirmed", "reserve", "withdrawn"]);
    const [jobId] = await database.transact((trx) =>
      emit(trx, at, "workshop.cancelled", { workshopId }, { workshopId }),
    );
    await run(database);
    const again = { id: jobId as Id<"outbox">, payload: { workshopId }, createdAt: at };
    await spreadCancellation(again, jobContext(database, at));
    await run(database);
    const messages = await listMail(database.read, { workshopId });
    expect(messages.map(({ toAddress }) => toAddress).sort()).toEqual([
      "0.confirmed@customs.example.jp",
      "1.reserve@customs.example.jp",
    ]);
    expect(messages[0]?.subject).toBe("Workshop cancelled: Valoración aduanera");
  });

  test("seats that are added go to the queue, and it is told", async () => {
    const database = await open();
    const { workshopId, enrolments } = await workshopWith(database, ["reserve"]);
    await database.transact(async (trx) => {
      await trx.updateTable("workshop").set({ reserveCount: 1, lastTicket: 1 }).where("id", "=", workshopId).execute();
      await emit(trx, at, "workshop.seatsFreed", { workshopId }, { workshopId });
    });
    await run(database);
    const { state } = await database.read
      .selectFrom("enrolment")
      .select("state")
      .where("id", "=", enrolments[0] as Id<"enrolment">)
      .executeTakeFirstOrThrow();
    expect(state).toBe("confirmed");
    expect(await listMail(database.read, { workshopId })).toMatchObject([{ kind: "enrolment.promoted" }]);
  });

  test("a certificate is announced with its number", async () => {
    const database = await open();
    const { workshopId, enrolments } = await workshopWith(database, ["confirmed"]);
    const certificateId = await addCertificate(database, workshopId, enrolments[0] as Id<"enrolment">);
    await database.transact((trx) => emit(trx, at, "certificate.documented", { certificateId }));
    await run(database);
    const { bodyText } = await database.read.selectFrom("mail").select("bodyText").executeTakeFirstOrThrow();
    expect(bodyText).toContain("Certificate number: MJ-2026-04-0001-ABC");
    expect(bodyText).toContain("https://puente.example/en/me/certificates");
  });
});

async function addCertificate(
  database: Database,
  workshopId: Id<"workshop">,
  enrolmentId: Id<"enrolment">,
): Promise<Id<"certificate">> {
  const id = newId<"certificate">();
  await database.transact(async (trx) => {
    const { personId } = await trx
      .selectFrom("enrolment")
      .select("personId")
      .where("id", "=", enrolmentId)
      .executeTakeFirstOrThrow();
    const frozen = {
      number: "MJ-2026-04-0001-ABC",
      status: "valid",
      statusAt: at,
      issuedAt: at,
      data: "{}",
      dataSha256: "",
    } as const;
    await trx
      .insertInto("certificate")
      .values({ id, workshopId, enrolmentId, personId, ...frozen })
      .execute();
  });
  return id;
}
