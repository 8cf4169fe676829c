import type { Locale } from "./i18n/locales.ts";

/** Every address by its name; `routes.ts` has the page behind each. `:l` is es, ja or en. */
export const addresses = {
  language: "/",
  sitemap: "/sitemap.xml",
  robots: "/robots.txt",
  calendarFeed: "/calendar/:file",
  shortVerification: "/v/:number",
  mailReader: "/dev/mail",
  gallery: "/dev/gallery",
  galleryIn: "/:l/dev/gallery",

  // anyone
  home: "/:l",
  workshops: "/:l/workshops",
  workshop: "/:l/workshops/:code",
  calendar: "/:l/workshops/:code/calendar.ics",
  publicCall: "/:l/workshops/:code/call",
  callPaper: "/:l/workshops/:code/call.pdf",
  picture: "/:l/workshops/:code/picture.png",
  publicProgramme: "/:l/programmes/:code",
  material: "/:l/workshops/:code/materials/:n",
  verify: "/:l/verify",
  verification: "/:l/verify/:number",
  programmeCalendar: "/:l/programmes/:code/calendar.ics",
  teachingRequest: "/:l/requests/:token",
  offer: "/:l/offers/:token",
  signIn: "/:l/sign-in",
  signOut: "/:l/sign-out",
  passwordLink: "/:l/password",
  password: "/:l/password/:token",
  firstAdministrator: "/:l/first-administrator/:token",

  // whoever has signed in
  search: "/:l/search",

  // focal points
  nominations: "/:l/nominations",
  nominating: "/:l/nominations/:code",
  newNominee: "/:l/nominations/:code/new",
  nomineeList: "/:l/nominations/:code/list",
  nominee: "/:l/nominations/:code/nominees/:nomination",
  nominationLetter: "/:l/nominations/:code/letter",
  nominationLetterFile: "/:l/nominations/:code/letter/:letter",

  // officials
  enrolment: "/:l/workshops/:code/enrolment",
  withdrawal: "/:l/workshops/:code/enrolment/withdrawal",
  me: "/:l/me",
  myTeaching: "/:l/me/teaching",
  myOffer: "/:l/me/offers/:code",
  myCalendar: "/:l/me/calendar",
  myMaterials: "/:l/me/materials",
  myCertificates: "/:l/me/certificates",
  myCertificate: "/:l/me/certificates/:file",
  myDossier: "/:l/me/dossier/:code",
  myJourney: "/:l/me/dossier/:code/journey",
  myMessages: "/:l/me/messages",
  profile: "/:l/me/profile",
  privacy: "/:l/me/privacy",
  myData: "/:l/me/privacy/data.json",
  myNomination: "/:l/me/nominations/:nomination",
  work: "/:l/work/:id",
  workEvents: "/:l/work/:id/events",

  // coordinators and instructors
  clashes: "/:l/desk/clashes",
  venues: "/:l/desk/venues",
  newVenue: "/:l/desk/venues/new",
  venue: "/:l/desk/venues/:venue",
  venueFacts: "/:l/desk/venues/:venue/facts",
  newRoom: "/:l/desk/venues/:venue/rooms/new",
  room: "/:l/desk/venues/:venue/rooms/:room",
  modules: "/:l/desk/workshops/:code/modules",
  newModule: "/:l/desk/workshops/:code/modules/new",
  module: "/:l/desk/workshops/:code/modules/:module",
  moduleStep: "/:l/desk/workshops/:code/modules/:module/step",
  desk: "/:l/desk",
  planner: "/:l/desk/planner",
  importPeople: "/:l/desk/people/import",
  importLayout: "/:l/desk/people/import/layout/:file",
  importReview: "/:l/desk/people/import/:id",
  newWorkshop: "/:l/desk/workshops/new",
  overview: "/:l/desk/workshops/:code",
  details: "/:l/desk/workshops/:code/details",
  state: "/:l/desk/workshops/:code/state",
  milestones: "/:l/desk/workshops/:code/dates",
  call: "/:l/desk/workshops/:code/call",
  callPublication: "/:l/desk/workshops/:code/call/publication",
  nominees: "/:l/desk/workshops/:code/nominations",
  nomination: "/:l/desk/workshops/:code/nominations/:nomination",
  nomineeLetter: "/:l/desk/workshops/:code/nominations/:nomination/letter",
  postponement: "/:l/desk/workshops/:code/postponement",
  postponementUndo: "/:l/desk/workshops/:code/postponement/undo",
  edition: "/:l/desk/workshops/:code/copy",
  draftRemoval: "/:l/desk/workshops/:code/removal",
  timetable: "/:l/desk/workshops/:code/timetable",
  timetableActs: "/:l/desk/workshops/:code/timetable/acts",
  timetablePaste: "/:l/desk/workshops/:code/timetable/paste",
  timetableShift: "/:l/desk/workshops/:code/timetable/shift",
  timetableTexts: "/:l/desk/workshops/:code/timetable/texts",
  newSession: "/:l/desk/workshops/:code/sessions/new",
  session: "/:l/desk/workshops/:code/sessions/:n",
  sessionRepeat: "/:l/desk/workshops/:code/sessions/:n/repeat",
  sessionRemoval: "/:l/desk/workshops/:code/sessions/:n/removal",
  sheet: "/:l/desk/workshops/:code/sessions/:n/attendance",
  participants: "/:l/desk/workshops/:code/participants",
  quotas: "/:l/desk/workshops/:code/quotas",
  quotasDivision: "/:l/desk/workshops/:code/quotas/division",
  quotasTrial: "/:l/desk/workshops/:code/quotas/trial",
  selection: "/:l/desk/workshops/:code/selection",
  selectionAnnouncement: "/:l/desk/workshops/:code/selection/announcement",
  selectionMinutes: "/:l/desk/workshops/:code/selection/minutes",
  materials: "/:l/desk/workshops/:code/materials",
  newMaterial: "/:l/desk/workshops/:code/materials/new",
  keptMaterial: "/:l/desk/workshops/:code/materials/:n",
  newVersion: "/:l/desk/workshops/:code/materials/:n/versions/new",
  version: "/:l/desk/workshops/:code/materials/:n/versions/:version",
  newParticipants: "/:l/desk/workshops/:code/participants/new",
  undoing: "/:l/desk/workshops/:code/participants/undoing",
  participant: "/:l/desk/workshops/:code/participants/:enrolment",
  participantOffer: "/:l/desk/workshops/:code/participants/:enrolment/offer",
  attendance: "/:l/desk/workshops/:code/attendance",
  dossier: "/:l/desk/workshops/:code/dossier",
  dossierTasks: "/:l/desk/workshops/:code/dossier/tasks",
  newDossierTask: "/:l/desk/workshops/:code/dossier/tasks/new",
  dossierTask: "/:l/desk/workshops/:code/dossier/tasks/:task",
  dossierTerms: "/:l/desk/workshops/:code/dossier/payers",
  dossierArrivals: "/:l/desk/workshops/:code/dossier/arrivals.pdf",
  dossierPerson: "/:l/desk/workshops/:code/dossier/:enrolment",
  dossierJourney: "/:l/desk/workshops/:code/dossier/:enrolment/journey",
  papers: "/:l/desk/workshops/:code/papers",
  paper: "/:l/desk/workshops/:code/papers/:paper",
  completion: "/:l/desk/workshops/:code/completion",
  certificates: "/:l/desk/workshops/:code/certificates",
  certificate: "/:l/desk/workshops/:code/certificates/:file",
  nameReminders: "/:l/desk/workshops/:code/certificates/name-reminders",
  specimen: "/:l/desk/workshops/:code/certificates/specimen.pdf",
  replacement: "/:l/desk/workshops/:code/certificates/:number/replacement",
  revocation: "/:l/desk/workshops/:code/certificates/:number/revocation",
  messages: "/:l/desk/workshops/:code/messages",
  newMessage: "/:l/desk/workshops/:code/messages/new",
  message: "/:l/desk/workshops/:code/messages/:message",
  messageText: "/:l/desk/workshops/:code/messages/:message/text",
  reopening: "/:l/desk/workshops/:code/reopening",

  deskProgrammes: "/:l/desk/programmes",
  deskProgramme: "/:l/desk/programmes/:code",
  indicators: "/:l/desk/programmes/:code/indicators",
  newIndicator: "/:l/desk/programmes/:code/indicators/new",
  indicator: "/:l/desk/programmes/:code/indicators/:indicator",
  indicatorFacts: "/:l/desk/programmes/:code/indicators/:indicator/facts",
  costs: "/:l/desk/programmes/:code/costs",
  newCost: "/:l/desk/programmes/:code/costs/new",
  cost: "/:l/desk/programmes/:code/costs/:cost",
  tariffs: "/:l/desk/programmes/:code/tariffs",
  newTariff: "/:l/desk/programmes/:code/tariffs/new",
  tariff: "/:l/desk/programmes/:code/tariffs/:tariff",
  exchange: "/:l/desk/programmes/:code/exchange-rates",

  faculty: "/:l/desk/faculty",
  newMember: "/:l/desk/faculty/new",
  member: "/:l/desk/faculty/:member",
  availability: "/:l/desk/faculty/:member/availability",
  teaching: "/:l/desk/workshops/:code/teaching",

  people: "/:l/desk/people",
  newPerson: "/:l/desk/people/new",
  person: "/:l/desk/people/:person",
  doubles: "/:l/desk/people/doubles",
  mergeChoice: "/:l/desk/people/:person/merge",
  merge: "/:l/desk/people/:person/merge/:other",
  personFacts: "/:l/desk/people/:person/facts",

  // managers
  progress: "/:l/progress",
  progressWorkshops: "/:l/progress/workshops",
  progressPeople: "/:l/progress/people",

  // administrators
  admin: "/:l/admin",
  accounts: "/:l/admin/accounts",
  newAccount: "/:l/admin/accounts/new",
  account: "/:l/admin/accounts/:id",
  accountPerson: "/:l/admin/accounts/:id/person",
  institutions: "/:l/admin/institutions",
  newInstitution: "/:l/admin/institutions/new",
  institution: "/:l/admin/institutions/:code",
  institutionRecord: "/:l/admin/institutions/:code/record",
  programmes: "/:l/admin/programmes",
  newProgramme: "/:l/admin/programmes/new",
  programme: "/:l/admin/programmes/:code",
  programmeRecord: "/:l/admin/programmes/:code/record",
} as const;

