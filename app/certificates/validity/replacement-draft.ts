import { composeData, composeShared, wordingOf } from "#app/certificates/document/compose.ts";
import { differences, wordingOfParts } from "#app/certificates/document/differences.rules.ts";
import { listCandidates } from "#app/certificates/issue/candidates.ts";
import { listIssued } from "#app/certificates/queries.ts";
import { sha256 } from "#app/certificates/register.commands.ts";
import type { FontCoverage } from "#app/documents/font-coverage.ts";
import { missingGlyphs } from "#app/documents/glyphs.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { firstsAmong } from "./chain.rules.ts";

/**
 * A certificate beside what it would say if it were issued now. Institutions keep the names of the day on which it was
 * first issued. Null where the workshop has no such certificate.
 */
export async function draftReplacement(
  db: Reader,
  { workshop, number }: { workshop: Workshop; number: string },
  { fonts, at }: { fonts: FontCoverage; at: Instant },
) {
  const all = await listIssued(db, workshop.id);
  const former = all.find((one) => one.number === number);
  if (!former) return null;
  const shared = await composeShared(db, workshop, at, firstsAmong(all)(former).data.issuedOn);
  const candidate = (await listCandidates(db, workshop, fonts)).find(({ person }) => person.id === former.enrolmentId);
  const person = candidate?.person ?? null;
  const holder = person && { ...person, certificateName: person.certificateName ?? "" };
  const today = holder ? composeData(shared, holder, { number: "", verifyUrl: "" }) : former.data;
  return {
    former,
    shared,
    person,
    today,
    status: former.status,
    hindrances: candidate?.hindrances ?? null,
    unprintable: holder ? missingGlyphs(fonts, wordingOf(shared, [holder])) : [],
    differences: differences(former.data, today),
    /** Tells whether a form was written about this very wording. */
    wording: sha256(wordingOfParts(today)),
  };
}
