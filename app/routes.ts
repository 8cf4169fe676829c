import { type RouteConfig, route } from "@remix-run/route-config";
import { type AddressName, addresses } from "./addresses.ts";
import { fileFormats } from "./tables/file/file-cell.ts";

/** The site map: the page behind every address of `addresses.ts`. */
const pages: Record<AddressName, string> = {
  language: "catalogue/language.route.tsx",
  shortVerification: "certificates/verification/short-address.route.tsx",
  mailReader: "demo/mail-reader.route.tsx",
  gallery: "demo/gallery/gallery-language.route.tsx",
  galleryIn: "demo/gallery/gallery.route.tsx",

  // anyone
  home: "catalogue/home.route.tsx",
  workshops: "catalogue/catalogue.route.tsx",
  workshop: "catalogue/workshop.route.tsx",
  calendar: "catalogue/calendar.route.tsx",
  material: "materials/files/material-file.route.ts",
  verify: "certificates/verification/verify.route.tsx",
  verification: "certificates/verification/verification.route.tsx",
  signIn: "sign-in/sign-in.route.tsx",
  signOut: "sign-in/sign-out.route.tsx",
  passwordLink: "sign-in/password/password-link.route.tsx",
  password: "sign-in/password/password.route.tsx",
  firstAdministrator: "accounts/first-administrator.route.tsx",

  // whoever has signed in
  search: "search/search.route.tsx",

  // officials
  enrolment: "enrolment/own/enrolment.route.tsx",
  withdrawal: "enrolment/own/withdrawal.route.tsx",
  me: "enrolment/own/me.route.tsx",
  myMaterials: "materials/my-materials.route.tsx",
  myCertificates: "certificates/mine/my-certificates.route.tsx",
  myCertificate: "certificates/document/my-certificate.route.tsx",
  myMessages: "messages/mine/my-messages.route.tsx",
  profile: "people/profile.route.tsx",
  privacy: "privacy/privacy.route.tsx",
  myData: "privacy/my-data.route.ts",
  work: "web/work/work.route.tsx",
  workEvents: "web/work/work-events.route.ts",

  // coordinators and instructors
  desk: "desk/desk.route.tsx",
  planner: "desk/planner/planner.route.tsx",
  importPeople: "imports/sending/import.route.tsx",
  importLayout: "imports/layout/layout.route.ts",
  importReview: "imports/review/review.route.tsx",
  newWorkshop: "workshops/plan/workshop-new.route.tsx",
  overview: "desk/workshop/overview.route.tsx",
  details: "desk/workshop/details.route.tsx",
  state: "desk/workshop/state.route.tsx",
  milestones: "desk/workshop/life/milestones.route.tsx",
  edition: "desk/workshop/edition/edition-new.route.tsx",
  draftRemoval: "desk/workshop/draft-removal.route.tsx",
  timetable: "desk/timetable/timetable.route.tsx",
  timetableActs: "desk/timetable/acts/acts.route.ts",
  timetablePaste: "desk/timetable/paste/paste.route.tsx",
  timetableShift: "desk/timetable/shift/shift.route.tsx",
  timetableTexts: "desk/timetable/texts/texts.route.tsx",
  newSession: "attendance/session/session-new.route.tsx",
  session: "attendance/session/session.route.tsx",
  sessionRepeat: "desk/timetable/shift/repeat.route.tsx",
  sessionRemoval: "attendance/session/session-removal.route.tsx",
  sheet: "attendance/sheet/sheet.route.tsx",
  participants: "desk/participants/participants.route.tsx",
  materials: "materials/desk/materials.route.tsx",
  newMaterial: "materials/desk/material-new.route.tsx",
  keptMaterial: "materials/desk/material.route.tsx",
  newVersion: "materials/desk/version-new.route.tsx",
  version: "materials/files/version-file.route.ts",
  newParticipants: "enrolment/behalf/participant-new.route.tsx",
  undoing: "enrolment/behalf/undoing.route.tsx",
  participant: "enrolment/behalf/participant.route.tsx",
  attendance: "attendance/whole/attendance.route.tsx",
  papers: "desk/papers/papers.route.tsx",
  paper: "desk/papers/paper.route.tsx",
  completion: "attendance/completion/completion.route.tsx",
  certificates: "certificates/issue/issue.route.tsx",
  certificate: "certificates/document/certificate.route.tsx",
  nameReminders: "certificates/names/name-reminders.route.tsx",
  specimen: "certificates/document/specimen.route.tsx",
  replacement: "certificates/validity/replacement.route.tsx",
  revocation: "certificates/validity/revocation.route.tsx",
  messages: "desk/messages/messages.route.tsx",
  newMessage: "messages/compose/message-new.route.tsx",
  message: "messages/delivery/message.route.tsx",
  messageText: "messages/compose/message-text.route.tsx",
  reopening: "desk/workshop/reopening.route.tsx",

  clashes: "desk/clashes/clashes.route.tsx",
  venues: "desk/venues/venues.route.tsx",
  newVenue: "desk/venues/venue-new.route.tsx",
  venue: "desk/venues/venue.route.tsx",
  venueFacts: "desk/venues/venue-facts.route.tsx",
  newRoom: "desk/venues/room-new.route.tsx",
  room: "desk/venues/room.route.tsx",
  modules: "desk/modules/modules.route.tsx",
  newModule: "desk/modules/module-new.route.tsx",
  module: "desk/modules/module.route.tsx",
  moduleStep: "desk/modules/module-step.route.tsx",
  people: "desk/people/people.route.tsx",
  newPerson: "desk/people/person-new.route.tsx",
  person: "desk/people/person.route.tsx",
  doubles: "doubles/doubles.route.tsx",
  mergeChoice: "doubles/merge-choice.route.tsx",
  merge: "doubles/merge.route.tsx",
  personFacts: "desk/people/person-facts.route.tsx",

  // managers
  progress: "progress/figures/progress.route.tsx",
  progressWorkshops: "progress/workshops.route.tsx",
  progressPeople: "progress/people/people.route.tsx",

  // administrators
  admin: "admin/admin.route.tsx",
  accounts: "accounts/account/accounts.route.tsx",
  newAccount: "accounts/account/account-new.route.tsx",
  account: "accounts/account/account.route.tsx",
  accountPerson: "accounts/person/account-person.route.tsx",
  institutions: "admin/institutions.route.tsx",
  newInstitution: "institutions/institution-new.route.tsx",
  institution: "institutions/institution.route.tsx",
  institutionRecord: "admin/record/institution-record.route.tsx",
  programmes: "admin/programmes.route.tsx",
  newProgramme: "programmes/programme-new.route.tsx",
  programme: "programmes/programme.route.tsx",
  programmeRecord: "admin/record/programme-record.route.tsx",
};

