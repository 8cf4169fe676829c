import { formatDay, formatDayOfYear } from "#app/i18n/format.ts";
import type { Instant } from "#app/time/instant.ts";
import { offsetMinutes, offsetText } from "#app/time/offset.ts";
import { instantToWall, type LocalDate, localDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { foldText, hourText, instantIn } from "#app/timetable/grid/layout/column-hours.ts";
import { isWeekend } from "#app/timetable/grid/layout/days.rules.ts";
import { type Hours, heightOf, linesOf, type Stretch } from "#app/timetable/grid/layout/hours.rules.ts";
import { drawingOf, type GridColumn, type Piece } from "#app/timetable/grid/layout/places.rules.ts";
import { type BlockText, blockText, otherHour } from "#app/timetable/grid/words/block-text.ts";
import { fillBraces, type GridWords } from "#app/timetable/grid/words/grid-words.ts";
import type { SessionKind } from "#app/timetable/kinds.ts";
import { placeText } from "#app/timetable/place.ts";
import type { Session } from "#app/timetable/queries.ts";

export type BlockView = Piece & BlockText & { number: number; kind: SessionKind };

export type ColumnView = {
  date: LocalDate;
  room: string | null;
  /** As narrow as a heading is, and in full. */
  heading: string;
  name: string;
  /** A holiday, and how far the other clock is ahead where that is not as on the first day. */
  note: string;
  isToday: boolean;
  isRest: boolean;
  lanes: number;
  blocks: BlockView[];
};

/** The full hours of both clocks; `height` is in minutes below the first. */
type LineView = { minute: number; height: number; here: string; there: string };

/** A timetable as it is drawn: columns of days, or of one day's rooms, and hours on two clocks. */
export type GridView = {
  clocks: { here: ClockHead; there: ClockHead };
  hours: Hours;
  height: number;
  lines: LineView[];
  folds: { height: number; text: string }[];
  columns: ColumnView[];
};

type ClockHead = { city: string; offset: string };

type Drawing = {
  columns: readonly GridColumn[];
  words: GridWords;
  at: Instant;
  /** Hours that are drawn in any case. */
  usual?: Stretch;
  /** What is said of some days beside their names. */
  notes?: ReadonlyMap<LocalDate, string>;
};

export function gridView(sessions: readonly Session[], { columns, words, at, usual, notes }: Drawing): GridView {
  const { zone } = words;
  const placed = sessions.map((session) => ({ ...session, where: placeText(session, words.locale) }));
  const { hours, pieces } = drawingOf(placed, { columns, zone, usual });
  const byId = new Map(placed.map((session) => [session.id as string, session]));
  const byColumn = Map.groupBy(pieces, ({ column }) => column);
  const first = columns[0]?.date ?? localDate(at, zone);
  const today = localDate(at, zone);
  return {
    clocks: { here: clockHead(first, zone, words), there: clockHead(first, words.other, words) },
    hours,
    height: heightOf(hours.to, hours),
    lines: linesOf(hours).map((minute) => lineView(minute, first, { hours, words })),
    folds: hours.folds.map((fold) => ({ height: heightOf(fold.from, hours), text: foldText(fold, words) })),
    columns: columns.map(({ date, room }, index) => {
      const own = byColumn.get(index) ?? [];
      return {
        ...{ date, room },
        heading: room === null ? formatDayOfYear(words.locale, date) : room || words.noRoom,
        name: nameOf({ date, room }, words),
        note: [notes?.get(date), noteOf(date, first, words)].filter(Boolean).join(words.between),
        isToday: date === today,
        isRest: isWeekend(date),
        lanes: Math.max(1, ...own.map(({ lanes }) => lanes)),
        blocks: own
          .toSorted((a, b) => a.from - b.from || a.lane - b.lane)
          .flatMap((piece) => blockView(piece, byId.get(piece.id), words)),
      };
    }),
  };
}

type PlacedSession = Session & { where: string };

function blockView(piece: Piece, session: PlacedSession | undefined, words: GridWords): BlockView[] {
  if (!session) return [];
  return [{ ...piece, ...blockText(session, words), number: session.number, kind: session.kind }];
}

function nameOf({ date, room }: GridColumn, { locale, noRoom, between }: GridWords): string {
  const day = formatDay(locale, date);
  return room === null ? day : day + between + (room || noRoom);
}

function lineView(minute: number, day: LocalDate, { hours, words }: { hours: Hours; words: GridWords }): LineView {
  const at = instantIn(day, minute, words.zone);
  return {
    minute,
    height: heightOf(minute, hours),
    here: hourText(minute),
    there: at ? otherHour(at, day, words.other) : "",
  };
}

function clockHead(day: LocalDate, zone: Zone, words: GridWords): ClockHead {
  const noon = instantIn(day, 720, words.zone) as Instant;
  return { city: words.cities[zone], offset: offsetText(noon, instantToWall(noon, zone)) };
}

/** Where clocks change in between, the scale on the right is that of the first day: the others say how far it is. */
function noteOf(day: LocalDate, first: LocalDate, { zone, other, apart, cities }: GridWords): string {
  const ahead = (date: LocalDate) => {
    const noon = instantIn(date, 720, zone) as Instant;
    return offsetMinutes(noon, instantToWall(noon, other)) - offsetMinutes(noon, instantToWall(noon, zone));
  };
  const hours = ahead(day) / 60;
  if (hours === ahead(first) / 60) return "";
  return fillBraces(apart, { city: cities[other], hours: `${hours < 0 ? "−" : "+"}${Math.abs(hours)}` });
}
