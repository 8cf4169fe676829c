import { audit } from "#app/audit/commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { type CertificateNameInput, orNull, type PersonInput } from "./form.ts";
import { findProfile } from "./queries.ts";

type Own = { personId: string; accountId: string; at: Instant };

/** Somebody's own data. The name on certificates stays as it was confirmed. */
export async function changeProfile(trx: Writer, { personId, accountId, at }: Own, { part: _, ...input }: PersonInput) {
  const values = {
    ...input,
    secondSurname: orNull(input.secondSurname),
    nativeName: orNull(input.nativeName),
    kana: orNull(input.kana),
    latinName: orNull(input.latinName),
    post: orNull(input.post),
  };
  const before = await findProfile(trx, personId);
  const fields = (Object.keys(values) as (keyof typeof values)[]).filter((field) => before?.[field] !== values[field]);
  if (!before || !fields.length) return;
  await trx.updateTable("person").set(values).where("id", "=", personId).execute();
  await audit(trx, at, {
    accountId,
    action: "person.changed",
    subjectKind: "person",
    subjectId: personId,
    details: { fields },
  });
}

/** The holder's word on how certificates print the name; each change is a confirmation of its own. */
export async function confirmCertificateName(
  trx: Writer,
  { personId, accountId, at }: Own,
  input: CertificateNameInput,
) {
  await trx
    .updateTable("person")
    .set({
      certificateName: input.certificateName,
      certificateSecondName: orNull(input.certificateSecondName),
      nameConfirmedAt: at,
    })
    .where("id", "=", personId)
    .execute();
  await audit(trx, at, { accountId, action: "person.nameConfirmed", subjectKind: "person", subjectId: personId });
}
