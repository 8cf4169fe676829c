import { attendanceOf, neededSessions } from "#app/attendance/measures.rules.ts";
import { countMarksOfEnrolments } from "#app/attendance/queries.ts";
import type { listCertificatesOf } from "#app/certificates/queries.ts";
import { hindrances } from "#app/certificates/rules.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { missingGlyphs } from "#app/documents/glyphs.ts";
import { listEnrolmentsOf } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { findProfile } from "#app/people/queries.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { standingOf } from "./missing.rules.ts";

type Mine = { personId: Id<"person">; certificates: Awaited<ReturnType<typeof listCertificatesOf>> };

/** Every finished workshop of which somebody has no valid certificate, the latest first, and why there is none. */
export async function missingOf(db: Reader, { personId, certificates }: Mine, locale: Locale) {
  const seated = (await listEnrolmentsOf(db, personId)).filter(({ state }) => isSeated(state));
  const withOne = new Set(
    certificates.filter(({ status }) => status === "valid").map(({ enrolmentId }) => enrolmentId),
  );
  const without = seated.filter(({ id }) => !withOne.has(id));
  const workshops = await listWorkshopsById(
    db,
    without.map(({ workshopId }) => workshopId),
  );
  const completed = new Map(workshops.filter(({ state }) => state === "completed").map((one) => [one.id, one]));
  const finished = without.filter(({ workshopId }) => completed.has(workshopId));
  const countsOf = await countMarksOfEnrolments(db, finished);
  const named = await readName(db, personId);
  return finished.reverse().flatMap(({ id, workshopId }) => {
    const workshop = completed.get(workshopId);
    const counts = countsOf.get(id);
    if (!workshop || !counts) return [];
    const { minimumAttendance, code, texts, startsOn, endsOn, state: workshopState } = workshop;
    const found = hindrances({ workshopState, counts, minimumAttendance, ...named });
    const wasRevoked = certificates.some(({ enrolmentId, status }) => enrolmentId === id && status === "revoked");
    return [
      {
        code,
        title: textIn(texts.title, locale),
        period: formatPeriod(locale, startsOn, endsOn),
        ...standingOf(found, wasRevoked),
        ...attendanceOf(counts),
        needed: neededSessions(counts, minimumAttendance),
      },
    ];
  });
}

async function readName(db: Reader, personId: Id<"person">) {
  const profile = await findProfile(db, personId);
  const { certificateName = null, certificateSecondName = null, nameConfirmedAt = null } = profile ?? {};
  return {
    isNameConfirmed: Boolean(nameConfirmedAt && certificateName),
    missingGlyphs: missingGlyphs(readFontCoverage(), `${certificateName ?? ""}${certificateSecondName ?? ""}`),
  };
}
