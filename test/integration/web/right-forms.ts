import { seedDemo } from "#app/demo/demo.ts";
import { addOnBehalf } from "#app/enrolment/behalf/adding/adding.commands.ts";
import { versionOf } from "#app/enrolment/behalf/behalf.rules.ts";
import { enrol } from "#app/enrolment/commands.ts";
import { writeMessage } from "#app/messages/compose/writing.commands.ts";
import { messageForm } from "#app/messages/form.ts";
import { plusDays } from "#app/time/instant.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import type { Database } from "#db/database.ts";
import { beginSome, failLetter, findBegun } from "#test/integration/imports/begun.ts";
import { addAccount } from "#test/support/accounts.ts";
import { castAt } from "#test/support/cast.ts";
import { handOutPdf } from "#test/support/materials.ts";
import { held } from "#test/support/plan-of.ts";
import { addMeasures } from "#test/support/programmes.ts";
import { addWorkshop } from "#test/support/world.ts";
import { dossierForms, havePrepared } from "./dossier-forms.ts";
import { haveNominated, nominationForms, sendsFor } from "./right-nomination-forms.ts";
import { haveAsked, offerForms } from "./right-offer-forms.ts";
import { peopleForms } from "./right-people-forms.ts";
import { placeForms } from "./right-place-forms.ts";
import { haveTaught, teachingForms } from "./right-teaching-forms.ts";
import { havePostponed, timetableForms, undoForms } from "./right-timetable-forms.ts";

export type Form = Record<string, string | string[]>;
type Sending = { path: string; form: Form /** Sends a file with it. */; isUpload?: true };

/** After the last day of the workshops of `addWorkshop`. */
export const today = plusDays(castAt, 5);

export const anasEmail = "ana@demo.example";

/** The demo, and in it somebody who may do everything, a workshop that has just ended and one with her in it. */
export async function world(database: Database) {
  await seedDemo(database, { at: castAt, appUrl: "http://127.0.0.1:3000" });
  const haruka = await addAccount(database, { email: "haruka@demo.example", passwordHash: null, at: today });
  await addWorkshop(database, { code: "ZZ-1", state: "running" });
  await addWorkshop(database, { code: "ZZ-2", state: "draft" });
  const workshopId = await addWorkshop(database, { code: "ZZ-3", startsOn: "2026-12-23", endsOn: "2026-12-27" });
  await addWorkshop(database, { code: "ZZ-4", startsOn: "2026-12-23", endsOn: "2026-12-27" });
  const programmes = await database.read.selectFrom("programme").select("id as programmeId").execute();
  const coordinates = programmes.map(({ programmeId }) => ({ role: "coordinator" as const, programmeId }));
  const { role, institutionId } = await sendsFor(database);
  const grants = ["administrator" as const, "official" as const, { role, institutionId }, ...coordinates];
  const ana = await addAccount(database, { email: anasEmail, grants, at: today, person: { institutionId } });
  const afternoon = { kind: "practice", date: "2026-12-23", startsTime: "15:00", endsTime: "16:00" };
  await database.transact(async (trx) =>
    saveSession(trx, await held(trx, { code: "ZZ-4" }), null, sessionForm.parse(afternoon), { ...ana, at: today }),
  );
  for (const title of ["Primera", "Segunda", "Tercera"])
    await handOutPdf(database, { code: "ZZ-4", title, by: { accountId: ana.accountId, at: today } });
  await database.transact((trx) => enrol(trx, { ...ana, workshopId }, { accountId: ana.accountId, at: today }));
  const adding = { workshopId, personIds: [haruka.personId], reason: null, note: null, seats: 1 };
  await database.transact((trx) => addOnBehalf(trx, adding, { accountId: ana.accountId, at: today }));
  await haveAsked(database, { anas: ana.personId, others: haruka.personId }, { ...ana, at: today });
  const letter = messageForm.parse({ audience: "all", "subject.es": "Aviso", "body.es": "Mañana empezamos." });
  await database.transact((trx) => writeMessage(trx, workshopId, letter, { ...ana, at: today }));
  await haveTaught(database, { asked: ana, proposed: haruka }, { accountId: ana.accountId, at: today });
  await haveNominated(database, { ...ana, institutionId }, { accountId: ana.accountId, at: today });
  await havePostponed(database, today).then(() => havePrepared(database, { ...ana, at: today }));
  await beginSome(database, ana.accountId, today);
  await failLetter(database, workshopId, today);
  await addMeasures(database, { ...ana, at: today });
}

