import type { Instant } from "#app/time/instant.ts";
import { dateOf, daysBetween, instantToWall, type LocalDate, type WallTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { type Hours, heightOf, hoursOf, type Stretch } from "./hours.rules.ts";
import { type InLanes, lanesOf } from "./lanes.rules.ts";

/** A day, or one room on a day. `room` is null where all rooms share the column. */
export type GridColumn = { date: LocalDate; room: string | null };

/** What is placed, by its instants, whatever zone its own clock follows. `where` names its room. */
type Placeable = { id: string; startsAt: Instant; endsAt: Instant; where: string };

/** Where a session begins and ends in the column of its day; `column` is -1 where none shows it. */
type GridPlace = Stretch & { id: string; column: number };

/** A session, or the part of it that its column shows. */
export type Piece = GridPlace &
  InLanes & {
    /** 0 for a session's first part. */
    part: number;
    /** Drawn, in minutes below the first hour. */
    top: number;
    bottom: number;
    /** It goes on below, or began before. */
    isCutAfter: boolean;
    isCutBefore: boolean;
  };

/** Drawn lower, a session could not be read or touched. */
const leastHeight = 20;

/** Where a session stands on the clock of the columns, whatever zone it has itself. */
export function gridPlaceOf(session: Placeable, columns: readonly GridColumn[], zone: Zone): GridPlace {
  const [starts, ends] = [instantToWall(session.startsAt, zone), instantToWall(session.endsAt, zone)];
  const date = dateOf(starts);
  const column = columns.findIndex((one) => one.date === date && (one.room === null || one.room === session.where));
  const from = minuteOfDay(starts);
  const to = daysBetween(date, dateOf(ends)) * 1440 + minuteOfDay(ends);
  return { id: session.id, column, from, to: Math.max(from + 1, to) };
}

const minuteOfDay = (wall: WallTime) => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));

/** All that is drawn, and the hours that it needs. */
export function drawingOf(
  sessions: readonly Placeable[],
  { columns, zone, usual }: { columns: readonly GridColumn[]; zone: Zone; usual?: Stretch },
): { hours: Hours; pieces: Piece[] } {
  const places = sessions.map((session) => gridPlaceOf(session, columns, zone)).filter(({ column }) => column >= 0);
  const hours = hoursOf(places, usual);
  const parts = places.flatMap((place) => partsIn(place, columns, hours));
  const byColumn = Map.groupBy(parts, ({ column }) => column);
  const pieces = [...byColumn.values()].flatMap((ofColumn) => lanesOf(ofColumn, leastHeight));
  return {
    hours,
    pieces: pieces.map((piece) => ({
      ...piece,
      top: heightOf(piece.from, hours),
      bottom: Math.max(heightOf(piece.to, hours), heightOf(piece.from, hours) + leastHeight),
    })),
  };
}

/** A night that lasts longer than its column goes on at the top of the next day's. */
function partsIn(place: GridPlace, columns: readonly GridColumn[], hours: Hours) {
  const parts: (GridPlace & Pick<Piece, "part" | "isCutAfter" | "isCutBefore">)[] = [];
  for (let column = place.column; column < columns.length; column += 1) {
    const past = (column - place.column) * 1440;
    const [from, to] = [Math.max(place.from - past, hours.from), Math.min(place.to - past, hours.to)];
    if (to <= from || (past > 0 && columns[column]?.room !== null)) break;
    const isCutAfter = place.to - past > hours.to;
    parts.push({ id: place.id, column, from, to, part: parts.length, isCutAfter, isCutBefore: past > 0 });
    if (!isCutAfter) break;
  }
  return parts;
}
