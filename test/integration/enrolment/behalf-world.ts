import * as newParticipant from "#app/enrolment/behalf/adding/participant-new.route.tsx";
import { reactions } from "#app/reactions.ts";
import { plusSeconds } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { jobContext } from "#test/support/job-context.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

export const at = "2026-11-01T12:00:00.000Z" as const;
export const desk = "/es/desk/workshops/MJ-1/participants";

/** A workshop of two seats, its coordinator, and people who have been in another workshop of the programme. */
export async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", capacity: 2 });
  const programmeId = await programmeOf(database, workshopId);
  const grants = [{ role: "coordinator" as const, programmeId }];
  const named = (givenName: string, familyName: string, locale: "es" | "ja" = "es") => ({
    ...{ givenName, familyName, locale },
  });
  const coordinator = await addAccount(database, { grants, at, person: named("Jorge", "Zamudio") });
  const people: Awaited<ReturnType<typeof addAccount>>[] = [];
  for (const [given, family, locale] of [
    ["María", "Soto", "es"],
    ["Haruka", "Suzuki", "ja"],
    ["Óscar", "Sotelo", "es"],
  ] as const)
    people.push(await addAccount(database, { grants: ["official"], at, person: named(given, family, locale) }));
  await database.transact((trx) =>
    trx
      .insertInto("programmePerson")
      .values(people.map(({ personId }) => ({ programmeId, personId, addedAt: at, addedBy: null })))
      .execute(),
  );
  const cookie = await cookieFor(database, coordinator.accountId, at);
  const open = (path: string, door: Parameters<typeof knock>[0] = newParticipant.loader) =>
    knock(door, { database, path, cookie });
  const send = (path: string, form: Record<string, string | string[]>, door = newParticipant.action as never) =>
    knock(door, { database, path, cookie, form });
  return { workshopId, coordinator, people, cookie, open, send };
}

export const mail = ({ read }: Database) =>
  read.selectFrom("mail").select(["kind", "locale", "personId", "bodyText"]).orderBy("id").execute();
export const run = (database: Database, seconds: number) =>
  runDueJobs({ ...jobContext(database, plusSeconds(at, seconds)), at: plusSeconds(at, seconds), reactions });
