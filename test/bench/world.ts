import type { By } from "#app/access/actor.ts";
import { issueCertificates, keepDocument } from "#app/certificates/commands.ts";
import { renderCertificate } from "#app/certificates/document/certificate-pdf.ts";
import { hashDemoPassword } from "#app/demo/accounts.ts";
import { type SizeName, seedSize } from "#app/demo/large/sizes.ts";
import { type FontCoverage, readFontCoverage } from "#app/documents/font-coverage.ts";
import { openSession } from "#app/sessions/commands.ts";
import { storePassword } from "#app/sign-in/commands.ts";
import { rebuildFigures } from "#app/statistics/stored.jobs.ts";
import { type Instant, now } from "#app/time/instant.ts";
import type { WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { movedFacts } from "#app/timetable/editor/moving/moves.rules.ts";
import { openDatabase, type Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { documents } from "./cases.ts";
import { blankSheets, type Sheet, takenSheet } from "./sheets.ts";

export type Workshop = { id: Id<"workshop">; code: string };
export type Member = { personId: Id<"person">; accountId: Id<"account">; token: string };

/** Whom and what the requests are about. */
export type World = {
  open: Workshop[];
  taken: Sheet;
  /** The last session of a workshop to come, and two ends that it may have. */
  planned: { code: string; id: Id<"session">; startsLocal: WallTime; ends: [WallTime, WallTime]; zone: Zone };
  /** Each can be saved for the first time once. */
  blank: Sheet[];
  certificateNumbers: string[];
  /** The code of their workshop. */
  certified: string;
  administrator: Member;
  coordinator: Member;
  manager: Member;
  /** Enrolled in workshops to come and in others that are over. */
  official: Member;
  /** Enrolled in no workshop that is open: each enrols once. */
  newcomers: Member[];
  /** A workshop with few free seats, and many who want them. */
  rush: { workshop: Workshop; newcomers: Member[] };
  /** The addresses of some who have the demo's password. */
  signers: string[];
};

const rushSeats = 30;
const rushPeople = 200;
/** More than sign in at once: an account takes ten attempts before one has succeeded. */
const signerCount = 300;

/** Fills a new database with a size of rows, and prepares `rounds` first enrolments and as many blank sheets. */
export async function buildWorld(
  file: string,
  appUrl: string,
  rounds: number,
  size: SizeName = "everyday",
): Promise<World> {
  const at = now();
  const database = openDatabase(file);
  await migrateToLatest(database);
  await seedSize(database, at, size);
  await rebuildFigures(database);
  const world = await database.transact((trx) => prepare(trx, { at, appUrl, rounds }));
  await database.close();
  return world;
}

/** A world that was built hours ago: whoever looks at its pages has to sign in again. */
export async function signInAgain(file: string, world: World): Promise<World> {
  const database = openDatabase(file);
  const at = now();
  const again = await database.transact(async (trx) => ({
    administrator: await memberOf(trx, world.administrator, at),
    coordinator: await memberOf(trx, world.coordinator, at),
    manager: await memberOf(trx, world.manager, at),
    official: await memberOf(trx, world.official, at),
  }));
  await database.close();
  return { ...world, ...again };
}

type Wanted = { at: Instant; appUrl: string; rounds: number };

async function prepare(trx: Writer, { at, appUrl, rounds }: Wanted): Promise<World> {
  const open = await trx
    .selectFrom("workshop")
    .select(["id", "code"])
    .where("state", "=", "open")
    .orderBy("startsOn")
    .execute();
  const completed = await trx
    .selectFrom("workshop")
    .select("id")
    .where("state", "=", "completed")
    .orderBy("startsOn", "desc")
    .execute();
  const [hurried, ...others] = open;
  if (!hurried) throw new Error("The seed has no open workshop.");
  const [certified, taken, ...over] = completed.map(({ id }) => id);
  if (!certified || !taken) throw new Error("The seed has no completed workshops.");
  const coordinator = await memberOf(trx, await accountByEmail(trx, "coordinator@demo.example"), at);
  // newcomers find seats, as long as nobody waits for one
  await trx.updateTable("workshop").set({ capacity: 2_000 }).where("state", "=", "open").execute();
  await leaveFew(trx, hurried.id);
  const { code } = await trx
    .selectFrom("workshop")
    .select("code")
    .where("id", "=", certified)
    .executeTakeFirstOrThrow();
  const people = await newcomers(trx, rounds + rushPeople, at);
  return {
    open: others,
    taken: await takenSheet(trx, taken),
    planned: await lastSession(trx, others[0] ?? hurried),
    blank: await blankSheets(trx, over, rounds),
    certificateNumbers: await issueAll(trx, {
      ...{ workshopId: certified, appUrl, fonts: readFontCoverage() },
      by: { accountId: coordinator.accountId, at },
    }),
    certified: code,
    administrator: await memberOf(trx, await accountByEmail(trx, "admin@demo.example"), at),
    coordinator,
    manager: await memberOf(trx, await accountByEmail(trx, "manager@demo.example"), at),
    official: await memberOf(trx, await busyOfficial(trx), at),
    newcomers: people.slice(rushPeople),
    rush: { workshop: hurried, newcomers: people.slice(0, rushPeople) },
    signers: await giveDemoPassword(trx, people.slice(0, signerCount), at),
  };
}

async function lastSession(trx: Writer, { id: workshopId, code }: Workshop): Promise<World["planned"]> {
  const { id, startsLocal, endsLocal, zone } = await trx
    .selectFrom("session")
    .select(["id", "startsLocal", "endsLocal", "zone"])
    .where("workshopId", "=", workshopId)
    .orderBy("startsAt", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const { endsLocal: shorter } = movedFacts({ startsLocal, endsLocal }, { endBy: -15 });
  return { code, id, startsLocal, ends: [shorter, endsLocal], zone };
}

/** Nobody waits, and few seats are free. */
async function leaveFew(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  await trx
    .updateTable("enrolment")
    .set({ state: "withdrawn" })
    .where("workshopId", "=", workshopId)
    .where("state", "=", "reserve")
    .execute();
  await trx
    .updateTable("workshop")
    .set(({ eb }) => ({ reserveCount: 0, capacity: eb("seatsTaken", "+", rushSeats) }))
    .where("id", "=", workshopId)
    .execute();
}

type Account = Omit<Member, "token">;

const memberOf = async (trx: Writer, account: Account, at: Instant): Promise<Member> => ({
  ...account,
  token: await openSession(trx, { accountId: account.accountId, device: "bench", at }),
});

const accounts = (trx: Writer) =>
  trx
    .selectFrom("account")
    .select(({ ref }) => ["account.id as accountId", ref("account.personId").$notNull().as("personId")]);

const accountByEmail = (trx: Writer, email: string) =>
  accounts(trx).where("email", "=", email).executeTakeFirstOrThrow();

/** Who has enrolled most often, among those with a workshop to come. */
async function busyOfficial(trx: Writer): Promise<Account> {
  return accounts(trx)
    .innerJoin("enrolment", "enrolment.personId", "account.personId")
    .where("account.personId", "in", (eb) =>
      eb.selectFrom(inOpenWorkshops(trx)).select("personId").where("state", "=", "confirmed"),
    )
    .groupBy(["account.id", "account.personId"])
    .orderBy(({ fn }) => fn.countAll(), "desc")
    .orderBy("account.id")
    .executeTakeFirstOrThrow();
}

async function newcomers(trx: Writer, count: number, at: Instant): Promise<Member[]> {
  const free = await accounts(trx)
    .where("account.personId", "not in", (eb) => eb.selectFrom(inOpenWorkshops(trx)).select("personId"))
    .orderBy("account.id", "desc")
    .limit(count)
    .execute();
  const members: Member[] = [];
  for (const account of free) members.push(await memberOf(trx, account, at));
  return members;
}

/** @returns their addresses */
async function giveDemoPassword(trx: Writer, members: Member[], at: Instant): Promise<string[]> {
  const passwordHash = await hashDemoPassword();
  for (const { accountId } of members) await storePassword(trx, { accountId, passwordHash }, { accountId, at });
  const ids = members.map(({ accountId }) => accountId);
  const rows = await trx.selectFrom("account").select("email").where("id", "in", ids).execute();
  return rows.flatMap(({ email }) => email ?? []);
}

const inOpenWorkshops = (trx: Writer) =>
  trx
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .where("workshop.state", "=", "open")
    .select(["enrolment.personId", "enrolment.state"])
    .as("coming");

type Issue = { workshopId: Id<"workshop">; appUrl: string; fonts: FontCoverage; by: By };

async function issueAll(trx: Writer, { by, ...issue }: Issue): Promise<string[]> {
  const enrolments = await trx
    .selectFrom("enrolment")
    .select("id")
    .where("workshopId", "=", issue.workshopId)
    .execute();
  await issueCertificates(trx, { ...issue, enrolmentIds: enrolments.map(({ id }) => id) }, by);
  const issued = await trx
    .selectFrom("certificate")
    .select(["id", "number", "data"])
    .where("workshopId", "=", issue.workshopId)
    .execute();
  for (const { id, data } of issued.slice(0, documents))
    await keepDocument(trx, { certificateId: id, pdf: renderCertificate(JSON.parse(data)), at: by.at });
  return issued.map(({ number }) => number);
}
