// Generated from the migrated database by `npm run db:schema`. Not written by hand.
import type { Generated } from "kysely";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate, WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { Id } from "./id.ts";

export interface AccountTable {
  id: Id<"account">;
  personId: Id<"person"> | null;
  email: string | null;
  disabledAt: Instant | null;
  createdAt: Instant;
  invitedBy: Id<"account"> | null;
  mergedIntoId: Id<"account"> | null;
}

export interface AccountSessionTable {
  id: Id<"accountSession">;
  tokenHash: string;
  accountId: Id<"account">;
  createdAt: Instant;
  seenAt: Instant;
  expiresAt: Instant;
  device: string | null;
}

export interface AddressChangeTable {
  id: Id<"addressChange">;
  accountId: Id<"account">;
  formerEmail: string;
  changedAt: Instant;
}

export interface AddressWordTable {
  word: string;
  personId: Id<"person">;
}

export interface ApplicationTable {
  id: Id<"application">;
  nominationId: Id<"nomination">;
  versionId: Id<"applicationFormVersion">;
  state: "draft" | "sent" | "returned";
  sentAt: Instant | null;
  createdAt: Instant;
  changedAt: Instant;
}

export interface ApplicationAnswerTable {
  applicationId: Id<"application">;
  question: string;
  value: string;
}

export interface ApplicationDeclarationTable {
  applicationId: Id<"application">;
  declaration: string;
  versionId: Id<"applicationFormVersion">;
  locale: "es" | "ja" | "en";
  madeAt: Instant;
}

export interface ApplicationEventTable {
  id: Id<"applicationEvent">;
  applicationId: Id<"application">;
  fromState: string | null;
  toState: "draft" | "sent" | "returned";
  who: "nominee" | "sender";
  accountId: Id<"account"> | null;
  at: Instant;
  reason: Generated<string>;
}

export interface ApplicationFormTable {
  id: Id<"applicationForm">;
  code: string;
  createdAt: Instant;
}

export interface ApplicationFormVersionTable {
  id: Id<"applicationFormVersion">;
  formId: Id<"applicationForm">;
  number: number;
  content: string;
  publishedAt: Instant;
}

export interface AuditTable {
  seq: number;
  at: Instant;
  accountId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: string;
  previousHash: string;
  hash: string;
}

export interface AuditHeadTable {
  id: number;
  seq: number;
  hash: string;
  shownCount: Generated<number>;
}

export interface AuditPendingTable {
  id: Id<"auditPending">;
  at: Instant;
  accountId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: string;
  isShown: boolean;
}

export interface CalendarFeedTable {
  id: Id<"calendarFeed">;
  personId: Id<"person">;
  tokenHash: string;
  createdAt: Instant;
  revokedAt: Instant | null;
}

export interface CallTable {
  workshopId: Id<"workshop">;
  isPartAAsked: boolean;
  nomineesMax: number;
  nomineeClosesOn: LocalDate;
  closesOn: LocalDate;
  zone: Zone;
  version: Generated<number>;
  changedAt: Instant;
  applicationFormId: Id<"applicationForm"> | null;
  questions: Generated<string>;
}

export interface CallReminderTable {
  workshopId: Id<"workshop">;
  closesOn: LocalDate;
  days: number;
}

export interface CallSenderTable {
  id: Id<"callSender">;
  workshopId: Id<"workshop">;
  institutionId: Id<"institution"> | null;
  country: string | null;
}

export interface CallTextTable {
  workshopId: Id<"workshop">;
  locale: "es" | "ja" | "en";
  aim: Generated<string>;
  who: Generated<string>;
  requirements: Generated<string>;
  how: Generated<string>;
}

export interface CallVersionTable {
  id: Id<"callVersion">;
  workshopId: Id<"workshop">;
  number: number;
  content: string;
  reason: Generated<string>;
  publishedAt: Instant;
}

export interface CertificateTable {
  id: Id<"certificate">;
  number: string;
  workshopId: Id<"workshop">;
  enrolmentId: Id<"enrolment">;
  personId: Id<"person">;
  status: "valid" | "replaced" | "revoked";
  statusAt: Instant;
  statusReason: string | null;
  replacesId: Id<"certificate"> | null;
  issuedAt: Instant;
  issuedBy: Id<"account"> | null;
  data: string;
  dataSha256: string;
  reasonClass: "nameCorrected" | "institutionCorrected" | "workshopCorrected" | "signatoryCorrected" | "documentFlawed" | "issuedByMistake" | "attendanceCorrected" | "wrongPerson" | "irregularity" | "holderAsked" | "other" | null;
}

export interface CertificateCounterTable {
  workshopId: Id<"workshop">;
  lastNumber: number;
}

export interface CertificateDocumentTable {
  certificateId: Id<"certificate">;
  pdf: Uint8Array;
  pdfSha256: string;
  madeAt: Instant;
}

export interface ClashOverrideTable {
  sessionId: Id<"session">;
  clashKey: string;
  reason: string;
  decidedAt: Instant;
  decidedBy: Id<"account"> | null;
}

