// Generated from the migrated database by `npm run db:schema`. Not written by hand.
import type { Generated } from "kysely";

export interface AccountTable {
  id: string;
  personId: string;
  email: string;
  passwordHash: string | null;
  passwordChangedAt: string | null;
  disabledAt: string | null;
  createdAt: string;
}

export interface AccountSessionTable {
  id: string;
  tokenHash: string;
  accountId: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  device: string | null;
}

export interface AuditTable {
  seq: number;
  at: string;
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
}

export interface CertificateTable {
  id: string;
  number: string;
  workshopId: string;
  enrolmentId: string;
  personId: string;
  status: "valid" | "replaced" | "revoked";
  statusAt: string;
  statusReason: string | null;
  replacesId: string | null;
  issuedAt: string;
  issuedBy: string | null;
  data: string;
  dataSha256: string;
}

export interface CertificateCounterTable {
  workshopId: string;
  lastNumber: number;
}

export interface CertificateDocumentTable {
  certificateId: string;
  pdf: Uint8Array;
  pdfSha256: string;
  madeAt: string;
}

export interface EnrolmentTable {
  id: string;
  workshopId: string;
  personId: string;
  state: "nominated" | "applied" | "selected" | "reserve" | "declined" | "confirmed" | "completed" | "notCompleted" | "withdrawn";
  ticket: number;
  requestedAt: string;
  changedAt: string;
}

export interface EnrolmentEventTable {
  id: string;
  enrolmentId: string;
  fromState: string | null;
  toState: string;
  at: string;
  byAccountId: string | null;
}

export interface InstitutionTable {
  id: string;
  code: string;
  country: string;
  createdAt: string;
}

export interface InstitutionNameTable {
  institutionId: string;
  validFrom: string;
  locale: "es" | "ja" | "en";
  name: string;
  acronym: string | null;
}

export interface MailTable {
  id: string;
  kind: string;
  workshopId: string | null;
  personId: string | null;
  toAddress: string;
  locale: "es" | "ja" | "en";
  subject: string;
  bodyText: string | null;
  bodyHtml: string | null;
  composedAt: string;
  sentAt: string | null;
}

export interface MarkTable {
  sessionId: string;
  enrolmentId: string;
  status: "present" | "late" | "excused" | "absent";
  lateMinutes: number | null;
  recordedHow: "sheet" | "qr" | "offline" | "paper";
  recordedAt: string;
  recordedBy: string | null;
}

export interface MarkCorrectionTable {
  id: string;
  sessionId: string;
  enrolmentId: string;
  formerStatus: string;
  formerRecordedAt: string;
  formerRecordedBy: string | null;
  correctedAt: string;
  correctedBy: string | null;
  reason: Generated<string>;
}

export interface MigrationTable {
  name: string;
  appliedAt: string;
}

