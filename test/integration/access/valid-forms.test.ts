import { expect, test } from "vitest";
import { beginAct } from "#app/enrolment/behalf/act/act.commands.ts";
import { standardValues } from "#app/nominations/review/criteria/plan-form-values.ts";
import { writeSeen } from "#app/ui/form/seen.rules.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type Cast, castAt, castDemo } from "#test/support/cast.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { addSentApplication } from "#test/support/nominations.ts";
import { longPdf } from "#test/support/plain-pdf.ts";
import { isForScripts, sitePlaces, watching } from "#test/support/site.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addPerson } from "#test/support/world.ts";

type Form = Record<string, string>;

const session = { kind: "lecture", date: "2026-12-01", startsTime: "09:00", endsTime: "10:00", isCounted: "1" };

/** Forms in good order for each thing of a workshop, in an order in which its own coordinator can send them all. */
const forms = (
  workshop: { programmeId: Id<"programme">; hostInstitutionId: Id<"institution"> },
  job: string,
  act: string,
): [path: string, form: Form][] => [
  ["/sessions/new", { ...session, "title.es": "Primera" }],
  ["/sessions/:n", { ...session, "title.es": "Cambiada", seen: writeSeen({ "title.es": "Primera" }) }],
  ["/sessions/:n/attendance", { everybody: "present", reason: "" }],
  ["/details", { ...details, ...workshop, seen: writeSeen({ capacity: "5" }) }],
  ["/modules/new", { "title.es": "Primera unidad" }],
  ["/modules/:module", { "title.es": "Unidad uno", seen: writeSeen({ "title.es": "Unidad" }) }],
  ["/modules/:module/step", { step: "down" }],
  ["/messages", { job }],
  ["/participants/new", { part: "people", p: "nobody", seats: "0" }],
  ["/participants/undoing", { act }],
  ["/participants/:enrolment", { change: "withdrawn", version: "another", reason: "Se explica." }],
  ["/participants/:enrolment/offer", { part: "accept", reason: "Lo dijo por teléfono." }],
  ["/messages/new", message],
  ["/messages/:message/text", { ...message, seen: writeSeen({ "body.es": "Nos vemos en {sede}." }) }],
  ["/messages/:message", { deed: "discard" }],
  ["/completion", {}],
  ["/reopening", { to: "closed", reason: "Se inició por error." }],
  ["/certificates", { chosen: "nobody" }],
  ["/certificates/name-reminders", {}],
  ["/certificates/:number/replacement", { ...ending, reasonClass: "other" }],
  ["/certificates/:number/revocation", { ...ending, reasonClass: "issuedByMistake" }],
  ["/teaching", { part: "ask" }],
  ["/sessions/:n/repeat", { on: "2026-12-03" }],
  ["/timetable/paste", { part: "save", text: "2026-12-02\t9:00\t10:00\tlecture\tOtra" }],
  ["/timetable/texts", { "title.1.es": "Otra vez", seen: writeSeen({ "title.1.es": "Cambiada" }) }],
  ["/timetable/shift", { to: "2026-12-02" }],
  ["/dates", { running: "1", seen: writeSeen({ running: "" }) }],
  ["/quotas/division", { capacity: "6", promotionDays: "14", seen: writeSeen({ capacity: "5", promotionDays: "" }) }],
  ["/quotas/trial", { quota: "nothing" }],
  ["/postponement", { to: "2027-06-07", reason: "La sede no está disponible." }],
  ["/postponement/undo", { id: "none" }],
  ["/copy", { deed: "copy", startsOn: "2027-12-01", parts: "sessions" }],
  ["/sessions/:n/removal", {}],
  ["/materials/new", { title: "Guía", language: "es", class: "public" }],
  ["/materials/:n", { title: "Otra", language: "es", class: "staff", seen: writeSeen(material) }],
  ["/materials/:n/versions/new", {}],
  ["/materials", { part: "removal", number: "1" }],
  ["/call", { ...call, "aim.es": "Otro", seen: writeSeen({ "aim.es": "Objetivo" }) }],
  ["/call/questions/new", { "label.es": "¿Qué espera?", kind: "longText" }],
  ["/call/questions/:question", { "label.es": "¿Viaja sola?", kind: "yesNo", seen: writeSeen(travels) }],
  ["/call/questions", { part: "remove", number: "1" }],
  ["/call/publication", {}],
  ["/nominations/:nomination/application/sealed", { section: "emergency" }],
  ["/nominations/:nomination", { part: "withdrawal", because: "other", note: "" }],
  ["/nominations/:nomination/substitution", { part: "refuse", reason: "Sin experiencia" }],
  ["/dossier", { task: "2", state: "notNeeded" }],
  ["/dossier/tasks", { part: "add", templates: "visa" }],
  ["/dossier/tasks/new", task],
  ["/dossier/tasks/:task", { ...task, seen: writeSeen(report) }],
  ["/dossier/payers", { ticket: "jica", seen: writeSeen({ ticket: "" }) }],
  ["/dossier/:enrolment", { task: "1", deed: "done" }],
  ["/dossier/:enrolment/journey", { ...arrival, seen: writeSeen({ arrivalOn: "" }) }],
  ["/review/criteria", { ...standardValues(), seen: writeSeen({ scale: "" }) }],
  ["/review", { part: "due", dueOn: "2027-05-03", seen: writeSeen({ dueOn: "" }) }],
  ["/review/:nomination", { part: "ask", reviewer: "nobody" }],
  [
    "/selection",
    { part: "decision", n: "nobody", decision: "selected", because: "", eligibility: "", note: "", version: "0." },
  ],
  ["/selection/announcement", { promised: "0.0.0.0." }],
  ["/state", { to: "cancelled" }],
  ["/removal", {}],
];
/** Somebody has changed the aim meanwhile. */
const call = { nomineesMax: "2", nomineeClosesOn: "2026-11-01", closesOn: "2026-11-08" };
const travels = { "label.es": "¿Viaja?", kind: "yesNo" };
const task = {
  ...{ "title.es": "Otra", owedBy: "host", dueDays: "-9" },
  ...{ holds: "nothing", seenBy: "coordination", eraseDays: "30" },
};
const report = { "title.es": "Informe inicial", owedBy: "participant", dueDays: "-21" };
/** It was postponed meanwhile. */
const arrival = { arrivalOn: "2027-06-06", arrivalTime: "10:00" };
const material = { title: "Guía", language: "es", class: "participants", sessionId: "" };
const message = { audience: "all", "subject.es": "Aviso", "body.es": "Mañana empezamos." };
const ending = { reason: "Se explica.", isConfirmed: "1" };
const details = {
  code: "ZZ-2026-01",
  "title.es": "Otro",
  mode: "onSite",
  country: "JP",
  zone: "Asia/Tokyo",
  startsOn: "2026-12-01",
  endsOn: "2026-12-05",
  capacity: "6",
  minimumAttendance: "80",
  workingLanguages: "ja",
};

