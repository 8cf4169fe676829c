import { covers, type Reach } from "#app/access/permissions.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Id } from "#db/id.ts";
import { add, type Figures, groupOf, nothing, type Origin, originKey, sumOf, type WorkshopGroup } from "./rules.ts";

/** What waits to be done about people. */
export type Waiting = {
  /** Who has completed and confirmed their name, and has no certificate. A revoked one is missing on purpose. */
  certifiable: number;
  /** Who has a certificate although they have not completed, or have confirmed another name since the last day. */
  doubtful: number;
  /** Who has completed and not confirmed their name: no certificate without it. */
  unnamed: number;
  /** Who holds or awaits a seat and can't be written to: without an account, and without an address. */
  unreachable: number;
};

/** The people of one origin in one workshop. */
export type OriginCount = Origin & Figures & Waiting;

/** A workshop as the figures see it. */
export type Counted = {
  workshopId: Id<"workshop">;
  programmeId: Id<"programme">;
  code: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  state: WorkshopState;
  origins: OriginCount[];
  /** How many marks each of its sessions has; none of a workshop whose marks are settled. */
  marks: Readonly<Record<Id<"session">, number>>;
};

/** Some workshops within reach, by their codes. */
export const countedWithin = (all: Iterable<Counted>, reach: Reach, isMeant: (workshop: Counted) => boolean) =>
  [...all]
    .filter((workshop) => isMeant(workshop) && covers(reach, workshop))
    .sort((a, b) => (a.code < b.code ? -1 : 1));

/** What waits in a whole workshop. */
export const waitingIn = ({ origins }: Pick<Counted, "origins">, what: keyof Waiting): number =>
  origins.reduce((sum, origin) => sum + origin[what], 0);

/** The figures of each origin. */
export type Origins = (Origin & Figures)[];

/** What workshops of one programme that start in one month add up to. Its size does not grow with their number. */
export type Cell = {
  programmeId: Id<"programme">;
  /** `2026-11` */
  month: string;
  workshops: Record<WorkshopGroup, number>;
  byOrigin: Map<string, Origins[number]>;
};
export type CellMap = Map<string, Cell>;

export const monthOf = ({ startsOn }: Pick<Counted, "startsOn">) => startsOn.slice(0, "2026-11".length);

/** Adds a workshop to its cell, or takes it away. Cancelled ones stand outside of every figure. */
export function addTo(cells: CellMap, workshop: Counted, sign: 1 | -1): void {
  const group = groupOf(workshop.state);
  if (!group) return;
  const { programmeId } = workshop;
  const month = monthOf(workshop);
  const key = `${programmeId} ${month}`;
  const cell: Cell = cells.get(key) ?? {
    ...{ programmeId, month },
    ...{ workshops: { planned: 0, running: 0, completed: 0 }, byOrigin: new Map() },
  };
  cell.workshops[group] += sign;
  for (const row of workshop.origins) {
    const name = originKey(row);
    const { country, institutionId } = row;
    const sum = cell.byOrigin.get(name) ?? { country, institutionId, ...nothing };
    add(sum, row, sign);
    // whoever moves from one institution to another leaves nothing behind
    if (Object.keys(nothing).some((figure) => sum[figure as keyof Figures])) cell.byOrigin.set(name, sum);
    else cell.byOrigin.delete(name);
  }
  cells.set(key, cell);
}

/** What some cells add up to. Origins without anybody are left out. */
export function sumOfCells(cells: Cell[]): { workshops: Record<WorkshopGroup, number>; origins: Origins } {
  const workshops = { planned: 0, running: 0, completed: 0 };
  for (const cell of cells)
    for (const group of Object.keys(workshops) as WorkshopGroup[]) workshops[group] += cell.workshops[group];
  const rows = cells.flatMap(({ byOrigin }) => [...byOrigin.values()]);
  const origins = [...Map.groupBy(rows, originKey).values()].flatMap((own) => {
    const [first] = own;
    const sum = sumOf(own);
    return first && (sum.enrolled > 0 || sum.reserve > 0) ? [{ ...first, ...sum }] : [];
  });
  return { workshops, origins };
}

/** The cells of whole programmes within reach; and the workshops within it that are in none of these. */
export const reaching = (reach: Reach) => ({
  whole: ({ programmeId }: Pick<Cell, "programmeId">) => reach.everywhere || reach.programmeIds.includes(programmeId),
  single: (workshop: Counted) =>
    covers(reach, workshop) && !reach.everywhere && !reach.programmeIds.includes(workshop.programmeId),
});
