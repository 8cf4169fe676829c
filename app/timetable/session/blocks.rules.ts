import type { ClockTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";

/** A part of the day that sessions usually fill: a period by its number, or half of the day. */
export type Block = { name: "period" | "morning" | "afternoon"; number: number; starts: ClockTime; ends: ClockTime };

const periods = (times: readonly [ClockTime, ClockTime][]): Block[] =>
  times.map(([starts, ends], index) => ({ name: "period", number: index + 1, starts, ends }));

/** As Japan's training institutes print them: 1限 to 4限, with lunch at noon. */
const japanese: readonly Block[] = [
  ...periods([
    ["09:00", "10:30"],
    ["10:45", "12:15"],
    ["13:30", "15:00"],
    ["15:15", "16:45"],
  ]),
  { name: "morning", number: 0, starts: "09:00", ends: "12:15" },
  { name: "afternoon", number: 0, starts: "13:30", ends: "16:45" },
];

/** In Mexico lunch is from two to four. */
const mexican: readonly Block[] = [
  ...periods([
    ["09:00", "10:30"],
    ["10:45", "12:15"],
    ["12:30", "14:00"],
    ["16:00", "17:30"],
  ]),
  { name: "morning", number: 0, starts: "09:00", ends: "14:00" },
  { name: "afternoon", number: 0, starts: "16:00", ends: "19:00" },
];

/** The blocks of a venue's day. */
export const blocksIn = (zone: Zone): readonly Block[] => (zone === "Asia/Tokyo" ? japanese : mexican);

/** A block by the name that an address gives it: its place in the list. */
export const blockNamed = (zone: Zone, name: string | null): Block | null =>
  name !== null && /^\d$/.test(name) ? (blocksIn(zone)[Number(name)] ?? null) : null;
