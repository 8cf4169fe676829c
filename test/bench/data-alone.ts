import { reachOf } from "#app/access/permissions.ts";
import { saveSheet } from "#app/attendance/commands.ts";
import { countMarksBySession, listMarks } from "#app/attendance/queries.ts";
import { listCards } from "#app/catalogue/cards.ts";
import { renderCertificate } from "#app/certificates/document/certificate-pdf.ts";
import { findCertificate, findDocument } from "#app/certificates/queries.ts";
import { listUndelivered } from "#app/desk/attention/tasks.queries.ts";
import { certifiableTasks } from "#app/desk/certificates/certificate-tasks.ts";
import { readPlannerFilter } from "#app/desk/planner/planner-filter.ts";
import { plannerRows } from "#app/desk/planner/planner-rows.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { listEnrolmentsOf, listParticipants } from "#app/enrolment/queries.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { findProfile } from "#app/people/queries.ts";
import { listThemes } from "#app/programmes/queries.ts";
import { findFigures } from "#app/progress/figures/figures.ts";
import { originNames } from "#app/progress/figures/origin-names.ts";
import { readScope } from "#app/progress/scope.ts";
import { findActor } from "#app/sessions/queries.ts";
import { signIn } from "#app/sign-in/commands.ts";
import { demoPassword } from "#app/sign-in/demo-accounts.ts";
import { isPassword } from "#app/sign-in/password/password.ts";
import { findAccountByEmail } from "#app/sign-in/queries.ts";
import { now } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { decide } from "#app/timetable/plan/acts.rules.ts";
import { writePlan } from "#app/timetable/plan/plan.commands.ts";
import { findSession, listNextSessions, listSessionsOf } from "#app/timetable/queries.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import { listWorkshops } from "#app/workshops/list.queries.ts";
import { countWorkshopsByState, findWorkshop, listWorkshopsById } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import { type CaseName, documents, moveOf, nth, plannerOfYear } from "./cases.ts";
import type { Member, World } from "./world.ts";

type Work = (database: Database, world: World, round: number) => Promise<unknown>;

const locale = "es";
const t = translator(locale);