export interface CostLineTable {
  id: Id<"costLine">;
  programmeId: Id<"programme">;
  tariffId: Id<"programmeTariff">;
  payerId: Id<"institution">;
  form: "money" | "inKind";
  units: number;
  usedOn: LocalDate;
  createdAt: Instant;
}

export interface CostLineTextTable {
  costLineId: Id<"costLine">;
  locale: "es" | "ja" | "en";
  what: string;
}

export interface CredentialTable {
  id: Id<"credential">;
  accountId: Id<"account">;
  kind: "password" | "passkey" | "external";
  secret: string;
  createdAt: Instant;
  changedAt: Instant;
}

export interface DossierEntryTable {
  id: Id<"dossierEntry">;
  enrolmentId: Id<"enrolment">;
  taskId: Id<"dossierTask">;
  state: "done" | "notNeeded";
  heldOn: LocalDate | null;
  heldText: string | null;
  changedAt: Instant;
  erasedAt: Instant | null;
}

export interface DossierJourneyTable {
  enrolmentId: Id<"enrolment">;
  direction: "arrival" | "departure";
  carrier: Generated<string>;
  place: Generated<string>;
  atLocal: WallTime;
  zone: Zone;
  changedAt: Instant;
}

export interface DossierLodgingTable {
  enrolmentId: Id<"enrolment">;
  name: string;
  address: Generated<string>;
  telephone: Generated<string>;
  fromOn: LocalDate | null;
  toOn: LocalDate | null;
  changedAt: Instant;
}

export interface DossierPayerTable {
  workshopId: Id<"workshop">;
  item: "ticket" | "lodging" | "meals" | "localTransport" | "perDiem";
  payer: "jica" | "amexcid" | "host" | "sender" | "participant";
}

export interface DossierReminderTable {
  enrolmentId: Id<"enrolment">;
  taskId: Id<"dossierTask">;
  step: "week" | "eve" | "late";
  dueOn: LocalDate;
  toldAt: Instant;
}

export interface DossierTaskTable {
  id: Id<"dossierTask">;
  workshopId: Id<"workshop">;
  number: number;
  template: string | null;
  owedBy: "participant" | "sender" | "host" | "funder";
  dueDays: number;
  holds: "nothing" | "date" | "text";
  seenBy: "coordination" | "sender";
  eraseDays: number;
  changedAt: Instant;
}

export interface DossierTaskTextTable {
  taskId: Id<"dossierTask">;
  locale: "es" | "ja" | "en";
  title: Generated<string>;
  note: Generated<string>;
}

export interface DossierTextTable {
  workshopId: Id<"workshop">;
  locale: "es" | "ja" | "en";
  meetingPoint: Generated<string>;
}

export interface EndedSessionTable {
  tokenHash: string;
  accountId: Id<"account">;
  endedAt: Instant;
}

export interface EnrolmentTable {
  id: Id<"enrolment">;
  workshopId: Id<"workshop">;
  personId: Id<"person">;
  state: "reserve" | "confirmed" | "completed" | "notCompleted" | "withdrawn";
  ticket: number;
  requestedAt: Instant;
  changedAt: Instant;
  institutionId: Id<"institution"> | null;
  post: string | null;
  postLevel: "directorGeneral" | "director" | "deputyDirector" | "head" | "officer" | "technical" | "other" | null;
  mergedIntoId: Id<"enrolment"> | null;
  quotaId: Id<"quota"> | null;
}

export interface EnrolmentActTable {
  id: Id<"enrolmentAct">;
  workshopId: Id<"workshop">;
  kind: "added" | "seated" | "overtaken" | "unseated" | "withdrawn" | "merged" | "selected";
  note: string | null;
  at: Instant;
  byAccountId: Id<"account"> | null;
  undoneAt: Instant | null;
  undoneByAccountId: Id<"account"> | null;
}

export interface EnrolmentBeforeTable {
  actId: Id<"enrolmentAct">;
  enrolmentId: Id<"enrolment">;
  former: string | null;
  became: string;
  letterId: Id<"outbox"> | null;
}

export interface EnrolmentEventTable {
  id: Id<"enrolmentEvent">;
  enrolmentId: Id<"enrolment">;
  fromState: string | null;
  toState: string;
  at: Instant;
  byAccountId: Id<"account"> | null;
  reason: string | null;
  actId: Id<"enrolmentAct"> | null;
}

export interface FacultyTable {
  id: Id<"faculty">;
  personId: Id<"person">;
  isInstructor: boolean;
  isInterpreter: boolean;
  isCompanion: boolean;
  note: Generated<string>;
  createdAt: Instant;
  archivedAt: Instant | null;
}

export interface FacultyAbsenceTable {
  id: Id<"facultyAbsence">;
  facultyId: Id<"faculty">;
  startsOn: LocalDate;
  endsOn: LocalDate;
  note: Generated<string>;
}

export interface FacultyLanguageTable {
  facultyId: Id<"faculty">;
  language: "es" | "ja" | "en";
}