/** The stranger's workshop, and a message of it that could not be delivered. */
async function prepare({ database, foreign }: Cast) {
  const workshop = await database.read
    .selectFrom("workshop")
    .select(["id", "programmeId", "hostInstitutionId"])
    .where("code", "=", foreign.code ?? "")
    .executeTakeFirstOrThrow();
  const job = newId<"outbox">();
  const outbox = {
    id: job,
    event: "enrolment.confirmed",
    reaction: "letter",
    payload: "{}",
    workshopId: workshop.id,
    createdAt: castAt,
    dueAt: castAt,
  };
  await database.transact((trx) =>
    trx
      .insertInto("outbox")
      .values({ ...outbox, failedAt: castAt, lastError: "Test" })
      .execute(),
  );
  const enrolment = await addCertified(database, workshop.id);
  const asked = { madeAt: castAt, countedFromOn: "2026-11-23", answerByOn: "2026-11-28" } as const;
  const offer = { id: newId<"offer">(), enrolmentId: enrolment, state: "open", ...asked } as const;
  await database.transact((trx) => trx.insertInto("offer").values(offer).execute());
  await addSentApplication(database, foreign.nomination as Id<"nomination">);
  const doing = { workshopId: workshop.id, kind: "withdrawn", reason: null, note: null } as const;
  const { id: act } = await database.transact((trx) => beginAct(trx, doing, { accountId: null, at: castAt }));
  return { job, act, enrolment, programmeId: workshop.programmeId, hostInstitutionId: workshop.hostInstitutionId };
}

