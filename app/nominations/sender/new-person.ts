import { z } from "zod";
import { findAccountIdByEmail } from "#app/accounts/queries.ts";
import { nomineeFacts } from "#app/nominations/nomination/form.ts";
import { addPerson } from "#app/people/commands.ts";
import { listOnProgramme } from "#app/programmes/list.commands.ts";
import { capitalZones } from "#app/time/zones.ts";
import { refuse } from "#app/web/doors/door.ts";
import type { Acting } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Id } from "#db/id.ts";

type NewPerson = z.output<z.ZodObject<typeof nomineeFacts>>;
type Place = { workshop: HeldWorkshop; institutionId: Id<"institution"> };

/** Somebody of a sender's own institution whom nobody has entered yet: the workshop's coordinators find them, too. */
export async function makePerson<Input>(
  { trx, by, values }: Acting<Input>,
  { workshop, institutionId }: Place,
  sent: NewPerson,
): Promise<Id<"person">> {
  // a form sends other fields, too
  const facts = z.object(nomineeFacts).parse(sent);
  if (facts.email && (await findAccountIdByEmail(trx, facts.email)))
    return refuse(invalid({ email: "nominations:form.emailTaken" }, values));
  const details = { ...facts, zone: capitalZones[facts.country], postLevel: "" as const, sex: "" as const };
  const personId = await addPerson(trx, { ...details, homeInstitutionId: institutionId }, by);
  await listOnProgramme(trx, { programmeId: workshop.programmeId, personId }, by);
  return personId;
}
