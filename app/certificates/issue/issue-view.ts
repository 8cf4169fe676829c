import { attendanceOf, attendanceShare } from "#app/attendance/measures.rules.ts";
import { composeShared } from "#app/certificates/document/compose.ts";
import { gapsOf } from "#app/certificates/document/gaps.rules.ts";
import { printedTexts } from "#app/certificates/document/printed-texts.ts";
import { readablePart } from "#app/certificates/number.ts";
import { type Issued, listIssued } from "#app/certificates/queries.ts";
import { findOutdated } from "#app/certificates/validity/outdated.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import { formatDate, formatShare } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { langOfName } from "#app/i18n/script.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, shownName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { type CandidateRow, listCandidates } from "./candidates.ts";

type Looking = { db: Reader; locale: Locale; t: Translator; at: Instant };

export type CandidateView = Awaited<ReturnType<typeof issueView>>["rows"][number];
export type FormerView = ReturnType<typeof formerRow>;

/** The share of sessions that a workshop asks for. */
export const minimumOf = ({ minimumAttendance }: Workshop, locale: Locale) =>
  formatShare(locale, minimumAttendance / 100);

/** Everything that the page of a workshop's certificates shows of people and of what was issued. */
export async function issueView({ db, locale, t, at }: Looking, workshop: Workshop) {
  const byName = nameOrder(locale);
  const listed = await listCandidates(db, workshop, readFontCoverage());
  const candidates = listed.toSorted((a, b) => byName(a.person, b.person));
  const issued = await listIssued(db, workshop.id);
  const outdated = await findOutdated(db, { workshop, candidates, issued }, at);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const revoked = new Set(issued.filter(({ status }) => status === "revoked").map(({ enrolmentId }) => enrolmentId));
  return {
    gaps: await issueGaps(db, workshop, candidates, at),
    outdated: outdated.length,
    nothingCounts: workshop.state === "completed" && candidates.some(({ counts }) => counts.sessions === 0),
    former: issued
      .filter(({ status }) => status !== "valid")
      .map((one) => formerRow(one, issued, workshop.zone, locale)),
    rows: candidates.map(({ person, counts, certificate, obstacles, missingGlyphs: missing }, place) => ({
      id: person.id,
      place,
      counts,
      name: shownName(person),
      printed: [person.certificateName, person.certificateSecondName].flatMap((text) =>
        text ? [{ text, isJapanese: langOfName(text) === "ja" }] : [],
      ),
      institution: institutionOf(person.institutionId),
      attendance: formatShare(locale, attendanceShare(counts)),
      ...attendanceOf(counts),
      obstacles,
      missing: missing.join(" "),
      wasRevoked: revoked.has(person.id),
      certificate: certificate && {
        number: certificate.number,
        readable: readablePart(certificate.number),
        issuedAt: certificate.issuedAt,
        issued: cityInstant({ locale, t }, certificate.issuedAt, workshop.zone),
        isReady: certificate.madeAt !== null,
        outdated: outdated.find(({ enrolmentId }) => enrolmentId === person.id) ?? null,
      },
    })),
  };
}

/** The languages that certificates for those who can have one now would lack. */
async function issueGaps(db: Reader, workshop: Workshop, candidates: readonly CandidateRow[], at: Instant) {
  const eligible = candidates.filter(({ obstacles }) => obstacles.length === 0);
  if (!eligible.length) return [];
  const shared = await composeShared(db, workshop, at);
  return gapsOf(
    printedTexts(
      shared,
      eligible.map(({ person }) => person),
    ),
  );
}

function formerRow(certificate: Issued, issued: readonly Issued[], zone: Zone, locale: Locale) {
  const { id, enrolmentId, number, status, statusAt, reasonClass, statusReason, data, madeAt } = certificate;
  const successor = issued.find(({ replacesId }) => replacesId === id)?.number ?? null;
  return {
    number,
    enrolmentId,
    readable: readablePart(number),
    holder: data.holder.name,
    holderLang: langOfName(data.holder.name),
    status,
    ended: formatDate(locale, localDate(statusAt, zone)),
    reasonClass,
    words: statusReason ?? "",
    isReady: madeAt !== null,
    successor: successor === null ? null : { number: successor, readable: readablePart(successor) },
  };
}