/** What each page asks of the database, and what each command does in its transaction, without Remix and React. */
export const dataAlone: Record<CaseName, Work> = {
  catalogue: readCatalogue,
  "catalogue, first look": readCatalogue,
  "workshop page": readWorkshop,
  "workshop page, first look": readWorkshop,
  "attendance sheet": async (database, { coordinator, taken }) => {
    const { read } = database;
    const actor = await actorOf(database, coordinator);
    const workshop = orNotFound(await findWorkshop(read, taken.code, reachOf(actor, "desk.read")));
    const session = orNotFound(await findSession(read, workshop.id, taken.number));
    const seated = await listParticipants(read, workshop.id, "seated");
    return [seated, await listMarks(read, session.id), await listInstitutions(read, workshop.startsOn)];
  },
  "saving a sheet": async (database, { coordinator, blank }, round) => {
    const sheet = nth(blank, round);
    const { accountId, ...actor } = await actorOf(database, coordinator);
    const marks = new Map(sheet.enrolmentIds.map((id) => [id, "present" as const]));
    return database.transact(async (trx) => {
      const workshop = orNotFound(await holdWorkshop(trx, sheet.code, reachOf(actor, "attendance.record")));
      const session = orNotFound(await findSession(trx, workshop.id, sheet.number));
      return saveSheet(trx, workshop, { session, marks, reason: "Fila equivocada" }, { accountId, at: now() });
    });
  },
  timetable: async (database, { coordinator, planned }) => {
    const { read } = database;
    const actor = await actorOf(database, coordinator);
    const workshop = orNotFound(await findWorkshop(read, planned.code, reachOf(actor, "desk.read")));
    const sessions = await listSessionsOf(read, [workshop.id]);
    return countMarksBySession(
      read,
      sessions.map(({ id }) => id),
    );
  },
  "moving a session": async (database, { coordinator, planned }, round) => {
    const { accountId, ...actor } = await actorOf(database, coordinator);
    return database.transact(async (trx) => {
      const workshop = orNotFound(await holdWorkshop(trx, planned.code, reachOf(actor, "workshop.change")));
      const sessions = await listSessionsOf(trx, [workshop.id]);
      const changed = decide([moveOf(planned, round)], sessions).decided.flatMap((one) =>
        one.kind === "change" ? [one] : [],
      );
      const planning = { workshop, sessions, countMarks: countMarksBySession };
      return writePlan(trx, planning, { changed }, { accountId, at: now() });
    });
  },
  enrolment: async (database, { open, newcomers }, round) => {
    const { personId, accountId } = nth(newcomers, round);
    return database.transact((trx) =>
      enrol(trx, { personId, workshopId: nth(open, round).id }, { accountId, at: now() }),
    );
  },
  verification: readCertificate,
  "verification, first look": readCertificate,
  "making a certificate": async ({ read }, { certificateNumbers }, round) =>
    renderCertificate(orNotFound(await findCertificate(read, nth(certificateNumbers, round))).data),
  "certificate download": async ({ read }, { certificateNumbers }, round) => {
    const { number, workshopId } = orNotFound(
      await findCertificate(read, nth(certificateNumbers.slice(0, documents), round)),
    );
    return findDocument(read, number, { workshopId });
  },
  report: async (database, { manager }) => {
    const [at, db] = [now(), database.read];
    const actor = await actorOf(database, manager);
    const reach = reachOf(actor, "progress.read");
    const url = new URL("http://localhost/es/progress");
    const { scope } = await readScope({ db, actor, reach, url, locale, t, at });
    const { origins } = await findFigures(db, scope);
    return originNames({ db, locale, t, on: localDate(at, actor.zone) }, origins);
  },
  "my workshops": async (database, { official }) => {
    const { read } = database;
    const { personId } = await actorOf(database, official);
    const enrolments = await listEnrolmentsOf(read, personId);
    const [all, seated] = [enrolments, enrolments.filter(({ state }) => state === "confirmed")].map((rows) =>
      rows.map(({ workshopId }) => workshopId),
    );
    return [
      await listWorkshopsById(read, all ?? []),
      await listNextSessions(read, seated ?? [], now()),
      await findProfile(read, personId),
    ];
  },
  "signing in": async (database, { signers }, round) => {
    const email = nth(signers, round);
    const account = orNotFound(await findAccountByEmail(database.read, email));
    const verified = { accountId: account.id, email, passwordHash: account.passwordHash ?? "" };
    await isPassword(demoPassword, verified.passwordHash);
    const by = { accountId: account.id, at: now() };
    return database.transact((trx) => signIn(trx, { ...verified, former: null, device: "" }, by));
  },
  desk: async (database, { coordinator }) => {
    const { read } = database;
    const reach = reachOf(await actorOf(database, coordinator), "desk.read");
    return [
      await listWorkshops(read, reach, {}),
      await countWorkshopsByState(read, reach),
      await listUndelivered(read, reach),
      await certifiableTasks(read, reach, plusLocalDays(localDate(now(), "America/Mexico_City"), -90)),
    ];
  },
  "planner of a year": async (database, { coordinator }) => {
    const [at, db] = [now(), database.read];
    const actor = await actorOf(database, coordinator);
    const filter = readPlannerFilter(new URL(plannerOfYear, "http://localhost"), localDate(at, actor.zone));
    return plannerRows({ db, actor, reach: reachOf(actor, "desk.read"), locale, t, at }, filter);
  },
};

async function actorOf({ read }: Database, { token }: Member) {
  return orNotFound(await findActor(read, token, now())).actor;
}

async function readCatalogue({ read }: Database) {
  const at = now();
  const filter = { when: "upcoming" as const, today: localDate(at, "America/Mexico_City") };
  return [await listCards(read, filter, { locale, zone: null, at }, t), await listThemes(read)];
}

async function readWorkshop({ read }: Database, { open }: World, round: number) {
  const workshop = orNotFound(await findWorkshop(read, nth(open, round).code, "public"));
  return [
    await listSessionsOf(read, [workshop.id]),
    await listInstitutions(read, workshop.startsOn, [workshop.hostInstitutionId]),
  ];
}

function readCertificate({ read }: Database, { certificateNumbers }: World, round: number) {
  return findCertificate(read, nth(certificateNumbers, round));
}
