import type { Id } from "#db/id.ts";
import type {
  FacultyAbsenceTable,
  FacultyLanguageTable,
  FacultyTable,
  SessionStaffTable,
  TeachingLinkTable,
  TeachingRequestTable,
} from "#db/schema.ts";

type Stored<Table> = {
  [Column in keyof Table]: Table[Column] extends { __select__: infer Value } ? Value : Table[Column];
};
export type StoredMember = Stored<FacultyTable>;
type StoredStaff = Stored<SessionStaffTable>;
type StoredRequest = Stored<TeachingRequestTable>;

/** What a merge has changed of two entries of one person in the list of those who teach: with it, it can be undone. */
export type MergedFaculty = {
  stayedId: Id<"faculty">;
  gone: StoredMember;
  /** Of the entry that stays, as it was and as it is. */
  before: OwnFacts;
  taken: OwnFacts;
  languages: FacultyLanguageTable["language"][];
  /** Languages that the entry that stays did not have. */
  gained: FacultyLanguageTable["language"][];
  absenceIds: Stored<FacultyAbsenceTable>["id"][];
  /** Sessions of the one that goes alone: they have moved. */
  sessionIds: Id<"session">[];
  /** Sessions of both: the one that goes had these rows, and of the other's these gave way. */
  inBoth: { gone: StoredStaff; stayed: StoredStaff }[];
  requestIds: Id<"teachingRequest">[];
  /** Requests of one workshop to both: one is left, to which the letters of both lead. */
  joined: { gone: StoredRequest; stayed: StoredRequest; links: TeachingLinkTable["tokenHash"][] }[];
};

export type OwnFacts = Pick<StoredMember, "isInstructor" | "isInterpreter" | "isCompanion" | "note" | "archivedAt">;

/** What two entries say together. Whoever is offered by either is offered. */
export const together = (stayed: OwnFacts, gone: OwnFacts): OwnFacts => ({
  isInstructor: stayed.isInstructor || gone.isInstructor,
  isInterpreter: stayed.isInterpreter || gone.isInterpreter,
  isCompanion: stayed.isCompanion || gone.isCompanion,
  note: [...new Set([stayed.note, gone.note])].filter(Boolean).join("\n"),
  archivedAt: stayed.archivedAt && gone.archivedAt,
});

/** The further somebody is in a session, the more counts on it. */
const byWeight = ["accepted", "asked", "proposed", "declined"] as const;

/** Of two rows of one person in a session the one that counts; of equal ones that of the entry that stays. */
export const weightier = (stayed: StoredStaff, gone: StoredStaff): StoredStaff =>
  byWeight.indexOf(gone.state) < byWeight.indexOf(stayed.state) ? { ...gone, facultyId: stayed.facultyId } : stayed;

/** One request out of two to the same workshop: what either was told, answered and given. */
export function oneRequest(stayed: StoredRequest, gone: StoredRequest): StoredRequest {
  const told = new Map<string, unknown>();
  for (const list of [gone.told, stayed.told])
    for (const session of JSON.parse(list) as { id: string }[]) told.set(session.id, session);
  const granted = stayed.grantId ? stayed : gone;
  return {
    ...stayed,
    told: JSON.stringify([...told.values()]),
    toldAt: gone.toldAt > stayed.toldAt ? gone.toldAt : stayed.toldAt,
    answeredAt: stayed.answeredAt ?? gone.answeredAt,
    reason: stayed.reason || gone.reason,
    grantId: granted.grantId,
    grantedAt: granted.grantedAt,
    closedAt: stayed.closedAt && gone.closedAt,
  };
}
