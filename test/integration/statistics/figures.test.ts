import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { completeWorkshop, saveSheet } from "#app/attendance/commands.ts";
import { audit } from "#app/audit/commands.ts";
import { findPosition } from "#app/audit/queries.ts";
import { issueCertificates } from "#app/certificates/commands.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { enrol, withdraw } from "#app/enrolment/commands.ts";
import { fillFreedSeats } from "#app/enrolment/jobs.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { storedDetails } from "#app/imports/check/differences.ts";
import { changePerson, confirmCertificateName } from "#app/people/commands.ts";
import { findProfile } from "#app/people/queries.ts";
import { findFigures } from "#app/progress/figures/figures.ts";
import type { Scope } from "#app/progress/scope.rules.ts";
import { type Counted, waitingIn } from "#app/statistics/cells.ts";
import { countWorkshops, listChangedWorkshopIds } from "#app/statistics/counting.queries.ts";
import { upToDate } from "#app/statistics/memory.ts";
import { keepFigures, rebuildFigures } from "#app/statistics/stored.jobs.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { changeState } from "#app/workshops/commands.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { openDatabase } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { jobContext } from "#test/support/job-context.ts";
import { held, planOf } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import { addCrowd, addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";

const early = "2026-11-01T12:00:00.000Z" as const;
const at = "2026-11-27T18:00:00.000Z" as const;
const scope: Scope = {
  reach: everywhere,
  programmeId: null,
  period: null,
};

describeDatabases("remembered figures", (_open, fresh) => {
  test("are those of a first look, after every command that changes one: what counts is audited", async () => {
    const url = await fresh();
    const database = openDatabase(url);
    const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 1, minimumAttendance: 50 });
    const people: { personId: Id<"person">; accountId: Id<"account"> }[] = [];
    for (const i of [0, 1, 2])
      people.push(await addPerson(database, { locale: i ? "ja" : "es", email: `p${i}@demo.example` }));
    const [first, second, third] = people.map((person) => ({ ...person, workshopId, at: early })) as [
      never,
      never,
      never,
    ];
    const accountId = people[0]!.accountId;
    const workshop = async () => (await listWorkshopsById(database.read, [workshopId]))[0]!;
    const [session] = await listSessionsOf(database.read, [workshopId]);
    const seen: string[] = [];
    const compare = async () => {
      const [late, other] = [openDatabase(url), openDatabase(url)];
      const remembered = await findFigures(database.read, scope);
      // what another process finds from what is stored and from what has changed since; and counted anew
      expect(await findFigures(late.read, scope)).toEqual(remembered);
      await sealed(database);
      if (seen.length % 2) await keepFigures(database);
      else await rebuildFigures(database);
      expect(await findFigures(other.read, scope)).toEqual(remembered);
      seen.push(JSON.stringify(remembered));
      await late.close();
      await other.close();
    };
    await compare();

    await database.transact((trx) => enrol(trx, first, first));
    await compare();
    await database.transact((trx) => enrol(trx, second, second));
    await database.transact((trx) => enrol(trx, third, third));
    await compare();
    await database.transact((trx) => withdraw(trx, first, first));
    await compare();
    await database.transact((trx) => trx.updateTable("workshop").set({ capacity: 5 }).execute());
    await fillFreedSeats(
      { id: id("outbox", "job"), payload: { workshopId }, createdAt: early },
      jobContext(database, early),
    );
    await compare();
    const seated = (await listParticipants(database.read, workshopId, "seated")).map(({ id }) => id);
    const marks = new Map(seated.map((id) => [id, "present" as const]));
    await database.transact(async (trx) =>
      saveSheet(
        trx,
        await held(trx, await workshop()),
        { session: session!, marks, reason: "Fila equivocada" },
        { accountId, at },
      ),
    );
    await compare();
    await database.transact(async (trx) => {
      await trx.updateTable("workshop").set({ state: "running", minimumAttendance: 10 }).execute();
      await trx.updateTable("person").set({ certificateName: "Ana López", nameConfirmedAt: at }).execute();
    });
    await database.transact(async (trx) => completeWorkshop(trx, await held(trx, await workshop()), { accountId, at }));
    await database.transact((trx) =>
      issueCertificates(
        trx,
        { workshopId, enrolmentIds: seated, appUrl: "https://puente.example", fonts: readFontCoverage() },
        { accountId: null, at },
      ),
    );
    await compare();
    expect(new Set(seen).size, "each step changed a figure").toBe(seen.length);
    await database.close();
  });

  test("tell what waits about people, and the marks of each session, after every command that changes it", async () => {
    const database = openDatabase(await fresh());
    const workshopId = await addWorkshop(database, { code: "MJ-1", state: "running", capacity: 3 });
    const [session] = await listSessionsOf(database.read, [workshopId]);
    const [personId] = (await addCrowd(database, 1)) as [Id<"person">];
    const enrolmentId = await addEnrolment(database, { workshopId, personId, state: "confirmed" });
    const by = { accountId: null, at };
    const found = async () => {
      const remembered = (await upToDate(database.read)).workshops.get(workshopId) as Counted;
      expect([remembered]).toEqual(await countWorkshops(database.read, [workshopId]));
      const marks = Object.values(remembered.marks);
      return [waitingIn(remembered, "unreachable"), waitingIn(remembered, "unnamed"), marks];
    };
    expect(await found()).toEqual([1, 0, []]);
    const details = storedDetails((await findProfile(database.read, personId))!, false);
    const write = (email: string | null) =>
      database.transact((trx) => changePerson(trx, personId, { ...details, email }, by));
    await write("ana@example.org");
    expect(await found()).toEqual([0, 0, []]);
    await write(null);
    expect(await found()).toEqual([1, 0, []]);
    // whoever signs in changes nothing, and an account that is opened for them does
    const accountId = newId<"account">();
    await database.transact(async (trx) => {
      await trx
        .insertInto("account")
        .values({ id: accountId, personId, email: "ana@example.org", createdAt: at })
        .execute();
      await audit(trx, at, { accountId: null, action: "account.opened", subjectId: accountId });
    });
    expect(await found()).toEqual([0, 0, []]);
    const { sealedSeq } = await findPosition(database.read);
    await sealed(database);
    await database.transact((trx) => audit(trx, at, { accountId, action: "session.opened", subjectId: accountId }));
    const since = (await findPosition(database.read)).sealedSeq;
    expect(await listChangedWorkshopIds(database.read, since)).toEqual([]);
    expect(await listChangedWorkshopIds(database.read, sealedSeq)).toEqual([workshopId]);
    const workshop = async () => (await listWorkshopsById(database.read, [workshopId]))[0]!;
    const marks = new Map([[enrolmentId, "present" as const]]);
    await database.transact(async (trx) =>
      saveSheet(trx, await held(trx, await workshop()), { session: session!, marks, reason: "Tarde" }, by),
    );
    expect(await found()).toEqual([0, 0, [1]]);
    await database.transact((trx) => trx.updateTable("workshop").set({ minimumAttendance: 10 }).execute());
    await database.transact(async (trx) => completeWorkshop(trx, await held(trx, await workshop()), by));
    expect(await found()).toEqual([0, 1, []]);
    const name = { certificateName: "Ana López", certificateSecondName: "" } as Parameters<
      typeof confirmCertificateName
    >[2];
    await database.transact((trx) => confirmCertificateName(trx, personId, name, by));
    expect(await found()).toEqual([0, 0, []]);
    await database.close();
  });

  test("a workshop that is cancelled leaves them", async () => {
    const database = openDatabase(await fresh());
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const person = await addPerson(database, { locale: "es", email: "p@demo.example" });
    await database.transact((trx) => enrol(trx, { ...person, workshopId }, { ...person, at: early }));
    expect((await findFigures(database.read, scope)).origins).toHaveLength(1);
    const [workshop] = await listWorkshopsById(database.read, [workshopId]);
    const by = { accountId: person.accountId, at };
    await database.transact(async (trx) => changeState(trx, await planOf(trx, workshop!), "cancelled", by));
    expect((await findFigures(database.read, scope)).origins).toEqual([]);
    await database.close();
  });

  test("of which workshop they are is told, unless there are more changes than a statement takes", async () => {
    const database = openDatabase(await fresh());
    const workshopIds = [await addWorkshop(database, { code: "MJ-1" }), await addWorkshop(database, { code: "MJ-2" })];
    const person = await addPerson(database, { locale: "es", email: "p@demo.example" });
    const before = await findPosition(database.read);
    expect(await listChangedWorkshopIds(database.read, before.sealedSeq)).toEqual([]);
    const [workshopId] = workshopIds as [Id<"workshop">];
    await database.transact((trx) => enrol(trx, { ...person, workshopId }, { ...person, at: early }));
    expect(await listChangedWorkshopIds(database.read, before.sealedSeq)).toEqual([workshopId]);
    expect(await listChangedWorkshopIds(database.read, before.sealedSeq, 0)).toBeNull();
    await database.close();
  });
});
