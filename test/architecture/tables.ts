import { faces, folderOf, layers, process, rooms } from "./house.ts";
import type { Sources } from "./sources.ts";
import { exceptions } from "./table-exceptions.ts";

/** Table → the folder that writes it. Who else needs a change asks one of its commands. */
export const owners: Record<string, string> = {
  account: "accounts",
  accountSession: "sessions",
  addressChange: "accounts",
  addressWord: "people",
  application: "nominations",
  applicationAnswer: "nominations",
  applicationDeclaration: "nominations",
  applicationEvent: "nominations",
  applicationForm: "nominations",
  applicationFormVersion: "nominations",
  audit: "audit",
  auditHead: "audit",
  auditPending: "audit",
  calendarFeed: "timetable",
  call: "nominations",
  callReminder: "nominations",
  callSender: "nominations",
  callText: "nominations",
  callVersion: "nominations",
  certificate: "certificates",
  certificateCounter: "certificates",
  certificateDocument: "certificates",
  clashOverride: "clashes",
  costLine: "programmes",
  costLineText: "programmes",
  credential: "sign-in",
  endedSession: "sessions",
  dossierEntry: "dossier",
  dossierJourney: "dossier",
  dossierLodging: "dossier",
  dossierPayer: "dossier",
  dossierReminder: "dossier",
  dossierTask: "dossier",
  dossierTaskText: "dossier",
  dossierText: "dossier",
  enrolment: "enrolment",
  enrolmentAct: "enrolment",
  enrolmentBefore: "enrolment",
  enrolmentEvent: "enrolment",
  faculty: "faculty",
  facultyAbsence: "faculty",
  facultyLanguage: "faculty",
  figuresHead: "statistics",
  file: "files",
  fileChunk: "files",
  givenAnswer: "web",
  indicator: "programmes",
  indicatorTarget: "programmes",
  indicatorText: "programmes",
  indicatorValue: "programmes",
  indicatorVersion: "programmes",
  institution: "institutions",
  institutionName: "institutions",
  keptForm: "web",
  keptSession: "timetable",
  mail: "mail",
  mark: "attendance",
  markCorrection: "attendance",
  material: "materials",
  materialCopy: "materials",
  materialVersion: "materials",
  message: "messages",
  messageChoice: "messages",
  messageRecipient: "messages",
  messageText: "messages",
  module: "workshops",
  moduleText: "workshops",
  nomination: "nominations",
  nominationEvent: "nominations",
  nomineeReminder: "nominations",
  nominationLetter: "nominations",
  offer: "enrolment",
  offerLink: "enrolment",
  oneTimeLink: "sign-in",
  originalPlan: "enrolment",
  outbox: "outbox",
  peopleImport: "imports",
  peopleImportChunk: "imports",
  peopleImportRow: "imports",
  passedOver: "enrolment",
  person: "people",
  personDistinct: "people",
  personKey: "people",
  personMerge: "people",
  personWord: "people",
  postponement: "timetable",
  programme: "programmes",
  programmeExchangeRate: "programmes",
  programmeParty: "programmes",
  programmePerson: "programmes",
  programmeSignatory: "programmes",
  programmeSignatoryText: "programmes",
  programmeTariff: "programmes",
  programmeTariffRate: "programmes",
  programmeTariffText: "programmes",
  programmeText: "programmes",
  quota: "nominations",
  rateLimit: "limits",
  removedSession: "timetable",
  review: "nominations",
  reviewCriterion: "nominations",
  reviewCriterionText: "nominations",
  reviewer: "nominations",
  reviewMark: "nominations",
  reviewPlan: "nominations",
  roleGrant: "accounts",
  room: "venues",
  roomText: "venues",
  sealedAnswer: "nominations",
  sealedReading: "nominations",
  selectionDecision: "nominations",
  selectionRound: "nominations",
  session: "timetable",
  sessionStaff: "faculty",
  sessionText: "timetable",
  sessionVisit: "timetable",
  setting: "operations",
  teachingLink: "faculty",
  teachingRequest: "faculty",
  theme: "programmes",
  themeText: "programmes",
  told: "enrolment",
  toldPlan: "enrolment",
  work: "outbox",
  withheldChange: "enrolment",
  venue: "venues",
  venueHours: "venues",
  venueText: "venues",
  workshop: "workshops",
  workshopFigures: "statistics",
  workshopMilestone: "workshops",
  workshopLanguage: "workshops",
  workshopText: "workshops",
  workshopTheme: "workshops",
  workshopWord: "workshops",
};

/** The face that fills a new database, in rows and in bulk. */
const mayFillEverything = "demo";

