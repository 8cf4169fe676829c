import type { Owner } from "#app/access/actor.ts";
import { findOwnData as ofAccounts } from "#app/accounts/own-data.queries.ts";
import { findOwnData as ofAttendance } from "#app/attendance/own-data.queries.ts";
import { findOwnData as ofAudit } from "#app/audit/own-data.queries.ts";
import { findOwnData as ofCertificates } from "#app/certificates/own-data.queries.ts";
import { findOwnData as ofDossiers } from "#app/dossier/own-data.queries.ts";
import { findOwnData as ofEnrolment } from "#app/enrolment/own-data.queries.ts";
import { findOwnData as ofFaculty } from "#app/faculty/own-data.queries.ts";
import { findOwnData as ofMail } from "#app/mail/own-data.queries.ts";
import { findOwnData as ofMaterials } from "#app/materials/own-data.queries.ts";
import { findOwnData as ofMessages } from "#app/messages/own-data.queries.ts";
import { findOwnData as ofApplications } from "#app/nominations/application/own-data.queries.ts";
import { findOwnData as ofNominations } from "#app/nominations/own-data.queries.ts";
import { findOwnData as ofSealed } from "#app/nominations/sealed/own-data.queries.ts";
import { findOwnData as ofPeople } from "#app/people/own-data.queries.ts";
import { findOwnData as ofProgrammes } from "#app/programmes/own-data.queries.ts";
import { findOwnData as ofSessions } from "#app/sessions/own-data.queries.ts";
import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import { findOwnData as ofSignIn } from "#app/sign-in/own-data.queries.ts";
import { findOwnData as ofTimetable } from "#app/timetable/own-data.queries.ts";
import type { Reader } from "#db/database.ts";

/** Everything kept about one person, as each room and layer hands it over; hashes and tokens excepted. */
export const findMyData = async (db: Reader, owner: Owner, keys: AnswerKeys) => ({
  ...(await ofPeople(db, owner)),
  ...(await ofProgrammes(db, owner)),
  ...(await ofAccounts(db, owner)),
  ...(await ofSignIn(db, owner)),
  ...(await ofSessions(db, owner)),
  ...(await ofTimetable(db, owner)),
  ...(await ofFaculty(db, owner)),
  ...(await ofNominations(db, owner)),
  ...(await ofApplications(db, owner)),
  ...(await ofSealed(db, owner, keys)),
  ...(await ofEnrolment(db, owner)),
  ...(await ofDossiers(db, owner)),
  ...(await ofAttendance(db, owner)),
  ...(await ofMaterials(db, owner)),
  ...(await ofCertificates(db, owner)),
  ...(await ofMessages(db, owner)),
  ...(await ofMail(db, owner)),
  ...(await ofAudit(db, owner)),
});