export interface FiguresHeadTable {
  id: number;
  seq: number;
}

export interface FileTable {
  id: Id<"file">;
  name: string;
  type: string;
  sizeBytes: number;
  sha256: string;
  place: "database" | "s3" | "gone";
  begunAt: Instant;
  readyAt: Instant | null;
  keptUntil: Instant | null;
  erasedAt: Instant | null;
}

export interface FileChunkTable {
  fileId: Id<"file">;
  n: number;
  bytes: Uint8Array;
}

export interface GivenAnswerTable {
  name: string;
  status: number;
  location: string | null;
  body: string | null;
  givenAt: Instant;
}

export interface IndicatorTable {
  id: Id<"indicator">;
  programmeId: Id<"programme">;
  code: string;
  level: "goal" | "purpose" | "output";
  measure: "typed" | "workshops" | "people" | "certificates" | "attendance" | "personHours" | "womenShare";
  baseline: number;
  version: number;
  createdAt: Instant;
  archivedAt: Instant | null;
}

export interface IndicatorTargetTable {
  indicatorId: Id<"indicator">;
  dueOn: LocalDate;
  value: number;
}

export interface IndicatorTextTable {
  indicatorId: Id<"indicator">;
  locale: "es" | "ja" | "en";
  name: string;
  definition: string;
  unit: string;
  verification: string;
}

export interface IndicatorValueTable {
  indicatorId: Id<"indicator">;
  measuredOn: LocalDate;
  value: number;
  note: Generated<string>;
}

export interface IndicatorVersionTable {
  indicatorId: Id<"indicator">;
  version: number;
  agreed: string;
  reason: Generated<string>;
  savedAt: Instant;
}

export interface InstitutionTable {
  id: Id<"institution">;
  code: string;
  country: string;
  createdAt: Instant;
  archivedAt: Instant | null;
}

export interface InstitutionNameTable {
  institutionId: Id<"institution">;
  validFrom: LocalDate;
  locale: "es" | "ja" | "en";
  name: string;
  acronym: string | null;
}

export interface KeptFormTable {
  id: Id<"keptForm">;
  accountId: Id<"account">;
  kind: "form" | "press";
  sealed: Uint8Array;
  keptAt: Instant;
}

export interface KeptSessionTable {
  sessionId: string;
  workshopId: Id<"workshop">;
  kept: string;
  removedAt: Instant;
}

export interface MailTable {
  id: Id<"outbox">;
  kind: string;
  workshopId: Id<"workshop"> | null;
  personId: Id<"person"> | null;
  toAddress: string;
  locale: "es" | "ja" | "en";
  subject: string;
  bodyText: string | null;
  bodyHtml: string | null;
  composedAt: Instant;
  sentAt: Instant | null;
}

export interface MarkTable {
  sessionId: Id<"session">;
  enrolmentId: Id<"enrolment">;
  status: "present" | "late" | "excused" | "absent";
  lateMinutes: number | null;
  recordedHow: "sheet" | "qr" | "offline" | "paper";
  recordedAt: Instant;
  recordedBy: Id<"account"> | null;
}

export interface MarkCorrectionTable {
  id: Id<"markCorrection">;
  sessionId: Id<"session">;
  enrolmentId: Id<"enrolment">;
  formerStatus: string;
  formerRecordedAt: Instant;
  formerRecordedBy: string | null;
  correctedAt: Instant;
  correctedBy: Id<"account"> | null;
  reason: Generated<string>;
}

export interface MaterialTable {
  id: Id<"material">;
  workshopId: Id<"workshop">;
  number: number;
  sessionId: Id<"session"> | null;
  position: number;
  language: "es" | "ja" | "en" | "mul";
  title: string;
  class: "public" | "participants" | "staff" | "confidential";
  versionCount: number;
  addedAt: Instant;
  removedAt: Instant | null;
}

export interface MaterialCopyTable {
  code: string;
  versionId: Id<"materialVersion">;
  accountId: Id<"account">;
  madeAt: Instant;
}

export interface MaterialVersionTable {
  id: Id<"materialVersion">;
  materialId: Id<"material">;
  number: number;
  fileId: Id<"file">;
  addedAt: Instant;
  addedBy: Id<"account"> | null;
}

export interface MessageTable {
  id: Id<"message">;
  workshopId: Id<"workshop">;
  writtenBy: Id<"account">;
  state: "draft" | "scheduled" | "sent" | "cancelled";
  audience: "all" | "seated" | "reserve" | "absent" | "chosen";
  sessionId: Id<"session"> | null;
  sendAt: Instant | null;
  createdAt: Instant;
  changedAt: Instant;
  sentAt: Instant | null;
  stayedAt: Instant | null;
  stayedBecause: "noSession" | "noReaders" | null;
}

export interface MessageChoiceTable {
  messageId: Id<"message">;
  enrolmentId: Id<"enrolment">;
}