type Addresses = typeof addresses;
export type AddressName = keyof Addresses;

type NamesIn<Pattern extends string> = Pattern extends `${infer Before}/${infer After}`
  ? NamesIn<Before> | NamesIn<After>
  : Pattern extends ":l"
    ? "locale"
    : Pattern extends `:${infer Name}`
      ? Name
      : never;

/** What stands in an address: `code` and `n` of `…/:code/sessions/:n`, and the page's language. */
type AddressParams<Name extends AddressName> = {
  [Param in NamesIn<Addresses[Name]>]: Param extends "locale" ? Locale : string | number;
};

/** What stands behind the question mark; what is empty is left out. */
export type AddressQuery = Record<string, string | number | null | undefined>;

type Address<Name extends AddressName> =
  NamesIn<Addresses[Name]> extends never
    ? (params?: Record<string, never>, query?: AddressQuery) => string
    : (params: AddressParams<Name>, query?: AddressQuery) => string;

type Maker = (params?: Record<string, string | number>, query?: AddressQuery) => string;

const makers = Object.fromEntries(
  Object.entries(addresses).map(([name, pattern]) => [name, makerOf(pattern)]),
) as Record<AddressName, Maker>;

/** Addresses ready for a link: `to.sheet({ locale, code, n })`, `to.me({ locale }, { done: "confirmed" })`. */
export const to: { [Name in AddressName]: Address<Name> } = makers;

/** The address of a list as a file; what it asks for stays. */
export const fileAt = (address: string, format: "xlsx" | "csv") => address.replace(/(?=\?|$)/, `.${format}`);

function makerOf(pattern: string): Maker {
  const parts = pattern.split("/").map((part) => ({ text: part, name: paramIn(part) }));
  return (params = {}, query) => {
    const path = parts.map(({ text, name }) => (name === null ? text : encodeURIComponent(params[name] ?? "")));
    return query ? path.join("/") + searchOf(query) : path.join("/");
  };
}

function paramIn(part: string): string | null {
  if (!part.startsWith(":")) return null;
  return part === ":l" ? "locale" : part.slice(1);
}

function searchOf(query: AddressQuery): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