/** A form in good order for each action that somebody has to be signed in for, by its address on the map. */
export async function sendings({ read, transact }: Database): Promise<Record<string, Sending>> {
  const { id: job } = await read
    .selectFrom("outbox")
    .select("id")
    .where("failedAt", "is not", null)
    .executeTakeFirstOrThrow();
  const { id: account, personId: known } = await read
    .selectFrom("account")
    .select(({ ref }) => ["id", ref("personId").$notNull().as("personId")])
    .where("email", "=", "haruka@demo.example")
    .executeTakeFirstOrThrow();
  const acts = read.selectFrom("enrolmentAct").select("id").orderBy("at", "desc");
  const { id: act } = await acts.executeTakeFirstOrThrow();
  const anas = await read
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .innerJoin("account", "account.personId", "enrolment.personId")
    .select(["enrolment.id", "enrolment.state", "enrolment.ticket", "enrolment.changedAt"])
    .where("workshop.code", "=", "ZZ-3")
    .where("account.email", "=", anasEmail)
    .executeTakeFirstOrThrow();
  const { list, work } = await findBegun(read);
  const { programmeId, hostInstitutionId } = await read
    .selectFrom("workshop")
    .select(["programmeId", "hostInstitutionId"])
    .where("code", "=", "ZZ-2")
    .executeTakeFirstOrThrow();
  const candidate = await read
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .innerJoin("person", "person.id", "enrolment.personId")
    .leftJoin("certificate", (join) =>
      join.onRef("certificate.workshopId", "=", "workshop.id").onRef("certificate.personId", "=", "enrolment.personId"),
    )
    .select(["workshop.code", "enrolment.id"])
    .where("enrolment.state", "=", "completed")
    .where("person.nameConfirmedAt", "is not", null)
    .where("certificate.id", "is", null)
    .executeTakeFirstOrThrow();
  const unnamed = await read
    .selectFrom("enrolment")
    .innerJoin("workshop", "workshop.id", "enrolment.workshopId")
    .innerJoin("person", "person.id", "enrolment.personId")
    .innerJoin("account", "account.personId", "person.id")
    .select("workshop.code")
    .where("enrolment.state", "=", "completed")
    .where("person.nameConfirmedAt", "is", null)
    .executeTakeFirstOrThrow();
  const certificate = await read
    .selectFrom("certificate")
    .innerJoin("workshop", "workshop.id", "certificate.workshopId")
    .select(["workshop.code", "certificate.number"])
    .where("certificate.status", "=", "valid")
    .orderBy("certificate.issuedAt", "desc")
    .executeTakeFirstOrThrow();
  const { id: messageId } = await read
    .selectFrom("message")
    .innerJoin("workshop", "workshop.id", "message.workshopId")
    .select("message.id")
    .where("workshop.code", "=", "ZZ-3")
    .executeTakeFirstOrThrow();
  const message = { audience: "all", "subject.es": "Sede", "body.es": "Nos vemos en {sede}." };
  const ending = { reason: "Se explica.", isConfirmed: "1" };
  const details = { programmeId, hostInstitutionId, mode: "onSite", country: "MX", zone: "America/Mexico_City" };
  const plan = { startsOn: "2026-11-23", endsOn: "2026-11-27", capacity: "6", minimumAttendance: "80" };
  const workshop = { ...details, ...plan, workingLanguages: "es", "title.es": "Otro" };
  const session = { kind: "lecture", date: "2026-11-24", isCounted: "1", "title.es": "Nueva" };
  const desk = "/:l/desk/workshops/:code";
  const handing = "/es/desk/workshops/ZZ-4";
  const names = { "name.es": "Aduanas", acronym: "AGA", validFrom: "1997-07-01" };
  const person = { familyName: "Núñez", givenName: "Mariana", locale: "es", zone: "America/Tijuana" };
  const programme = { startsOn: "2026-01-01", endsOn: "2026-12-31", "title.es": "Cooperación" };
  return {
    ...(await teachingForms({ read })),
    ...(await offerForms({ read })),
    "/:l/workshops/:code/enrolment": { path: "/es/workshops/ZZ-4/enrolment", form: {} },
    "/:l/workshops/:code/enrolment/withdrawal": { path: "/es/workshops/ZZ-3/enrolment/withdrawal", form: {} },
    "/:l/me/profile": { path: "/es/me/profile", form: { part: "person", ...person, post: "Jefa" } },
    "/:l/me/privacy": { path: "/es/me/privacy", form: { part: "others" } },
    "/:l/desk/people/import": { path: "/es/desk/people/import", form: { programmeId }, isUpload: true },
    "/:l/desk/people/import/:id": { path: `/es/desk/people/import/${list}`, form: { part: "discard" } },
    "/:l/work/:id": { path: `/es/work/${work}`, form: {} },
    "/:l/desk/workshops/new": { path: "/es/desk/workshops/new", form: { ...workshop, code: "ZZ-9" } },
    [`${desk}/details`]: { path: "/es/desk/workshops/ZZ-2/details", form: { ...workshop, code: "ZZ-2" } },
    [`${desk}/state`]: { path: "/es/desk/workshops/ZZ-4/state", form: { to: "closed" } },
    [`${desk}/sessions/new`]: {
      path: "/es/desk/workshops/ZZ-2/sessions/new",
      form: { ...session, startsTime: "12:00", endsTime: "13:00" },
    },
    [`${desk}/sessions/:n`]: {
      path: "/es/desk/workshops/ZZ-2/sessions/2",
      form: { ...session, startsTime: "9:00", endsTime: "10:00" },
    },
    ...timetableForms,
    ...(await undoForms(read)),
    [`${desk}/sessions/:n/removal`]: { path: "/es/desk/workshops/ZZ-2/sessions/2/removal", form: {} },
    [`${desk}/sessions/:n/attendance`]: {
      path: "/es/desk/workshops/MJ-2026-04/sessions/1/attendance",
      form: { everybody: "excused", reason: "Simulacro" },
    },
    ...(await placeForms({ read, transact })),
    ...(await nominationForms({ read })),
    ...dossierForms(anas.id),
    [`${desk}/materials`]: { path: `${handing}/materials`, form: { part: "move", number: "1", way: "down" } },
    [`${desk}/materials/new`]: {
      path: "/es/desk/workshops/ZZ-2/materials/new",
      form: { title: "Guía", language: "es", class: "public" },
      isUpload: true,
    },
    [`${desk}/materials/:n`]: {
      path: `${handing}/materials/1`,
      form: { title: "Otro", language: "ja", class: "staff" },
    },
    [`${desk}/materials/:n/versions/new`]: {
      path: `${handing}/materials/1/versions/new`,
      form: {},
      isUpload: true,
    },
    [`${desk}/removal`]: { path: "/es/desk/workshops/ZZ-2/removal", form: {} },
    [`${desk}/reopening`]: {
      path: "/es/desk/workshops/ZZ-1/reopening",
      form: { to: "closed", reason: "Se inició por error." },
    },
    [`${desk}/certificates/name-reminders`]: {
      path: `/es/desk/workshops/${unnamed.code}/certificates/name-reminders`,
      form: {},
    },
    [`${desk}/certificates/:number/replacement`]: {
      path: `/es/desk/workshops/${certificate.code}/certificates/${certificate.number}/replacement`,
      form: { ...ending, reasonClass: "documentFlawed" },
    },
    [`${desk}/certificates/:number/revocation`]: {
      path: `/es/desk/workshops/${certificate.code}/certificates/${certificate.number}/revocation`,
      form: { ...ending, reasonClass: "issuedByMistake" },
    },
    [`${desk}/participants/new`]: {
      path: "/es/desk/workshops/ZZ-4/participants/new",
      form: { part: "people", p: known, seats: "1" },
    },
    [`${desk}/participants/undoing`]: { path: "/es/desk/workshops/ZZ-3/participants/undoing", form: { act } },
    [`${desk}/participants/:enrolment`]: {
      path: `/es/desk/workshops/ZZ-3/participants/${anas.id}`,
      form: { change: "withdrawn", version: versionOf(anas), reason: "Lo pidió por teléfono." },
    },
    [`${desk}/completion`]: { path: "/es/desk/workshops/ZZ-1/completion", form: {} },
    [`${desk}/certificates`]: {
      path: `/es/desk/workshops/${candidate.code}/certificates`,
      form: { chosen: candidate.id },
    },
    [`${desk}/messages/new`]: { path: "/es/desk/workshops/ZZ-3/messages/new", form: message },
    [`${desk}/messages/:message`]: { path: `/es/desk/workshops/ZZ-3/messages/${messageId}`, form: { deed: "try" } },
    [`${desk}/messages/:message/text`]: { path: `/es/desk/workshops/ZZ-3/messages/${messageId}/text`, form: message },
    [`${desk}/messages`]: { path: "/es/desk/workshops/ZZ-3/messages", form: { job } },
    ...(await peopleForms({ read }, { known, programmeId, person })),
    "/:l/admin/accounts/new": {
      path: "/es/admin/accounts/new",
      form: {
        ...person,
        email: "nueva@demo.example",
        homeInstitutionId: hostInstitutionId,
        country: "MX",
        role: "official",
      },
    },
    "/:l/admin/accounts/:id": { path: `/es/admin/accounts/${account}`, form: { part: "invitation" } },
    "/:l/admin/accounts/:id/person": {
      path: `/es/admin/accounts/${account}/person`,
      form: { ...person, email: "haruka@demo.example", country: "MX", post: "Jefa" },
    },
    "/:l/admin/institutions/new": {
      path: "/es/admin/institutions/new",
      form: { ...names, code: "NUEVA", country: "MX" },
    },
    "/:l/admin/institutions/:code": { path: "/es/admin/institutions/ZZ-1", form: { ...names, part: "name" } },
    "/:l/admin/institutions/:code/record": {
      path: "/es/admin/institutions/ZZ-1/record",
      form: { part: "archiving" },
    },
    "/:l/admin/programmes/:code/record": { path: "/es/admin/programmes/ZZ-1/record", form: { part: "archiving" } },
    "/:l/admin/programmes/new": { path: "/es/admin/programmes/new", form: { ...programme, code: "NUEVO" } },
    "/:l/admin/programmes/:code": { path: "/es/admin/programmes/ZZ-1", form: programme },
  };
}
