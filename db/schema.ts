// Generated from the migrated database by `npm run db:schema`. Not written by hand.
import type { Generated } from "kysely";
import type { Instant } from "#app/time/instant.ts";
import type { LocalDate, WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";

export interface AccountTable {
  id: string;
  personId: string;
  email: string;
  disabledAt: Instant | null;
  createdAt: Instant;
}

export interface AccountSessionTable {
  id: string;
  tokenHash: string;
  accountId: string;
  createdAt: Instant;
  seenAt: Instant;
  expiresAt: Instant;
  device: string | null;
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
}

export interface CertificateTable {
  id: string;
  number: string;
  workshopId: string;
  enrolmentId: string;
  personId: string;
  status: "valid" | "replaced" | "revoked";
  statusAt: Instant;
  statusReason: string | null;
  replacesId: string | null;
  issuedAt: Instant;
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
  madeAt: Instant;
}

export interface CredentialTable {
  id: string;
  accountId: string;
  kind: "password" | "passkey" | "external";
  secret: string;
  createdAt: Instant;
  changedAt: Instant;
}

export interface EnrolmentTable {
  id: string;
  workshopId: string;
  personId: string;
  state: "reserve" | "confirmed" | "completed" | "notCompleted" | "withdrawn";
  ticket: number;
  requestedAt: Instant;
  changedAt: Instant;
}

export interface EnrolmentEventTable {
  id: string;
  enrolmentId: string;
  fromState: string | null;
  toState: string;
  at: Instant;
  byAccountId: string | null;
}

export interface InstitutionTable {
  id: string;
  code: string;
  country: string;
  createdAt: Instant;
}

export interface InstitutionNameTable {
  institutionId: string;
  validFrom: LocalDate;
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
  composedAt: Instant;
  sentAt: Instant | null;
}

export interface MarkTable {
  sessionId: string;
  enrolmentId: string;
  status: "present" | "late" | "excused" | "absent";
  lateMinutes: number | null;
  recordedHow: "sheet" | "qr" | "offline" | "paper";
  recordedAt: Instant;
  recordedBy: string | null;
}

export interface MarkCorrectionTable {
  id: string;
  sessionId: string;
  enrolmentId: string;
  formerStatus: string;
  formerRecordedAt: Instant;
  formerRecordedBy: string | null;
  correctedAt: Instant;
  correctedBy: string | null;
  reason: Generated<string>;
}

export interface OneTimeLinkTable {
  tokenHash: string;
  purpose: "password" | "invitation" | "firstAdministrator";
  accountId: string | null;
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
}

export interface OutboxTable {
  id: string;
  event: string;
  payload: string;
  workshopId: string | null;
  personId: string | null;
  createdAt: Instant;
  dueAt: Instant;
  attempts: Generated<number>;
  claimedUntil: Instant | null;
  doneAt: Instant | null;
  failedAt: Instant | null;
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
  nameConfirmedAt: Instant | null;
  institutionId: string | null;
  post: string | null;
  country: string;
  locale: "es" | "ja" | "en";
  zone: Zone;
  createdAt: Instant;
  searchText: Generated<string>;
}

export interface ProgrammeTable {
  id: string;
  code: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  createdAt: Instant;
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
}

export interface ProgrammeSignatoryTextTable {
  programmeId: string;
  position: number;
  locale: "es" | "ja" | "en";
  post: string;
}

export interface ProgrammeTextTable {
  programmeId: string;
  locale: "es" | "ja" | "en";
  title: string;
  summary: Generated<string>;
}

export interface RateLimitTable {
  name: string;
  windowEndsAt: Instant;
  hits: number;
}

export interface RoleGrantTable {
  id: string;
  accountId: string;
  role: "administrator" | "coordinator" | "manager" | "instructor" | "focalPoint" | "official";
  programmeId: string | null;
  workshopId: string | null;
  institutionId: string | null;
  grantedAt: Instant;
  grantedBy: string | null;
}

export interface SessionTable {
  id: string;
  workshopId: string;
  number: number;
  kind: "lecture" | "practice" | "siteVisit" | "discussion" | "orientation" | "ceremony";
  startsLocal: WallTime;
  endsLocal: WallTime;
  zone: Zone;
  startsAt: Instant;
  endsAt: Instant;
  room: Generated<string>;
  isCounted: Generated<boolean>;
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
  searchText: Generated<string>;
  createdAt: Instant;
  changedAt: Instant;
}

export interface WorkshopLanguageTable {
  workshopId: string;
  position: number;
  locale: "es" | "ja" | "en";
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
  credential: CredentialTable;
  enrolment: EnrolmentTable;
  enrolmentEvent: EnrolmentEventTable;
  institution: InstitutionTable;
  institutionName: InstitutionNameTable;
  mail: MailTable;
  mark: MarkTable;
  markCorrection: MarkCorrectionTable;
  oneTimeLink: OneTimeLinkTable;
  outbox: OutboxTable;
  person: PersonTable;
  programme: ProgrammeTable;
  programmeParty: ProgrammePartyTable;
  programmeSignatory: ProgrammeSignatoryTable;
  programmeSignatoryText: ProgrammeSignatoryTextTable;
  programmeText: ProgrammeTextTable;
  rateLimit: RateLimitTable;
  roleGrant: RoleGrantTable;
  session: SessionTable;
  sessionText: SessionTextTable;
  setting: SettingTable;
  theme: ThemeTable;
  themeText: ThemeTextTable;
  workshop: WorkshopTable;
  workshopLanguage: WorkshopLanguageTable;
  workshopText: WorkshopTextTable;
  workshopTheme: WorkshopThemeTable;
}
