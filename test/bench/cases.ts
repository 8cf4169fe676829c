import { demoPassword } from "#app/sign-in/demo-accounts.ts";
import type { SentChange } from "#app/timetable/plan/acts.rules.ts";
import type { Member, World } from "./world.ts";

export type Ask = {
  path: string;
  as?: Member;
  form?: Record<string, string>;
  /** What a script sends, with its key. */
  json?: { key: string; body: unknown };
  /** The visitor's own address, one of this machine. */
  from?: string;
};
/** So many certificates have their documents. */
export const documents = 10;

type Case = {
  /** What the site aims at. */
  targetMs?: number;
  /** The n-th request; null where there is only a command. */
  ask: ((world: World, round: number) => Ask) | null;
};

const sheetPath = ({ code, number }: World["taken"]) => `/es/desk/workshops/${code}/sessions/${number}/attendance`;

/** Most of a year of a thousand workshops lies behind, some before. */
export const plannerOfYear = `/es/desk/planner?period=${new Date().getUTCFullYear()}`;

/** A quarter of an hour shorter, and back again. */
export const moveOf = ({ id, startsLocal, ends, zone }: World["planned"], round: number): SentChange => ({
  ...{ id, was: {}, set: { when: `${startsLocal} ${ends[round % 2]} ${zone}` } },
});

/** As each form of a page brings one of its own. */
const keyOf = (round: number) => `form-${String(round).padStart(32, "0")}`;

/** A first look asks for an address that nobody has asked for, as pages for strangers are kept. */
const all = {
  catalogue: { targetMs: 0.7, ask: () => ({ path: "/es/workshops" }) },
  "catalogue, first look": { ask: (_, round) => ({ path: `/es/workshops?look=${round}` }) },
  "workshop page": { targetMs: 0.7, ask: ({ open }, round) => ({ path: `/es/workshops/${nth(open, round).code}` }) },
  "workshop page, first look": {
    ask: ({ open }, round) => ({ path: `/es/workshops/${nth(open, round).code}?look=${round}` }),
  },
  "attendance sheet": { targetMs: 4, ask: ({ taken, coordinator }) => ({ path: sheetPath(taken), as: coordinator }) },
  "saving a sheet": {
    targetMs: 4,
    ask: ({ blank, coordinator }, round) => {
      const sheet = nth(blank, round);
      const marks = Object.fromEntries(sheet.enrolmentIds.map((id) => [`mark.${id}`, "present"]));
      return {
        path: sheetPath(sheet),
        as: coordinator,
        form: { ...marks, reason: "Fila equivocada", key: keyOf(round) },
      };
    },
  },
  timetable: {
    targetMs: 6,
    ask: ({ planned, coordinator }) => ({ path: `/es/desk/workshops/${planned.code}/timetable`, as: coordinator }),
  },
  "moving a session": {
    targetMs: 4,
    ask: ({ planned, coordinator }, round) => ({
      path: `/es/desk/workshops/${planned.code}/timetable/acts`,
      as: coordinator,
      json: { key: keyOf(round), body: { changes: [moveOf(planned, round)] } },
    }),
  },
  enrolment: {
    targetMs: 1.5,
    ask: ({ open, newcomers }, round) => ({
      path: `/es/workshops/${nth(open, round).code}/enrolment`,
      as: nth(newcomers, round),
      form: { key: keyOf(round) },
    }),
  },
  verification: {
    targetMs: 0.7,
    ask: ({ certificateNumbers }, round) => ({ path: `/es/verify/${nth(certificateNumbers, round)}` }),
  },
  "verification, first look": {
    ask: ({ certificateNumbers }, round) => ({ path: `/es/verify/${nth(certificateNumbers, round)}?look=${round}` }),
  },
  "making a certificate": { targetMs: 10, ask: null },
  "certificate download": {
    ask: ({ certificateNumbers, coordinator, certified }, round) => ({
      path: `/es/desk/workshops/${certified}/certificates/${nth(certificateNumbers.slice(0, documents), round)}.pdf`,
      as: coordinator,
    }),
  },
  report: { targetMs: 5, ask: ({ manager }) => ({ path: "/es/progress", as: manager }) },
  "my workshops": { ask: ({ official }) => ({ path: "/es/me", as: official }) },
  "signing in": {
    targetMs: 70,
    ask: ({ signers }, round) => ({
      path: "/es/sign-in",
      form: { email: nth(signers, round), password: demoPassword },
      from: addressOf(round),
    }),
  },
  desk: { ask: ({ coordinator }) => ({ path: "/es/desk", as: coordinator }) },
  "planner of a year": { targetMs: 15, ask: ({ coordinator }) => ({ path: plannerOfYear, as: coordinator }) },
} satisfies Record<string, Case>;
export type CaseName = keyof typeof all;

/** One address may sign in sixty times and no more: so many of Linux's loopback addresses have thirty each. */
const addressOf = (round: number) => `127.0.${1 + (Math.floor(round / 30) % 250)}.1`;

export const cases: Record<CaseName, Case> = all;

export function nth<Item>(items: Item[], round: number): Item {
  const item = items[round % items.length];
  if (item === undefined) throw new Error("The world lacks what a case is about.");
  return item;
}