export interface MessageRecipientTable {
  id: Id<"messageRecipient">;
  messageId: Id<"message">;
  enrolmentId: Id<"enrolment">;
  locale: "es" | "ja" | "en";
  textLocale: "es" | "ja" | "en";
  jobId: Id<"outbox"> | null;
}

export interface MessageTextTable {
  id: Id<"messageText">;
  messageId: Id<"message">;
  locale: "es" | "ja" | "en";
  subject: string;
  body: string;
}

export interface ModuleTable {
  id: Id<"module">;
  workshopId: Id<"workshop">;
  position: number;
}

export interface ModuleTextTable {
  moduleId: Id<"module">;
  locale: "es" | "ja" | "en";
  title: Generated<string>;
  objective: Generated<string>;
  indicator: Generated<string>;
}

export interface NominationTable {
  id: Id<"nomination">;
  workshopId: Id<"workshop">;
  personId: Id<"person">;
  institutionId: Id<"institution">;
  rank: number | null;
  state: "draft" | "submitted" | "endorsed" | "returned" | "withdrawn" | "selected" | "reserve" | "notSelected";
  begunBy: "nominee" | "sender";
  letterId: Id<"nominationLetter"> | null;
  correctByOn: LocalDate | null;
  withdrawnBy: "nominee" | "sender" | "host" | "system" | null;
  because: "workload" | "health" | "visa" | "post" | "notAuthorised" | "funding" | "double" | "outdated" | "other" | null;
  createdAt: Instant;
  changedAt: Instant;
  inPlaceOfId: Id<"nomination"> | null;
  leavingBecause: "workload" | "health" | "visa" | "post" | "notAuthorised" | "funding" | "other" | null;
}

export interface NominationEventTable {
  id: Id<"nominationEvent">;
  nominationId: Id<"nomination">;
  fromState: string | null;
  toState: "draft" | "submitted" | "endorsed" | "returned" | "withdrawn" | "selected" | "reserve" | "notSelected";
  who: "nominee" | "sender" | "host" | "merger" | "system";
  accountId: Id<"account"> | null;
  at: Instant;
  reason: Generated<string>;
}

export interface NominationLetterTable {
  id: Id<"nominationLetter">;
  workshopId: Id<"workshop">;
  institutionId: Id<"institution">;
  number: number;
  fileId: Id<"file">;
  signatory: string;
  signatoryPost: string;
  signedOn: LocalDate;
  addedAt: Instant;
}

export interface NomineeReminderTable {
  nominationId: Id<"nomination">;
  closesOn: LocalDate;
  days: number;
  toldAt: Instant;
}

export interface OfferTable {
  id: Id<"offer">;
  enrolmentId: Id<"enrolment">;
  state: "open" | "accepted" | "declined" | "lapsed" | "withdrawn";
  madeAt: Instant;
  countedFromOn: LocalDate;
  answerByOn: LocalDate;
  reminders: Generated<number>;
  answeredAt: Instant | null;
  answeredBy: "self" | "link" | "desk" | null;
  answeredByAccountId: Id<"account"> | null;
  because: "workload" | "health" | "visa" | "post" | "notAuthorised" | "funding" | "other" | null;
  note: string | null;
  endedAt: Instant | null;
}

export interface OfferLinkTable {
  tokenHash: string;
  offerId: Id<"offer">;
  createdAt: Instant;
}

export interface OneTimeLinkTable {
  tokenHash: string;
  purpose: "password" | "invitation" | "firstAdministrator";
  accountId: Id<"account"> | null;
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
}

export interface OriginalPlanTable {
  workshopId: Id<"workshop">;
  plan: string;
  frozenAt: Instant;
}

export interface OutboxTable {
  id: Id<"outbox">;
  event: string;
  payload: string;
  workshopId: Id<"workshop"> | null;
  personId: Id<"person"> | null;
  createdAt: Instant;
  dueAt: Instant;
  attempts: Generated<number>;
  claimedUntil: Instant | null;
  doneAt: Instant | null;
  failedAt: Instant | null;
  lastError: string | null;
  reaction: Generated<string>;
}

export interface PassedOverTable {
  actId: Id<"enrolmentAct">;
  enrolmentId: Id<"enrolment">;
}

export interface PeopleImportTable {
  id: Id<"peopleImport">;
  accountId: Id<"account">;
  programmeId: Id<"programme">;
  state: "receiving" | "checking" | "asked" | "refused" | "checked" | "applying" | "applied" | "undoing" | "undone";
  fileName: string;
  fileHash: string | null;
  formKey: string | null;
  encoding: string | null;
  facts: string;
  problem: string | null;
  workId: string | null;
  createdAt: Instant;
  changedAt: Instant;
  appliedAt: Instant | null;
  workshopId: string | null;
}

export interface PeopleImportChunkTable {
  importId: Id<"peopleImport">;
  number: number;
  bytes: Uint8Array;
}