export interface OneTimeLinkTable {
  tokenHash: string;
  purpose: "password" | "invitation" | "firstAdministrator";
  accountId: string | null;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

export interface OutboxTable {
  id: string;
  event: string;
  payload: string;
  workshopId: string | null;
  personId: string | null;
  createdAt: string;
  dueAt: string;
  attempts: Generated<number>;
  claimedUntil: string | null;
  doneAt: string | null;
  failedAt: string | null;
  lastError: string | null;
  reaction: Generated<string>;
}

export interface PersonTable {
  id: string;
  familyName: string;
  givenName: string;
  secondSurname: string | null;
  nativeName: string | null;
  kana: string | null;
  latinName: string | null;
  certificateName: string | null;
  certificateSecondName: string | null;
  nameConfirmedAt: string | null;
  institutionId: string | null;
  post: string | null;
  country: string;
  locale: "es" | "ja" | "en";
  zone: string;
  createdAt: string;
  searchText: Generated<string>;
}

export interface ProgrammeTable {
  id: string;
  code: string;
  startsOn: string;
  endsOn: string;
  createdAt: string;
}

export interface ProgrammePartyTable {
  programmeId: string;
  institutionId: string;
  role: "funder" | "host" | "sender" | "implementer";
  position: number;
}

export interface ProgrammeSignatoryTable {
  programmeId: string;
  position: number;
  name: string;
  postEs: string;
  postJa: string;
  postEn: string;
}

export interface ProgrammeTextTable {
  programmeId: string;
  locale: "es" | "ja" | "en";
  title: string;
  summary: Generated<string>;
}

export interface RateLimitTable {
  name: string;
  windowEndsAt: string;
  hits: number;
}

export interface RoleGrantTable {
  id: string;
  accountId: string;
  role: "administrator" | "coordinator" | "manager" | "instructor" | "focalPoint" | "official";
  programmeId: string | null;
  workshopId: string | null;
  institutionId: string | null;
  grantedAt: string;
  grantedBy: string | null;
}

export interface SessionTable {
  id: string;
  workshopId: string;
  number: number;
  kind: "lecture" | "practice" | "siteVisit" | "discussion" | "orientation" | "ceremony";
  startsLocal: string;
  endsLocal: string;
  zone: string;
  startsAt: string;
  endsAt: string;
  room: Generated<string>;
  isCounted: Generated<number>;
}

export interface SessionTextTable {
  sessionId: string;
  locale: "es" | "ja" | "en";
  title: Generated<string>;
}

export interface SettingTable {
  name: string;
  value: string;
}

export interface ThemeTable {
  id: string;
  code: string;
  position: number;
}

export interface ThemeTextTable {
  themeId: string;
  locale: "es" | "ja" | "en";
  name: string;
}

export interface WorkshopTable {
  id: string;
  programmeId: string;
  code: string;
  hostInstitutionId: string;
  mode: "onSite" | "online" | "hybrid";
  zone: string;
  country: string;
  startsOn: string;
  endsOn: string;
  capacity: number;
  seatsTaken: Generated<number>;
  reserveCount: Generated<number>;
  lastTicket: Generated<number>;
  minimumAttendance: number;
  admission: Generated<"open" | "selection">;
  workingLanguages: string;
  state: "draft" | "published" | "open" | "closed" | "running" | "completed" | "cancelled";
  searchText: Generated<string>;
  createdAt: string;
  changedAt: string;
}

export interface WorkshopTextTable {
  workshopId: string;
  locale: "es" | "ja" | "en";
  title: Generated<string>;
  summary: Generated<string>;
  venue: Generated<string>;
  requirements: Generated<string>;
}

export interface WorkshopThemeTable {
  workshopId: string;
  themeId: string;
}

export interface Schema {
  account: AccountTable;
  accountSession: AccountSessionTable;
  audit: AuditTable;
  auditHead: AuditHeadTable;
  certificate: CertificateTable;
  certificateCounter: CertificateCounterTable;
  certificateDocument: CertificateDocumentTable;
  enrolment: EnrolmentTable;
  enrolmentEvent: EnrolmentEventTable;
  institution: InstitutionTable;
  institutionName: InstitutionNameTable;
  mail: MailTable;
  mark: MarkTable;
  markCorrection: MarkCorrectionTable;
  migration: MigrationTable;
  oneTimeLink: OneTimeLinkTable;
  outbox: OutboxTable;
  person: PersonTable;
  programme: ProgrammeTable;
  programmeParty: ProgrammePartyTable;
  programmeSignatory: ProgrammeSignatoryTable;
  programmeText: ProgrammeTextTable;
  rateLimit: RateLimitTable;
  roleGrant: RoleGrantTable;
  session: SessionTable;
  sessionText: SessionTextTable;
  setting: SettingTable;
  theme: ThemeTable;
  themeText: ThemeTextTable;
  workshop: WorkshopTable;
  workshopText: WorkshopTextTable;
  workshopTheme: WorkshopThemeTable;
}
