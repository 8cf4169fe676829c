import type { By } from "#app/access/actor.ts";
import { stayForm } from "#app/dossier/journey/form.ts";
import { saveStay } from "#app/dossier/journey/journey.commands.ts";
import { paidItems } from "#app/dossier/rules.ts";
import { taskForm } from "#app/dossier/tasks/form.ts";
import { addTask } from "#app/dossier/tasks/tasks.commands.ts";
import { termsForm } from "#app/dossier/terms/form.ts";
import { saveTerms } from "#app/dossier/terms/terms.commands.ts";
import type { Database } from "#db/database.ts";
import { asId } from "#db/id.ts";
import { addTasks } from "#test/support/dossiers.ts";
import { held } from "#test/support/plan-of.ts";
import { addEnrolment, addWorkshop } from "#test/support/world.ts";
import type { EditForm } from "./edit-forms.ts";

const own = "/:l/me/dossier/:code";
const desk = "/:l/desk/workshops/:code/dossier";

/** How somebody arrives at a workshop that begins on the 23rd of December, and leaves. */
const journey = {
  ...{ arrivalCarrier: "AM 57", arrivalPlace: "MEX", arrivalOn: "2026-12-22", arrivalTime: "18:40" },
  ...{ departureCarrier: "AM 58", departurePlace: "MEX", departureOn: "2026-12-28", departureTime: "09:15" },
};
const stay = {
  ...journey,
  ...{ lodgingName: "Hotel", lodgingAddress: "Centro", lodgingTelephone: "+52 55 5555 0100" },
  ...{ lodgingFrom: "2026-12-22", lodgingTo: "2026-12-28" },
};
const inEach = (name: string) => ({ [`${name}.es`]: "Uno", [`${name}.ja`]: "一", [`${name}.en`]: "One" });
const task = {
  ...{ ...inEach("title"), ...inEach("note") },
  ...{ owedBy: "participant", dueDays: "-20", holds: "nothing", seenBy: "coordination", eraseDays: "30" },
};
const terms = {
  ...{ ticket: "jica", lodging: "host", meals: "host", localTransport: "sender", perDiem: "amexcid" },
  ...inEach("meetingPoint"),
};

/** The workshop of `ZZ-3` has tasks: the first is for its participants, and keeps nothing. */
export const havePrepared = (database: Database, by: By) => addTasks(database, "ZZ-3", ["report", "flight"], by);

/** A form in good order for each action of a dossier, by somebody with a seat and everything that may be done. */
export function dossierForms(enrolment: string) {
  const path = "/es/desk/workshops/ZZ-3/dossier";
  return {
    [own]: { path: "/es/me/dossier/ZZ-3", form: { task: "1", deed: "done" } },
    [`${own}/journey`]: { path: "/es/me/dossier/ZZ-3/journey", form: journey },
    [desk]: { path, form: { task: "2", state: "done" } },
    [`${desk}/tasks`]: { path: `${path}/tasks`, form: { part: "add", templates: "visa" } },
    [`${desk}/tasks/new`]: { path: `${path}/tasks/new`, form: task },
    [`${desk}/tasks/:task`]: { path: `${path}/tasks/1`, form: { ...task, dueDays: "-10" } },
    [`${desk}/payers`]: { path: `${path}/payers`, form: terms },
    [`${desk}/:enrolment`]: { path: `${path}/${enrolment}`, form: { task: "2", deed: "notNeeded" } },
    [`${desk}/:enrolment/journey`]: { path: `${path}/${enrolment}/journey`, form: stay },
  };
}

/** A workshop whose dossier is filled in, and in it the demo's Japanese official. */
const filled = { code: "ZD-1", task: "1", enrolment: "01890000-0000-7000-8000-00000000d055" };

const whole = (name: string, values: Record<string, string[]>): EditForm => ({
  path: `${desk}/${name}`,
  who: "admin",
  params: filled,
  values,
});

const times = (part: string, [first, last]: [string[], string[]]) => ({ [`${part}On`]: first, [`${part}Time`]: last });
const journeyValues = {
  ...times("arrival", [
    ["2026-12-20", "2026-12-21"],
    ["10:00", "10:30"],
  ]),
  ...times("departure", [
    ["2026-12-29", "2026-12-30"],
    ["11:00", "11:30"],
  ]),
};

export const dossierEdits: EditForm[] = [
  { path: `${own}/journey`, who: "official-jp", params: filled, values: journeyValues },
  whole(":enrolment/journey", {
    ...journeyValues,
    lodgingFrom: ["2026-12-20", "2026-12-21"],
    lodgingTo: ["2026-12-29", "2026-12-30"],
  }),
  whole("tasks/:task", { dueDays: ["-7", "-8"], eraseDays: ["7", "8"] }),
  whole("payers", Object.fromEntries(paidItems.map((item) => [item, ["participant", ""]]))),
];

/** Fills the dossier in, so that no field of its forms is empty. */
export async function dossierMade(database: Database, by: By): Promise<void> {
  const workshopId = await addWorkshop(database, { code: filled.code, startsOn: "2026-12-23", endsOn: "2026-12-27" });
  const { personId } = await database.read
    .selectFrom("account")
    .select(({ ref }) => ref("personId").$notNull().as("personId"))
    .where("email", "=", "official-jp@demo.example")
    .executeTakeFirstOrThrow();
  const added = await addEnrolment(database, { workshopId, personId, state: "confirmed" });
  const enrolmentId = asId<"enrolment">(filled.enrolment);
  await database.transact(async (trx) => {
    await trx.updateTable("enrolment").set({ id: enrolmentId }).where("id", "=", added).execute();
    const workshop = await held(trx, { code: filled.code });
    await addTask(trx, workshop, taskForm.parse(task), by);
    await saveTerms(trx, workshop, termsForm.parse(terms), by);
    await saveStay(trx, workshop, { enrolmentId, input: stayForm.parse(stay) }, by);
  });
}