type Use = { file: string; does: "reads" | "writes"; table: string };
export type Breach = Use & { owner: string };

/** Columns by table, as `db/schema.ts` tells them. */
export function readSchema(schema: string): Map<string, string[]> {
  const interfaces = [...schema.matchAll(/export interface (\w+)Table \{\n([^}]*)\}/g)];
  return new Map(
    interfaces.map(([, name = "", body = ""]) => [
      name[0]?.toLowerCase() + name.slice(1),
      [...body.matchAll(/^ {2}(\w+):/gm)].map(([, column = ""]) => column),
    ]),
  );
}

const read = /\b(?:selectFrom|\w*[jJ]oin|using)\(\s*"(\w+)(?: as \w+)?"/g;
const write = /\b(?:insertInto|updateTable|deleteFrom)\(\s*"(\w+)"/g;
const column = /"(\w+)\.(\w+)(?: as \w+)?"/g;
const raw = /\bsql(?:<[^`]*?>)?`([^`]*)`/g;

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Elsewhere a dotted text may be the key of a sentence. */
const isAboutColumns = (file: string, text: string) =>
  /[/.](queries|commands)\.ts$/.test(file) || text.includes('from "kysely"');

/** Every table that a source reads or writes, told by name: in the query builder's words, in a column, in plain SQL. */
export function usesOf(sources: Sources, schema: Map<string, string[]>): Use[] {
  return [...sources].flatMap(([file, text]) => {
    const named = (pattern: RegExp, does: Use["does"]) =>
      [...text.matchAll(pattern)]
        .filter(([, table = ""]) => schema.has(table))
        .map(([, table = ""]): Use => ({ file, does, table }));
    const columns = [...text.matchAll(column)]
      .filter(([, table = "", name = ""]) => isAboutColumns(file, text) && schema.get(table)?.includes(name))
      .map(([, table = ""]): Use => ({ file, does: "reads", table }));
    const plain = [...text.matchAll(raw)].flatMap(([, statement = ""]) => inPlainSql(statement, schema));
    return unique([
      ...named(read, "reads"),
      ...named(write, "writes"),
      ...columns,
      ...plain.map((use) => ({ file, ...use })),
    ]);
  });
}

function inPlainSql(statement: string, schema: Map<string, string[]>): Omit<Use, "file">[] {
  return [...schema.keys()].flatMap((table): Omit<Use, "file">[] => {
    const name = snakeCase(table);
    if (new RegExp(`\\b(into|update|delete from)\\s+"?${name}\\b`, "i").test(statement))
      return [{ does: "writes", table }];
    return new RegExp(`\\b(from|join)\\s+"?${name}\\b|(?<![\\w.])${name}\\.\\w`, "i").test(statement)
      ? [{ does: "reads", table }]
      : [];
  });
}

const unique = (uses: Use[]) => [...new Map(uses.map((use) => [`${use.does} ${use.table}`, use])).values()];

const order: readonly string[] = ["db", ...layers, ...rooms];
const seesAll: readonly string[] = [...faces, process];
const folderOfUse = ({ file }: Use) => folderOf(file) || (file.split("/")[0] as string);

function isInOrder(use: Use): boolean {
  const folder = folderOfUse(use);
  const owner = owners[use.table] ?? "";
  if (folder === owner) return true;
  if (use.does === "writes") return folder === mayFillEverything;
  return seesAll.includes(folder) || (order.includes(owner) && order.indexOf(owner) < order.indexOf(folder));
}

const isExcepted = (use: Use) =>
  exceptions.some(
    ({ folder, does, tables }) => folder === folderOfUse(use) && does === use.does && tables.includes(use.table),
  );

/** Writes into another folder's table, and reads of a later folder's. */
export const breachesOf = (uses: Use[]): Breach[] =>
  uses
    .filter((use) => !isInOrder(use) && !isExcepted(use))
    .map((use) => ({ ...use, owner: owners[use.table] ?? "nobody" }));

/** Exceptions that nothing makes use of any more. */
export const unusedExceptions = (uses: Use[]): string[] =>
  exceptions.flatMap(({ folder, does, tables }) =>
    tables
      .filter((table) => !uses.some((use) => folderOfUse(use) === folder && use.does === does && use.table === table))
      .map((table) => `${folder} ${does} ${table}`),
  );

/** Statements whose table is known only as the code runs: nothing could tell whose it is. */
export const nameless = (sources: Sources): string[] =>
  [...sources]
    .filter(([file]) => !file.startsWith(`app/${mayFillEverything}/`))
    .filter(([, text]) => /\b(?:selectFrom|insertInto|updateTable|deleteFrom)\(\s*[\w`]/.test(text))
    .map(([file]) => file);
