import { seedDemo } from "#app/demo/demo.ts";
import { addMember } from "#app/faculty/commands.ts";
import { memberForm } from "#app/faculty/form.ts";
import { writeMessage } from "#app/messages/compose/writing.commands.ts";
import { messageForm } from "#app/messages/form.ts";
import { reactions } from "#app/reactions.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { runDueJobs } from "#test/support/due-jobs.ts";
import { addAccount, cookieFor } from "./accounts.ts";
import type { Open } from "./databases.ts";
import { addTasks } from "./dossiers.ts";
import { id } from "./ids.ts";
import { jobContext } from "./job-context.ts";
import { handOutPdf } from "./materials.ts";
import { addNominations, addReviewer } from "./nominations.ts";
import { addCost, addExchange, addIndicator } from "./programmes.ts";
import { writtenId } from "./written-id.ts";

export const castAt = "2026-11-23T18:00:00.000Z" as const;

export type Cast = {
  database: Database;
  cookies: Record<string, string>;
  /** What belongs to the demo's coordinator, instructor and Japanese official. */
  own: Record<string, string>;
  /** The same kinds of things, out of their reach. */
  foreign: Record<string, string>;
};

/** The demo with the documents of its certificates. */
async function demo(database: Database) {
  await seedDemo(database, { at: castAt, appUrl: "http://127.0.0.1:3000" });
  await runDueJobs({ ...jobContext(database, castAt), reactions });
}

/** The demo's accounts, and beside them a programme with a coordinator, a draft and an official of its own. */
export async function castDemo(open: Open): Promise<Cast> {
  const database = await open(demo);
  const holders = await database.read
    .selectFrom("account")
    .innerJoin("credential", "credential.accountId", "account.id")
    .select(["account.id", "account.email", "account.personId"])
    .execute();
  const cookies: Record<string, string> = { guest: "" };
  for (const name of ["official-jp", "focal-mx", "instructor", "coordinator", "manager", "admin"]) {
    const holder = holders.find(({ email }) => email === `${name}@demo.example`);
    cookies[name] = await cookieFor(database, holder?.id ?? id("account", "none"));
  }
  const stranger = await addProgramme(database);
  cookies.stranger = await cookieFor(database, stranger.accountId);
  const official = holders.find(({ email }) => email === "official-jp@demo.example");
  const certificates = await database.read
    .selectFrom("certificate")
    .select(["number", "personId", "workshopId"])
    .execute();
  const mine = certificates.find(({ personId }) => personId === official?.personId);
  const other = certificates.find(
    ({ personId, workshopId }) => personId !== official?.personId && workshopId !== mine?.workshopId,
  );
  const workshop = await database.read
    .selectFrom("workshop")
    .select(["id", "code"])
    .where("id", "=", mine?.workshopId ?? id("workshop", "none"))
    .executeTakeFirstOrThrow();
  const teaching = {
    id: newId<"roleGrant">(),
    role: "instructor",
    workshopId: workshop.id,
    grantedAt: castAt,
  } as const;
  const instructor = holders.find(({ email }) => email === "instructor@demo.example");
  await database.transact((trx) =>
    trx
      .insertInto("roleGrant")
      .values({ ...teaching, accountId: instructor?.id ?? id("account", "none") })
      .execute(),
  );
  const venue = await database.read
    .selectFrom("room")
    .select(["id", "venueId"])
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const module = await addModule(database, stranger.workshopId);
  const ownModule = await addModule(database, workshop.id);
  const enrolments = await database.read.selectFrom("enrolment").select(["id", "workshopId"]).execute();
  const by = { accountId: null, at: castAt };
  for (const { code } of [workshop, stranger]) {
    await handOutPdf(database, { code, by });
    await addTasks(database, code, ["report", "flight"], by);
  }
  const nominations = await addNominations(database, { own: workshop.id, foreign: stranger });
  await addReviewer(database, workshop.id, instructor?.id ?? id("account", "none"));
  await addExchange(database, "MJ-CUSTOMS", by);
  const foreign = { id: stranger.workshopId, accountId: stranger.accountId };
  // venues are everybody's
  const places = { venue: venue.venueId, room: venue.id };
  const shared = {
    l: "es",
    token: "no-such-token",
    n: "1",
    version: "1",
    letter: "1",
    task: "1",
    question: "1",
    section: "post",
    ...places,
  };
  return {
    database,
    cookies,
    own: {
      ...shared,
      code: workshop.code,
      number: mine?.number ?? "",
      file: `${mine?.number}.pdf`,
      id: official?.id ?? "",
      enrolment: enrolments.find(({ workshopId }) => workshopId === workshop.id)?.id ?? "",
      module: ownModule,
      nomination: nominations.own,
      indicator: await addIndicator(database, "MJ-CUSTOMS", by),
      ...(await addCost(database, "MJ-CUSTOMS", by)),
      person: official?.personId ?? "",
      other: instructor?.personId ?? "",
      member: await addTeacher(database, instructor?.personId ?? id("person", "none")),
      message: await addMessage(database, { id: workshop.id, accountId: stranger.accountId }),
    },
    foreign: {
      ...shared,
      code: stranger.code,
      number: other?.number ?? "",
      file: `${other?.number}.pdf`,
      id: stranger.accountId,
      enrolment: enrolments.find(({ workshopId }) => workshopId !== workshop.id)?.id ?? "",
      nomination: nominations.foreign,
      module,
      indicator: await addIndicator(database, "ZZ", by),
      ...(await addCost(database, "ZZ", by)),
      person: stranger.personId,
      other: stranger.personId,
      member: await addTeacher(database, stranger.personId),
      message: await addMessage(database, foreign),
    },
  };
}

