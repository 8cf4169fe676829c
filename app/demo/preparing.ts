import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { markForAll, markTask } from "#app/dossier/commands.ts";
import { stayForm } from "#app/dossier/journey/form.ts";
import { saveStay } from "#app/dossier/journey/journey.commands.ts";
import { listTasks } from "#app/dossier/queries.ts";
import { addFromTemplate } from "#app/dossier/tasks/tasks.commands.ts";
import { type TemplateName, templateNames } from "#app/dossier/tasks/template.rules.ts";
import { termsForm } from "#app/dossier/terms/form.ts";
import { saveTerms } from "#app/dossier/terms/terms.commands.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { plusLocalDays } from "#app/time/wall-time.ts";
import { type HeldWorkshop, holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import { demoFlights, demoHeld, demoLodging, demoTerms } from "./content/preparations.ts";
import type { Rows } from "./rows/rows.ts";
import { veracruz } from "./workshops/workshops-open.ts";

/**
 * One workshop that is to come has its preparations in mid-course, by the room's commands: some tasks are done, some
 * are late, and some of its people have a flight.
 */
export async function prepare(trx: Writer, rows: Rows, at: Instant): Promise<void> {
  const text = rows.workshopText.find(({ title }) => title === veracruz.texts.es?.title);
  const code = rows.workshop.find(({ id }) => id === text?.workshopId)?.code ?? "";
  const workshop = await holdWorkshop(trx, code, everywhere);
  const coordinator = rows.account.find(({ email }) => email === "coordinator@demo.example");
  if (!workshop || !coordinator) throw new Error("The demo has nobody who prepares its workshop in Veracruz.");
  const by: By = { accountId: coordinator.id, at: plusDays(at, -12) };
  await addFromTemplate(trx, workshop, templateNames, by);
  await saveTerms(trx, workshop, termsForm.parse(demoTerms), by);
  await markSome(trx, workshop, { ...by, at: plusDays(at, -3) });
}

async function markSome(trx: Writer, workshop: HeldWorkshop, by: By): Promise<void> {
  const tasks = await listTasks(trx, workshop.id);
  const taskOf = (name: TemplateName) => tasks.filter(({ template }) => template === name);
  for (const task of taskOf("invitation")) await markForAll(trx, workshop, { task, state: "done" }, by);
  const people = await listParticipants(trx, workshop.id, "seated");
  for (const [place, { id: enrolmentId }] of people.entries()) {
    const { authorisedOn, passportUntil, heldText } = demoHeld(workshop.startsOn, place);
    const mark = async (name: TemplateName, state: "done" | "notNeeded") => {
      const heldOn = name === "authorisation" ? authorisedOn : passportUntil;
      for (const task of taskOf(name)) await markTask(trx, { enrolmentId, task }, { state, heldOn, heldText }, by);
    };
    // each has come another way
    if (place % 3 !== 2) await mark("passport", "done");
    if (place % 4 !== 3) await mark("authorisation", "done");
    if (place % 2 === 0) await mark("flight", "done");
    for (const name of ["visaRequest", "visa"] as const) if (place !== 1) await mark(name, "notNeeded");
    if (place % 3 === 0) await mark("insurance", "done");
    const flight = demoFlights[place];
    if (!flight) continue;
    const days = {
      arrivalOn: plusLocalDays(workshop.startsOn, -1),
      departureOn: plusLocalDays(workshop.endsOn, 1),
      lodgingFrom: plusLocalDays(workshop.startsOn, -1),
      lodgingTo: plusLocalDays(workshop.endsOn, 1),
    };
    const input = stayForm.parse({ ...flight, ...demoLodging, ...days });
    await saveStay(trx, workshop, { enrolmentId, input }, by);
  }
}
