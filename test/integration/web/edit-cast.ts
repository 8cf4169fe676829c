import { everywhere } from "#app/access/permissions.ts";
import { addInstitution } from "#app/institutions/commands.ts";
import { newInstitutionForm } from "#app/institutions/form.ts";
import { findInstitution } from "#app/institutions/queries.ts";
import { addProgramme } from "#app/programmes/commands.ts";
import { newProgrammeForm } from "#app/programmes/form.ts";
import { findProgramme } from "#app/programmes/queries.ts";
import { saveSession } from "#app/timetable/commands.ts";
import { sessionForm } from "#app/timetable/form.ts";
import { planWorkshop } from "#app/workshops/commands.ts";
import { workshopForm } from "#app/workshops/form.ts";
import type { Id } from "#db/id.ts";
import { type Cast, castAt, castDemo } from "#test/support/cast.ts";
import type { Open } from "#test/support/databases.ts";
import { handOutPdf } from "#test/support/materials.ts";
import { held } from "#test/support/plan-of.ts";
import { applicationMade } from "./application-forms.ts";
import { dossierMade } from "./dossier-forms.ts";
import { callMade, divideMade } from "./edit-place-forms.ts";
import { reviewMade } from "./review-forms.ts";

/** The workshop in which no field is empty, and its session. */
const made = { code: "TW-2026-01", n: "1" };

const texts = (name: string) => ({ [`${name}.es`]: "Uno", [`${name}.ja`]: "一", [`${name}.en`]: "One" });

/** The demo, and an institution, a programme, a workshop and a session in which no field is empty. */
export async function castEditing(open: Open): Promise<Cast> {
  const cast = await castDemo(open);
  const by = { accountId: null, at: castAt, reach: everywhere };
  await cast.database.transact(async (trx) => {
    const dated = { acronym: "TW", validFrom: "2020-01-01", ...texts("name") };
    await addInstitution(trx, newInstitutionForm.parse({ code: "TW", country: "MX", ...dated }), by);
    const { id: institutionId } = (await findInstitution(trx, "TW")) as { id: Id<"institution"> };
    const days = { startsOn: "2026-01-02", endsOn: "2029-03-31" };
    const party = { "party.1.institutionId": institutionId, "party.1.role": "host" };
    const signatory = { "signatory.1.name": "Uno", ...texts("signatory.1.post") };
    const programme = { code: "TW", ...days, ...texts("title"), ...texts("summary"), ...party, ...signatory };
    await addProgramme(trx, newProgrammeForm.parse(programme), by);
    const { id: programmeId } = (await findProgramme(trx, "TW")) as { id: Id<"programme"> };
    await planWorkshop(trx, workshopForm.parse({ ...workshop, programmeId, hostInstitutionId: institutionId }), by);
    await saveSession(trx, await held(trx, { code: made.code }), null, sessionForm.parse(session), by);
  });
  await handOutPdf(cast.database, { code: made.code, by }).then(() => divideMade(cast.database, made.code, by));
  await callMade(cast.database, by);
  await dossierMade(cast.database, by);
  await applicationMade(cast.database, by);
  await reviewMade(cast.database, by);
  return cast;
}

const workshop = {
  ...{ code: made.code, mode: "onSite", country: "MX", zone: "America/Mexico_City" },
  ...{ startsOn: "2026-12-01", endsOn: "2026-12-05", capacity: "6", minimumAttendance: "80" },
  ...{ workingLanguages: ["es"], themeIds: [], ...texts("title"), ...texts("summary") },
  ...{ ...texts("venue"), ...texts("requirements") },
};
const session = {
  ...{ kind: "lecture", date: "2026-12-01", startsTime: "09:00", endsTime: "11:00", room: "Aula 1" },
  ...{ isCounted: "1", ...texts("title") },
};