const certificateNumber = "ZZ-2026-01-0001-00000000000000000000000000";

/** Somebody with a certificate who has not confirmed their name: one can be revoked, and asked for. */
async function addCertified(database: Database, workshopId: Id<"workshop">): Promise<Id<"enrolment">> {
  const { personId } = await addPerson(database, { locale: "es", email: "certified@demo.example" });
  const enrolmentId = await addEnrolment(database, { workshopId, personId, state: "confirmed" });
  const { data } = await database.read.selectFrom("certificate").select("data").limit(1).executeTakeFirstOrThrow();
  const certificate = {
    id: newId<"certificate">(),
    number: certificateNumber,
    workshopId,
    enrolmentId,
    personId,
    data,
  };
  await database.transact((trx) =>
    trx
      .insertInto("certificate")
      .values({ ...certificate, status: "valid", statusAt: castAt, issuedAt: castAt, dataSha256: "" })
      .execute(),
  );
  return enrolmentId;
}

const desk = "/:l/desk/workshops/:code";

describeDatabases("a form in good order", (open) => {
  test("for another's workshop finds nothing, writes nothing; from its own coordinator leaves a record", async () => {
    const cast = await castDemo(open);
    const { database } = cast;
    const { job, act, enrolment, ...workshop } = await prepare(cast);
    const places = (await sitePlaces()).filter(
      ({ path, action }) => path.startsWith(`${desk}/`) && action && !isForScripts(action),
    );
    const sent = forms(workshop, job, act);
    expect(sent.map(([path]) => desk + path).sort()).toEqual(places.map(({ path }) => path).sort());

    const { database: watched, written } = watching(database);
    for (const [path, form] of sent) {
      const door = places.find((place) => place.path === desk + path)?.action;
      const send = (who: string) => {
        written.length = 0;
        const filled = path
          .replace(":number", certificateNumber)
          .replace(":enrolment", enrolment)
          .replace(":nomination", cast.foreign.nomination ?? "")
          .replace(":task", "1")
          .replace(":question", "1")
          .replace(":module", cast.foreign.module ?? "")
          .replace(":n", "1")
          .replace(":message", cast.foreign.message ?? "");
        const address = `/es/desk/workshops/${cast.foreign.code}${filled}`;
        return knock(door as NonNullable<typeof door>, {
          database: watched,
          path: address,
          form,
          ...(uploads.includes(path) && { upload: { name: "guía.pdf", bytes: longPdf(1_000) } }),
          cookie: cast.cookies[who],
        });
      };
      for (const who of ["coordinator", "instructor"]) {
        const { status } = await send(who);
        const mayNot = who === "instructor" && !ofInstructors.includes(path);
        expect([path, who, status, written]).toEqual([path, who, mayNot ? 403 : 404, []]);
      }
      const { status } = await send("stranger");
      expect([path, [302, 409].includes(status)]).toEqual([path, true]);
      // a counter's row is held while nobody turns out to be eligible
      const changed = written.filter((table) => !/certificate_?counter/i.test(table));
      expect([path, changed.includes("auditPending")]).toEqual([path, !refusing.includes(path)]);
      if (refusing.includes(path)) expect([path, changed]).toEqual([path, []]);
    }
  });
});

const uploads = ["/materials/new", "/materials/:n/versions/new"];
/** What an instructor may do in the workshops that they teach. */
const ofInstructors = ["/sessions/:n/attendance", ...uploads];

/** What a draft without participants cannot do yet, or no more once it is cancelled: its coordinator is told. */
const refusing = [
  "/teaching",
  "/sessions/:n/attendance",
  "/participants/new",
  "/participants/undoing",
  "/participants/:enrolment",
  "/participants/:enrolment/offer",
  "/quotas/trial",
  "/completion",
  "/reopening",
  "/postponement/undo",
  "/certificates",
  "/certificates/:number/replacement",
  "/removal",
  "/call",
  "/call/publication",
  "/nominations/:nomination/application/sealed",
  "/nominations/:nomination",
  "/nominations/:nomination/substitution",
  "/review/:nomination",
  "/selection",
  "/selection/announcement",
];
