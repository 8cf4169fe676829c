import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import { audit } from "#app/audit/commands.ts";
import { completedAmong } from "#app/desk/certificates/certificate-tasks.ts";
import { listSuspects } from "#app/desk/certificates/suspects.queries.ts";
import { upToDate } from "#app/statistics/memory.ts";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Database, Writer } from "#db/database.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { nowhere } from "#test/support/nowhere.ts";
import { sealed } from "#test/support/sealed.ts";
import { completedWorkshop } from "../certificates/completed-workshop.ts";

const [before, after] = ["2026-11-26T12:00:00.000Z", "2026-12-03T12:00:00.000Z"] as const;

type World = Awaited<ReturnType<typeof completedWorkshop>>;
type Change = (trx: Writer, world: World, at: Instant) => Promise<unknown>;

const programmeOf = (trx: Writer, { workshopId }: World) =>
  trx.selectFrom("workshop").select("programmeId").where("id", "=", workshopId).executeTakeFirstOrThrow();
const institution = (trx: Writer) => trx.selectFrom("institution").select("id").executeTakeFirstOrThrow();
const nobody = { accountId: null };

const changes: [what: string, change: Change][] = [
  [
    "its texts or dates",
    (trx, { workshopId }, at) => audit(trx, at, { ...nobody, action: "workshop.changed", subjectId: workshopId }),
  ],
  [
    "its programme",
    async (trx, world, at) =>
      audit(trx, at, {
        ...nobody,
        action: "programme.changed",
        subjectId: (await programmeOf(trx, world)).programmeId,
      }),
  ],
  [
    "an institution of its programme",
    async (trx, world, at) => {
      const [{ id }, { programmeId }] = [await institution(trx), await programmeOf(trx, world)];
      const party = { programmeId, institutionId: id, role: "host", position: 1 } as const;
      await trx.insertInto("programmeParty").values(party).execute();
      await audit(trx, at, { ...nobody, action: "institution.corrected", subjectId: id });
    },
  ],
  [
    "the institution of a holder",
    async (trx, { personId }, at) => {
      const { id } = await institution(trx);
      await trx.updateTable("person").set({ institutionId: id }).where("id", "=", personId).execute();
      await audit(trx, at, { ...nobody, action: "person.changed", subjectId: personId });
      await audit(trx, at, { ...nobody, action: "institution.corrected", subjectId: id });
    },
  ],
  [
    "the name of a holder",
    async (trx, { personId }, at) => {
      await trx.updateTable("person").set({ nameConfirmedAt: at }).where("id", "=", personId).execute();
      await audit(trx, at, { ...nobody, action: "person.nameConfirmed", subjectId: personId });
    },
  ],
];

const suspects = async (database: Database, reach = everywhere, since: LocalDate = "2026-11-01") => {
  const { read } = await sealed(database);
  return listSuspects(read, completedAmong((await upToDate(read)).workshops.values(), reach, since), since);
};

describeDatabases("certificates that may say what is not so any more", (open) => {
  test.each(changes)("are looked for where %s changed after the last day", async (_, change) => {
    const database = await open();
    const world = await completedWorkshop(database);
    await database.transact((trx) =>
      trx.updateTable("person").set({ nameConfirmedAt: before }).where("id", "=", world.personId).execute(),
    );
    await world.issue();
    expect(await suspects(database)).toEqual([]);
    await database.transact((trx) => change(trx, world, after));
    expect(await suspects(database)).toEqual([world.workshopId]);
    expect(await suspects(database, nowhere)).toEqual([]);
    expect(await suspects(database, everywhere, "2026-11-28")).toEqual([]);
  });

  test("are looked for where a holder turns out not to have completed", async () => {
    const database = await open();
    const { issue, named, absent, workshopId } = await completedWorkshop(database);
    await issue();
    await database.transact((trx) => trx.updateTable("person").set({ nameConfirmedAt: before }).execute());
    const fail = (id: typeof named) =>
      database.transact(async (trx) => {
        await trx.updateTable("enrolment").set({ state: "notCompleted" }).where("id", "=", id).execute();
        await audit(trx, after, { ...nobody, action: "workshop.stateChanged", subjectId: workshopId });
      });
    await fail(absent);
    expect(await suspects(database)).toEqual([]);
    await fail(named);
    expect(await suspects(database)).toEqual([workshopId]);
  });
});