/** Lists that can be taken along: at the address of their page, with `.xlsx` or `.csv` behind it. */
export const listFiles = {
  desk: "desk/workshops-file.route.ts",
  planner: "desk/planner/planner-file.route.ts",
  sheet: "attendance/sheet/sheet-file.route.ts",
  participants: "desk/participants/participants-file.route.ts",
  attendance: "attendance/whole/attendance-file.route.ts",
  certificates: "certificates/issue/candidates-file.route.ts",
  messages: "messages/list/letters-file.route.ts",
  message: "messages/delivery/copies-file.route.ts",
  progress: "progress/figures/origins-file.route.ts",
  progressWorkshops: "progress/workshops-file.route.ts",
  progressPeople: "progress/people/people-file.route.ts",
  clashes: "desk/clashes/clashes-file.route.ts",
  venues: "desk/venues/venues-file.route.ts",
  people: "desk/people/people-file.route.ts",
  accounts: "accounts/account/accounts-file.route.ts",
  institutions: "admin/institutions-file.route.ts",
  programmes: "admin/programmes-file.route.ts",
} satisfies Partial<Record<AddressName, string>>;

const filesOfLists = Object.entries(listFiles).flatMap(([name, file]) =>
  fileFormats.map((format) =>
    route(`${addresses[name as AddressName].slice(1)}.${format}`, file, { id: `${name}.${format}` }),
  ),
);

const entries = Object.entries(pages) as [AddressName, string][];

export default [
  ...entries.map(([name, file]) => route(addresses[name].slice(1), file, { index: name === "language" })),
  ...filesOfLists,
  route("*", "web/errors/not-found.route.tsx"),
] satisfies RouteConfig;
