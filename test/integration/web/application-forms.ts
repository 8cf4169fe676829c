import type { By } from "#app/access/actor.ts";
import { demoDeclarations } from "#app/demo/content/applications.ts";
import { findApplication } from "#app/nominations/application/queries.ts";
import { answersAt } from "#app/nominations/application/rules.ts";
import { publishCall, saveCall } from "#app/nominations/call/commands.ts";
import { nominate } from "#app/nominations/nomination/commands.ts";
import { findStandingNomination } from "#app/nominations/nomination/queries.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { answer, send, standardFormId } from "#test/integration/nominations/applying.ts";
import { callInput } from "#test/integration/nominations/calling.ts";
import { held } from "#test/support/plan-of.ts";
import { addEnrolment, addWorkshop, programmeOf } from "#test/support/world.ts";
import type { EditForm } from "./edit-forms.ts";

/** Somebody has sent their application for the one, filled in that for the other, and begun the third. */
const [sent, filled, begun] = ["ZA-1", "ZA-2", "ZA-3"] as const;
/** They have sent it, and have a seat. */
const seated = "ZA-4";

type Self = { institutionId: Id<"institution">; personId: Id<"person"> };

/** A workshop whose call asks for an application, of somebody who is nominated there. */
async function askedFor(database: Database, code: string, { institutionId, personId }: Self, by: By) {
  await addWorkshop(database, { code, startsOn: "2027-06-21", endsOn: "2027-06-25" });
  const input = callInput({ institutions: [institutionId], applicationForm: standardFormId });
  await database.transact(async (trx) => saveCall(trx, await held(trx, { code }), input, by));
  await database.transact(async (trx) => publishCall(trx, await held(trx, { code }), by));
  await database.transact(async (trx) =>
    nominate(trx, { workshop: await held(trx, { code }), institutionId }, [personId], by),
  );
}

export async function haveApplied(database: Database, self: Self, by: By): Promise<void> {
  for (const code of [sent, filled, seated]) {
    await askedFor(database, code, self, by);
    await answer(database, { code, personId: self.personId, ...by });
  }
  for (const code of [sent, seated]) await send(database, { code, personId: self.personId, ...by });
  const workshop = await findWorkshop(database.read, seated, "public");
  if (!workshop) throw new Error(`there is no ${seated}`);
  const { id: workshopId } = workshop;
  await addEnrolment(database, { workshopId, personId: self.personId, state: "confirmed" });
  // whoever administers everything reads none of it
  const { accountId, at } = by;
  if (!accountId) throw new Error("nobody is signed in");
  const programmeId = await programmeOf(database, workshopId);
  const grant = { id: newId<"roleGrant">(), accountId, role: "coordinator", programmeId, grantedAt: at } as const;
  await database.transact((trx) => trx.insertInto("roleGrant").values(grant).execute());
}

/** A form in good order for each action about applications, by somebody who is their own focal point. */
export async function applicationForms({ read }: Pick<Database, "read">, personId: Id<"person">) {
  const found = async (code: string) => {
    const workshop = await findWorkshop(read, code, "public");
    const nomination = workshop && (await findStandingNomination(read, workshop.id, personId));
    if (!nomination) throw new Error(`nobody is nominated in ${code}`);
    return { nomination, application: await findApplication(read, nomination.id) };
  };
  const { nomination } = await found(sent);
  const { id: known } = (await found(seated)).nomination;
  const { application } = await found(filled);
  const own = "/:l/workshops/:code/application";
  const path = `/es/workshops/${filled}/application`;
  return {
    [own]: { path: `/es/workshops/${sent}/application`, form: { part: "callBack" } },
    [`${own}/sections/:section`]: {
      path: `${path}/sections/education`,
      form: { version: "2", "answer.degree": "master", "answer.subject": "Derecho", "answer.school": "UNAM, México" },
    },
    [`${own}/check`]: {
      path: `${path}/check`,
      form: { version: "2", answersAt: answersAt(application), declarations: demoDeclarations },
    },
    "/:l/desk/workshops/:code/nominations/:nomination/application/sealed": {
      path: `/es/desk/workshops/${seated}/nominations/${known}/application/sealed`,
      form: { section: "emergency" },
    },
    "/:l/nominations/:code/nominees/:nomination/application": {
      path: `/es/nominations/${sent}/nominees/${nomination.id}/application`,
      form: { reason: "Falta el plan." },
    },
  };
}

export const applicationEdits: EditForm[] = [
  {
    path: "/:l/workshops/:code/application/sections/:section",
    who: "official-jp",
    params: { code: begun, section: "purpose" },
    rest: { version: "2" },
    values: { "answer.": ["Uno más", "Otro"] },
  },
];

/** The demo's Japanese official has answered a section whole. */
export async function applicationMade(database: Database, by: By): Promise<void> {
  const { personId, institutionId } = await database.read
    .selectFrom("account")
    .innerJoin("person", "person.id", "account.personId")
    .select(({ ref }) => [ref("account.personId").$notNull().as("personId")])
    .select(({ ref }) => [ref("person.institutionId").$notNull().as("institutionId")])
    .where("account.email", "=", "official-jp@demo.example")
    .executeTakeFirstOrThrow();
  await askedFor(database, begun, { institutionId, personId }, by);
  await answer(database, { code: begun, personId, ...by }, ["purpose"]);
}