export interface PeopleImportRowTable {
  importId: Id<"peopleImport">;
  number: number;
  line: number;
  outcome: "new" | "changed" | "same" | "asked" | "wrong";
  facts: string;
  errors: string;
  matchedBy: "email" | "name" | "record" | null;
  candidates: string;
  choice: string | null;
  personId: string | null;
  seen: string | null;
  isAdded: boolean;
  isListed: boolean;
  before: string | null;
}

export interface PersonTable {
  id: Id<"person">;
  familyName: string;
  givenName: string;
  secondSurname: string | null;
  nativeName: string | null;
  kana: string | null;
  latinName: string | null;
  certificateName: string | null;
  certificateSecondName: string | null;
  nameConfirmedAt: Instant | null;
  institutionId: Id<"institution"> | null;
  post: string | null;
  country: string;
  locale: "es" | "ja" | "en";
  zone: Zone;
  createdAt: Instant;
  nameRemindedAt: Instant | null;
  sortName: Generated<string>;
  sortReading: Generated<string>;
  email: string | null;
  sex: "female" | "male" | "other" | null;
  postLevel: "directorGeneral" | "director" | "deputyDirector" | "head" | "officer" | "technical" | "other" | null;
}

export interface PersonDistinctTable {
  personId: Id<"person">;
  otherId: Id<"person">;
  saidAt: Instant;
  saidBy: Id<"account"> | null;
}

export interface PersonKeyTable {
  key: string;
  personId: Id<"person">;
  isShared: Generated<boolean>;
}

export interface PersonMergeTable {
  id: Id<"personMerge">;
  personId: Id<"person">;
  goneId: string;
  mergedAt: Instant;
  mergedBy: Id<"account"> | null;
  kept: string | null;
  undoneAt: Instant | null;
}

export interface PersonWordTable {
  word: string;
  personId: Id<"person">;
}

export interface PostponementTable {
  id: Id<"postponement">;
  workshopId: Id<"workshop">;
  days: number;
  startsOn: LocalDate;
  endsOn: LocalDate;
  former: string;
  reason: string;
  postponedAt: Instant;
}

export interface ProgrammeTable {
  id: Id<"programme">;
  code: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  createdAt: Instant;
  archivedAt: Instant | null;
  currency: Generated<"MXN" | "JPY" | "USD" | "EUR">;
}

export interface ProgrammeExchangeRateTable {
  programmeId: Id<"programme">;
  currency: "MXN" | "JPY" | "USD" | "EUR";
  validFrom: LocalDate;
  rate: number;
}

export interface ProgrammePartyTable {
  programmeId: Id<"programme">;
  institutionId: Id<"institution">;
  role: "funder" | "host" | "sender" | "implementer";
  position: number;
}

export interface ProgrammePersonTable {
  programmeId: Id<"programme">;
  personId: Id<"person">;
  addedAt: Instant;
  addedBy: Id<"account"> | null;
}

export interface ProgrammeSignatoryTable {
  programmeId: Id<"programme">;
  position: number;
  name: string;
}

export interface ProgrammeSignatoryTextTable {
  programmeId: Id<"programme">;
  position: number;
  locale: "es" | "ja" | "en";
  post: string;
}

export interface ProgrammeTariffTable {
  id: Id<"programmeTariff">;
  programmeId: Id<"programme">;
  unit: "hour" | "day" | "night" | "person" | "trip" | "piece" | "lump";
  currency: "MXN" | "JPY" | "USD" | "EUR";
  createdAt: Instant;
}

export interface ProgrammeTariffRateTable {
  tariffId: Id<"programmeTariff">;
  validFrom: LocalDate;
  amount: number;
}

export interface ProgrammeTariffTextTable {
  tariffId: Id<"programmeTariff">;
  locale: "es" | "ja" | "en";
  name: string;
}

export interface ProgrammeTextTable {
  programmeId: Id<"programme">;
  locale: "es" | "ja" | "en";
  title: string;
  summary: Generated<string>;
}

export interface QuotaTable {
  id: Id<"quota">;
  workshopId: Id<"workshop">;
  institutionId: Id<"institution"> | null;
  country: string | null;
  seats: number;
  seatsTaken: Generated<number>;
  reserveCount: Generated<number>;
  releaseOn: LocalDate | null;
  releasedAt: Instant | null;
  releasedSeats: number | null;
  createdAt: Instant;
}

export interface RateLimitTable {
  name: string;
  lane: Generated<number>;
  windowEndsAt: Instant;
  hits: number;
}

export interface RemovedSessionTable {
  id: Id<"removedSession">;
  workshopId: Id<"workshop">;
  title: string;
  room: Generated<string>;
  startsLocal: WallTime;
  endsLocal: WallTime;
  zone: Zone;
  startsAt: Instant;
  endsAt: Instant;
  removedAt: Instant;
  place: Generated<string>;
}

export interface ReviewTable {
  id: Id<"review">;
  nominationId: Id<"nomination">;
  reviewerId: Id<"reviewer">;
  state: "asked" | "draft" | "sent" | "recused";
  recusedBecause: "self" | "host" | null;
  reason: Generated<string>;
  sentAt: Instant | null;
  changedAt: Instant;
  openedAt: Instant | null;
}