async function addProgramme(database: Database) {
  const [programmeId, workshopId, code] = [newId<"programme">(), newId<"workshop">(), "ZZ-2026-01"];
  const host = await database.read.selectFrom("institution").select("id").executeTakeFirstOrThrow();
  await database.transact(async (trx) => {
    const days = { startsOn: "2026-12-01", endsOn: "2026-12-05", createdAt: castAt } as const;
    await trx
      .insertInto("programme")
      .values({ id: programmeId, code: "ZZ", ...days })
      .execute();
    const facts = {
      mode: "onSite",
      zone: "Asia/Tokyo",
      country: "JP",
      capacity: 5,
      minimumAttendance: 80,
      state: "draft",
    } as const;
    await trx
      .insertInto("workshop")
      .values({ id: workshopId, programmeId, code, hostInstitutionId: host.id, ...facts, ...days, changedAt: castAt })
      .execute();
    await trx.insertInto("workshopLanguage").values({ workshopId, position: 1, locale: "ja" }).execute();
  });
  const { accountId, personId } = await addAccount(database, { grants: [{ role: "coordinator", programmeId }] });
  return { code, accountId, personId, workshopId };
}

/** On the list of those who teach, which all coordinators share. */
async function addTeacher(database: Database, personId: Id<"person">): Promise<Id<"faculty">> {
  const input = memberForm.parse({ roles: "instructor", languages: "ja", note: "Aduanas" });
  const by = { accountId: null, at: castAt };
  return (await database.transact((trx) => addMember(trx, { personId, ...input }, by))).id;
}

async function addModule(database: Database, workshopId: Id<"workshop">): Promise<Id<"module">> {
  const moduleId = newId<"module">();
  await database.transact(async (trx) => {
    await trx.insertInto("module").values({ id: moduleId, workshopId, position: 9 }).execute();
    await trx.insertInto("moduleText").values({ moduleId, locale: "es", title: "Unidad" }).execute();
  });
  return moduleId;
}

/** A draft, whoever has written it. */
async function addMessage(
  database: Database,
  { id: workshopId, accountId }: { id: Id<"workshop">; accountId: Id<"account"> },
) {
  const input = messageForm.parse({ audience: "all", "subject.es": "Aviso", "body.es": "Nos vemos en {sede}." });
  return writtenId(await database.transact((trx) => writeMessage(trx, workshopId, input, { accountId, at: castAt })));
}
