import { type Ask, plannerOfYear } from "./cases.ts";
import type { World } from "./world.ts";

/** Rows in the middle of the long lists: pages that begin there are as far from the beginning as from the end. */
export type Middle = { accountId: string; enrolmentId: string };

export type GrowingPage = {
  name: string;
  ask: (world: World & { middle: Middle }) => Ask;
  /** Something has changed just before each request: nothing that is remembered holds any more. */
  isAfterChange?: true;
};

const anybody = (path: string) => () => ({ path });
const as = (member: "coordinator" | "manager" | "administrator" | "official", path: string) => (world: World) => ({
  path,
  as: world[member],
});

/** Pages, lists, searches and reports: whatever reads rows that grow with the years, at any depth. */
export const growingPages: GrowingPage[] = [
  { name: "home", ask: anybody("/es") },
  { name: "home after a change", ask: anybody("/es"), isAfterChange: true },
  { name: "catalogue", ask: anybody("/es/workshops") },
  { name: "catalogue after a change", ask: anybody("/es/workshops"), isAfterChange: true },
  { name: "catalogue of the past", ask: anybody("/es/workshops?when=past"), isAfterChange: true },
  { name: "catalogue of the past, deep", ask: anybody("/es/workshops?when=past&page=40"), isAfterChange: true },
  { name: "catalogue search", ask: anybody("/es/workshops?q=aduana"), isAfterChange: true },
  { name: "catalogue search of kanji", ask: anybody("/ja/workshops?q=税関"), isAfterChange: true },
  { name: "workshop page", ask: ({ open }) => ({ path: `/es/workshops/${open[0]?.code}` }), isAfterChange: true },
  {
    name: "verification",
    ask: ({ certificateNumbers }) => ({ path: `/es/verify/${certificateNumbers[0]}` }),
    isAfterChange: true,
  },
  {
    name: "attendance sheet",
    ask: ({ taken: { code, number }, coordinator }) => ({
      path: `/es/desk/workshops/${code}/sessions/${number}/attendance`,
      as: coordinator,
    }),
  },
  { name: "desk", ask: as("coordinator", "/es/desk") },
  { name: "desk after a change", ask: as("coordinator", "/es/desk"), isAfterChange: true },
  { name: "desk, deep", ask: as("coordinator", "/es/desk?page=40") },
  { name: "desk of a state", ask: as("coordinator", "/es/desk?state=completed") },
  { name: "desk search", ask: as("coordinator", "/es/desk?q=ando") },
  { name: "desk search of kanji", ask: as("coordinator", "/ja/desk?q=安藤") },
  { name: "search of people", ask: as("coordinator", "/es/search?q=ando") },
  { name: "search of people by kanji", ask: as("coordinator", "/ja/search?q=安藤様") },
  { name: "search of workshops", ask: as("coordinator", "/es/search?q=aduana") },
  { name: "search of workshops by officials", ask: as("official", "/es/search?q=aduana") },
  {
    name: "search of a certificate",
    ask: ({ certificateNumbers, coordinator }) => ({
      path: `/es/search?q=${certificateNumbers[0]?.slice(0, -27)}`,
      as: coordinator,
    }),
  },
  { name: "search of everything", ask: as("administrator", "/es/search?q=ando kohei") },
  {
    name: "messages of a workshop",
    ask: ({ taken, coordinator }) => ({ path: `/es/desk/workshops/${taken.code}/messages`, as: coordinator }),
  },
  {
    name: "participants",
    ask: ({ taken, coordinator }) => ({ path: `/es/desk/workshops/${taken.code}/participants`, as: coordinator }),
  },
  {
    name: "certificates of a workshop",
    ask: ({ certified, coordinator }) => ({ path: `/es/desk/workshops/${certified}/certificates`, as: coordinator }),
  },
  {
    name: "timetable",
    ask: ({ planned, coordinator }) => ({ path: `/es/desk/workshops/${planned.code}/timetable`, as: coordinator }),
  },
  {
    name: "quotas",
    ask: ({ open, coordinator }) => ({ path: `/es/desk/workshops/${open[0]?.code}/quotas`, as: coordinator }),
  },
  { name: "catalogue as a calendar", ask: anybody("/es/workshops?view=calendar"), isAfterChange: true },
  { name: "planner of a year", ask: as("coordinator", plannerOfYear) },
  { name: "planner of a quarter", ask: as("coordinator", "/es/desk/planner") },
  { name: "clashes", ask: as("coordinator", "/es/desk/clashes") },
  { name: "venues", ask: as("coordinator", "/es/desk/venues") },
  { name: "faculty", ask: as("coordinator", "/es/desk/faculty") },
  { name: "people", ask: as("coordinator", "/es/desk/people") },
  { name: "people search", ask: as("coordinator", "/es/desk/people?q=ando") },
  { name: "people search of kanji", ask: as("coordinator", "/ja/desk/people?q=安藤") },
  {
    name: "a person",
    ask: ({ official, coordinator }) => ({ path: `/es/desk/people/${official.personId}`, as: coordinator }),
  },
  { name: "likely doubles", ask: as("coordinator", "/es/desk/people/doubles") },
  { name: "programmes of the desk", ask: as("coordinator", "/es/desk/programmes") },
  { name: "my workshops", ask: as("official", "/es/me") },
  { name: "my data", ask: as("official", "/es/me/privacy/data.json") },
  { name: "report", ask: as("manager", "/es/progress") },
  { name: "report after a change", ask: as("manager", "/es/progress"), isAfterChange: true },
  { name: "report of workshops", ask: as("manager", "/es/progress/workshops") },
  { name: "report of people", ask: as("manager", "/es/progress/people") },
  { name: "report of people, in Japanese", ask: as("manager", "/ja/progress/people") },
  {
    name: "report of people, deep",
    ask: ({ manager, middle }) => ({ path: `/es/progress/people?after=${middle.enrolmentId}`, as: manager }),
  },
  {
    name: "report of people, deep and back, in Japanese",
    ask: ({ manager, middle }) => ({ path: `/ja/progress/people?before=${middle.enrolmentId}`, as: manager }),
  },
  { name: "report of people with marks", ask: as("manager", "/es/progress/people?group=marked") },
  { name: "report of people certified", ask: as("manager", "/es/progress/people?group=certified") },
  { name: "report of people on the reserve list", ask: as("manager", "/es/progress/people?group=reserve") },
  { name: "report of people of a country", ask: as("manager", "/es/progress/people?country=JP&group=marked") },
  { name: "report of people of a year", ask: as("manager", "/es/progress/people?year=2024") },
  { name: "accounts", ask: as("administrator", "/es/admin/accounts") },
  {
    name: "accounts, deep",
    ask: ({ administrator, middle }) => ({ path: `/es/admin/accounts?after=${middle.accountId}`, as: administrator }),
  },
  { name: "accounts of a role", ask: as("administrator", "/es/admin/accounts?role=official") },
  { name: "accounts of a rare role", ask: as("administrator", "/es/admin/accounts?role=manager") },
  { name: "accounts search", ask: as("administrator", "/es/admin/accounts?q=ando") },
  { name: "accounts search of kanji", ask: as("administrator", "/es/admin/accounts?q=安藤") },
  { name: "accounts search of a rare name", ask: as("administrator", "/es/admin/accounts?q=takahashi") },
  { name: "accounts search of two names", ask: as("administrator", "/es/admin/accounts?q=ando kohei") },
  { name: "accounts search of an address", ask: as("administrator", "/es/admin/accounts?q=demo.example") },
  { name: "accounts search of nobody", ask: as("administrator", "/es/admin/accounts?q=zzzz") },
  { name: "institutions", ask: as("administrator", "/es/admin/institutions") },
  { name: "programmes", ask: as("administrator", "/es/admin/programmes") },
];