export interface ReviewCriterionTable {
  id: Id<"reviewCriterion">;
  workshopId: Id<"workshop">;
  position: number;
  weight: number | null;
}

export interface ReviewCriterionTextTable {
  criterionId: Id<"reviewCriterion">;
  locale: "es" | "ja" | "en";
  name: string;
  lowest: Generated<string>;
  highest: Generated<string>;
}

export interface ReviewMarkTable {
  reviewId: Id<"review">;
  criterionId: Id<"reviewCriterion">;
  mark: number | null;
  note: Generated<string>;
}

export interface ReviewPlanTable {
  workshopId: Id<"workshop">;
  scale: number;
  minimum: number;
  mostDifference: number;
  dueOn: LocalDate | null;
  changedAt: Instant;
}

export interface ReviewerTable {
  id: Id<"reviewer">;
  workshopId: Id<"workshop">;
  accountId: Id<"account">;
  isForAll: boolean;
  namedAt: Instant;
  remindedDueOn: LocalDate | null;
}

export interface RoleGrantTable {
  id: Id<"roleGrant">;
  accountId: Id<"account">;
  role: "administrator" | "coordinator" | "manager" | "instructor" | "focalPoint" | "official";
  programmeId: Id<"programme"> | null;
  workshopId: Id<"workshop"> | null;
  institutionId: Id<"institution"> | null;
  grantedAt: Instant;
  grantedBy: Id<"account"> | null;
}

export interface RoomTable {
  id: Id<"room">;
  venueId: Id<"venue">;
  position: number;
  capacity: number | null;
  archivedAt: Instant | null;
}

export interface RoomTextTable {
  roomId: Id<"room">;
  locale: "es" | "ja" | "en";
  name: Generated<string>;
  equipment: Generated<string>;
}

export interface SealedAnswerTable {
  applicationId: Id<"application">;
  section: string;
  keyId: string | null;
  sealed: Uint8Array | null;
  eraseDays: number;
  changedAt: Instant;
  erasedAt: Instant | null;
}

export interface SealedReadingTable {
  id: Id<"sealedReading">;
  applicationId: Id<"application">;
  section: string;
  accountId: Id<"account">;
  at: Instant;
}

export interface SelectionDecisionTable {
  nominationId: Id<"nomination">;
  workshopId: Id<"workshop">;
  eligibility: "eligible" | "ineligible" | null;
  decision: "selected" | "reserve" | "notSelected" | null;
  reserveOrder: number | null;
  because: "requirements" | "documents" | "duties" | "experience" | "language" | "earlier" | "seats" | "other" | null;
  note: Generated<string>;
  roundId: Id<"selectionRound"> | null;
  changedAt: Instant;
  rule: "priority" | "roundRobin" | "noneFailed" | null;
}

export interface SelectionRoundTable {
  id: Id<"selectionRound">;
  workshopId: Id<"workshop">;
  number: number;
  announcedAt: Instant;
  accountId: Id<"account"> | null;
  minutes: string;
}

export interface SessionTable {
  id: Id<"session">;
  workshopId: Id<"workshop">;
  number: number;
  kind: "lecture" | "practice" | "siteVisit" | "discussion" | "orientation" | "ceremony" | "briefing" | "presentation" | "evaluation" | "test" | "transfer" | "free" | "cultural" | "selfStudy";
  startsLocal: WallTime;
  endsLocal: WallTime;
  zone: Zone;
  startsAt: Instant;
  endsAt: Instant;
  room: Generated<string>;
  isCounted: Generated<boolean>;
  venueId: Id<"venue"> | null;
  roomId: Id<"room"> | null;
  moduleId: Id<"module"> | null;
  language: "es" | "ja" | "en" | null;
  interpretation: Generated<"none" | "simultaneous" | "consecutive">;
  joinUrl: Generated<string>;
  startsHour: "first" | "second" | null;
  endsHour: "first" | "second" | null;
  mode: "onSite" | "online" | "hybrid" | null;
}

export interface SessionStaffTable {
  sessionId: Id<"session">;
  facultyId: Id<"faculty">;
  role: "instructor" | "interpreter" | "companion";
  position: number;
  state: "proposed" | "asked" | "accepted" | "declined";
}

export interface SessionTextTable {
  sessionId: Id<"session">;
  locale: "es" | "ja" | "en";
  title: Generated<string>;
}

export interface SessionVisitTable {
  sessionId: Id<"session">;
  locale: "es" | "ja" | "en";
  host: Generated<string>;
  meetingPoint: Generated<string>;
  forbidden: Generated<string>;
  vehicle: Generated<string>;
  fallback: Generated<string>;
}

export interface SettingTable {
  name: string;
  value: string;
}

export interface TeachingLinkTable {
  tokenHash: string;
  requestId: Id<"teachingRequest">;
  createdAt: Instant;
}

