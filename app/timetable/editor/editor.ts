import type { Instant } from "#app/time/instant.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Move } from "#app/timetable/editor/moving/moves.rules.ts";
import type { PlanChange } from "#app/timetable/editor/saving/history.rules.ts";
import type { Hours } from "#app/timetable/grid/layout/hours.rules.ts";
import type { GridColumn, Piece } from "#app/timetable/grid/layout/places.rules.ts";
import type { Drawn } from "#app/timetable/grid/words/block-text.ts";
import type { GridWords } from "#app/timetable/grid/words/grid-words.ts";
import type { PlannedFacts } from "#app/timetable/plan/acts.rules.ts";
import type { EditorTexts } from "./editor-texts.ts";

/** What the page says to its script. */
export type EditorData = {
  sessions: PlannedFacts[];
  columns: GridColumn[];
  /** Of each column, for whoever hears them. */
  names: string[];
  words: GridWords;
  texts: EditorTexts;
  days: { startsOn: LocalDate; endsOn: LocalDate };
  /** Sessions that have marks keep their day, and stay. */
  marked: string[];
  /** What is left unsaved in this tab is sent again only for the same person. */
  account: string;
  version: Instant;
  urls: { acts: string; session: string; signIn: string; paste: string };
  /** Numbers of the sessions that were added just before: they are undone as one act. */
  added: { from: number; to: number } | null;
};

/** Where the keyboard is: on a session, or on a free moment of a column. */
export type Cursor = { column: number; at: number; id: string | null };

export type DrawnSession = PlannedFacts & Drawn & { endsAt: Instant };

/** What the editor's parts know of each other. */
export type Editor = EditorData & {
  root: HTMLElement;
  planned: Map<string, PlannedFacts>;
  selected: Set<string>;
  cursor: Cursor;
  unsaved(): ReadonlySet<string>;
  /** Null in an hour that clocks never show. */
  drawn(facts: PlannedFacts): DrawnSession | null;
  /** Does an act: asks where it does not fit, remembers, draws, saves. @returns whether it was done */
  act(name: string, changes: PlanChange[]): Promise<boolean>;
  select(ids: Iterable<string>): void;
  say(text: string, isUrgent?: boolean): void;
  part<Kind extends HTMLElement = HTMLElement>(name: string): Kind;
};

export type Board = {
  hours: Hours;
  pieces: Piece[];
  draw(): void;
  blockOf(id: string): HTMLElement | undefined;
  /** Draws what is carried, without moving what rests. */
  ghosts(sessions: readonly PlannedFacts[], clashing: ReadonlySet<string>, origin: ReadonlySet<string>): void;
  columnAt(x: number): number;
  minuteAt(column: number, y: number): number;
  dayOf(column: number): HTMLElement;
};

export type Carry = {
  held: ReadonlySet<string> | null;
  take(ids: Iterable<string>, lead: string): void;
  to(move: Move & { columns?: number }): void;
  by(move: Move & { columns?: number }): void;
  drop(isCopy?: boolean): Promise<void>;
  cancel(): void;
};