export interface TeachingRequestTable {
  id: Id<"teachingRequest">;
  workshopId: Id<"workshop">;
  facultyId: Id<"faculty">;
  askedAt: Instant;
  askedBy: Id<"account"> | null;
  remindedAt: Instant | null;
  reminders: Generated<number>;
  answeredAt: Instant | null;
  reason: Generated<string>;
  told: Generated<string>;
  toldAt: Instant;
  grantId: Id<"roleGrant"> | null;
  grantedAt: Instant | null;
  closedAt: Instant | null;
}

export interface ThemeTable {
  id: Id<"theme">;
  code: string;
  position: number;
}

export interface ThemeTextTable {
  themeId: Id<"theme">;
  locale: "es" | "ja" | "en";
  name: string;
}

export interface ToldTable {
  enrolmentId: Id<"enrolment">;
  planId: Id<"toldPlan">;
  toldAt: Instant;
}

export interface ToldPlanTable {
  id: Id<"toldPlan">;
  workshopId: Id<"workshop">;
  plan: string;
}

export interface VenueTable {
  id: Id<"venue">;
  country: string;
  zone: Zone;
  institutionId: Id<"institution"> | null;
  mapUrl: Generated<string>;
  createdAt: Instant;
  archivedAt: Instant | null;
}

export interface VenueHoursTable {
  venueId: Id<"venue">;
  weekday: number;
  opensTime: string;
  closesTime: string;
}

export interface VenueTextTable {
  venueId: Id<"venue">;
  locale: "es" | "ja" | "en";
  name: Generated<string>;
  address: Generated<string>;
}

export interface WithheldChangeTable {
  id: Id<"withheldChange">;
  workshopId: Id<"workshop">;
  beforeId: Id<"toldPlan">;
  afterId: Id<"toldPlan">;
  withheldAt: Instant;
}

export interface WorkTable {
  id: Id<"work">;
  accountId: Id<"account">;
  kind: string;
  payload: string;
  title: string;
  resultPath: string | null;
  state: "waiting" | "running" | "done" | "failed" | "stopped";
  unitsDone: number;
  unitsTotal: number | null;
  note: string | null;
  isStopAsked: boolean;
  claims: number;
  attempts: number;
  dueAt: Instant;
  claimedUntil: Instant | null;
  lastError: string | null;
  createdAt: Instant;
  changedAt: Instant;
  endedAt: Instant | null;
}

export interface WorkshopTable {
  id: Id<"workshop">;
  programmeId: Id<"programme">;
  code: string;
  hostInstitutionId: Id<"institution">;
  mode: "onSite" | "online" | "hybrid";
  zone: Zone;
  country: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  capacity: number;
  seatsTaken: Generated<number>;
  reserveCount: Generated<number>;
  lastTicket: Generated<number>;
  minimumAttendance: number;
  admission: Generated<"open" | "selection">;
  state: "draft" | "published" | "open" | "closed" | "running" | "completed" | "cancelled";
  createdAt: Instant;
  changedAt: Instant;
  beginsAt: Instant | null;
  endsAt: Instant | null;
  venueId: Id<"venue"> | null;
  quotaTaken: Generated<number>;
  quotaReserves: Generated<number>;
  quotaSeats: Generated<number>;
  promotionDays: number | null;
  freezeDays: number | null;
  confirmDays: number | null;
  contactName: Generated<string>;
  contactEmail: Generated<string>;
  contactPhone: Generated<string>;
}

export interface WorkshopFiguresTable {
  workshopId: Id<"workshop">;
  origins: string;
  marks: Generated<string>;
}

export interface WorkshopLanguageTable {
  workshopId: Id<"workshop">;
  position: number;
  locale: "es" | "ja" | "en";
}

export interface WorkshopMilestoneTable {
  workshopId: Id<"workshop">;
  step: "open" | "closed" | "running";
  dueOn: LocalDate | null;
  settledAt: Instant | null;
  outcome: "taken" | "passed" | "missed" | null;
  because: Generated<string>;
}

export interface WorkshopTextTable {
  workshopId: Id<"workshop">;
  locale: "es" | "ja" | "en";
  title: Generated<string>;
  summary: Generated<string>;
  venue: Generated<string>;
  requirements: Generated<string>;
}

export interface WorkshopThemeTable {
  workshopId: Id<"workshop">;
  themeId: Id<"theme">;
}

export interface WorkshopWordTable {
  word: string;
  workshopId: Id<"workshop">;
}

export interface Schema {
  account: AccountTable;
  accountSession: AccountSessionTable;
  addressChange: AddressChangeTable;
  addressWord: AddressWordTable;
  application: ApplicationTable;
  applicationAnswer: ApplicationAnswerTable;
  applicationDeclaration: ApplicationDeclarationTable;
  applicationEvent: ApplicationEventTable;
  applicationForm: ApplicationFormTable;
  applicationFormVersion: ApplicationFormVersionTable;
  audit: AuditTable;
  auditHead: AuditHeadTable;
  auditPending: AuditPendingTable;
  calendarFeed: CalendarFeedTable;
  call: CallTable;
  callReminder: CallReminderTable;
  callSender: CallSenderTable;
  callText: CallTextTable;
  callVersion: CallVersionTable;
  certificate: CertificateTable;
  certificateCounter: CertificateCounterTable;
  certificateDocument: CertificateDocumentTable;
  clashOverride: ClashOverrideTable;
  costLine: CostLineTable;
  costLineText: CostLineTextTable;
  credential: CredentialTable;
  dossierEntry: DossierEntryTable;
  dossierJourney: DossierJourneyTable;
  dossierLodging: DossierLodgingTable;
  dossierPayer: DossierPayerTable;
  dossierReminder: DossierReminderTable;
  dossierTask: DossierTaskTable;
  dossierTaskText: DossierTaskTextTable;
  dossierText: DossierTextTable;
  endedSession: EndedSessionTable;
  enrolment: EnrolmentTable;
  enrolmentAct: EnrolmentActTable;
  enrolmentBefore: EnrolmentBeforeTable;
  enrolmentEvent: EnrolmentEventTable;
  faculty: FacultyTable;
  facultyAbsence: FacultyAbsenceTable;
  facultyLanguage: FacultyLanguageTable;
  figuresHead: FiguresHeadTable;
  file: FileTable;
  fileChunk: FileChunkTable;
  givenAnswer: GivenAnswerTable;
  indicator: IndicatorTable;
  indicatorTarget: IndicatorTargetTable;
  indicatorText: IndicatorTextTable;
  indicatorValue: IndicatorValueTable;
  indicatorVersion: IndicatorVersionTable;
  institution: InstitutionTable;
  institutionName: InstitutionNameTable;
  keptForm: KeptFormTable;
  keptSession: KeptSessionTable;
  mail: MailTable;
  mark: MarkTable;
  markCorrection: MarkCorrectionTable;
  material: MaterialTable;
  materialCopy: MaterialCopyTable;
  materialVersion: MaterialVersionTable;
  message: MessageTable;
  messageChoice: MessageChoiceTable;
  messageRecipient: MessageRecipientTable;
  messageText: MessageTextTable;
  module: ModuleTable;
  moduleText: ModuleTextTable;
  nomination: NominationTable;
  nominationEvent: NominationEventTable;
  nominationLetter: NominationLetterTable;
  nomineeReminder: NomineeReminderTable;
  offer: OfferTable;
  offerLink: OfferLinkTable;
  oneTimeLink: OneTimeLinkTable;
  originalPlan: OriginalPlanTable;
  outbox: OutboxTable;
  passedOver: PassedOverTable;
  peopleImport: PeopleImportTable;
  peopleImportChunk: PeopleImportChunkTable;
  peopleImportRow: PeopleImportRowTable;
  person: PersonTable;
  personDistinct: PersonDistinctTable;
  personKey: PersonKeyTable;
  personMerge: PersonMergeTable;
  personWord: PersonWordTable;
  postponement: PostponementTable;
  programme: ProgrammeTable;
  programmeExchangeRate: ProgrammeExchangeRateTable;
  programmeParty: ProgrammePartyTable;
  programmePerson: ProgrammePersonTable;
  programmeSignatory: ProgrammeSignatoryTable;
  programmeSignatoryText: ProgrammeSignatoryTextTable;
  programmeTariff: ProgrammeTariffTable;
  programmeTariffRate: ProgrammeTariffRateTable;
  programmeTariffText: ProgrammeTariffTextTable;
  programmeText: ProgrammeTextTable;
  quota: QuotaTable;
  rateLimit: RateLimitTable;
  removedSession: RemovedSessionTable;
  review: ReviewTable;
  reviewCriterion: ReviewCriterionTable;
  reviewCriterionText: ReviewCriterionTextTable;
  reviewMark: ReviewMarkTable;
  reviewPlan: ReviewPlanTable;
  reviewer: ReviewerTable;
  roleGrant: RoleGrantTable;
  room: RoomTable;
  roomText: RoomTextTable;
  sealedAnswer: SealedAnswerTable;
  sealedReading: SealedReadingTable;
  selectionDecision: SelectionDecisionTable;
  selectionRound: SelectionRoundTable;
  session: SessionTable;
  sessionStaff: SessionStaffTable;
  sessionText: SessionTextTable;
  sessionVisit: SessionVisitTable;
  setting: SettingTable;
  teachingLink: TeachingLinkTable;
  teachingRequest: TeachingRequestTable;
  theme: ThemeTable;
  themeText: ThemeTextTable;
  told: ToldTable;
  toldPlan: ToldPlanTable;
  venue: VenueTable;
  venueHours: VenueHoursTable;
  venueText: VenueTextTable;
  withheldChange: WithheldChangeTable;
  work: WorkTable;
  workshop: WorkshopTable;
  workshopFigures: WorkshopFiguresTable;
  workshopLanguage: WorkshopLanguageTable;
  workshopMilestone: WorkshopMilestoneTable;
  workshopText: WorkshopTextTable;
  workshopTheme: WorkshopThemeTable;
  workshopWord: WorkshopWordTable;
}
