import { covers, type Reach } from "#app/access/permissions.ts";
import { listCodes } from "#app/institutions/queries.ts";
import { noInstitution, type OriginFigures } from "#app/progress/rules.ts";
import type { OriginFilter, Scope } from "#app/progress/scope.rules.ts";
import { addTo, type Cell, type CellMap, monthOf, type Origins, reaching, sumOfCells } from "#app/statistics/cells.ts";
import { type Memory, upToDate } from "#app/statistics/memory.ts";
import { type Figures, type PeopleGroup, sumOf, type WorkshopGroup } from "#app/statistics/rules.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type ScopeFigures = {
  workshops: Record<WorkshopGroup, number>;
  /** Every figure about people, by country and institution. Totals are sums of these, so that they cannot disagree. */
  origins: OriginFigures[];
};

export async function findFigures(db: Reader, scope: Scope): Promise<ScopeFigures> {
  const { workshops, origins } = sumOfCells(cellsWithin(await upToDate(db), scope));
  const codes = await listCodes(db);
  return {
    workshops,
    origins: withCodes(origins, codes).sort(
      (a, b) => inOrder(a.country, b.country) || inOrder(a.institution ?? "", b.institution ?? ""),
    ),
  };
}

/** Looking through so many enrolments for a page is quick enough. */
const fewLooks = 2_000;
/** More than a statement should take as values. */
const mostWorkshops = 5_000;

type Rows = OriginFilter & { group: PeopleGroup; onPage: number };

/**
 * The figures of an origin or of several, and how to find a page of the rows behind one of them: along all names until
 * the page is full (`within` is null), or, where that would look through more, in the workshops that have any of them.
 */
export async function findRowFigures(
  db: Reader,
  scope: Scope,
  { group, onPage, ...origin }: Rows,
): Promise<{ figures: Figures; within: Id<"workshop">[] | null }> {
  const [memory, codes] = [await upToDate(db), await listCodes(db)];
  const figuresIn = (rows: Origins) => figuresOf(withCodes(rows, codes), origin);
  const figures = figuresIn(sumOfCells(cellsWithin(memory, scope)).origins);
  const looksAlongNames = (onPage * peopleIn(sumOfCells([...memory.cells.values()]).origins)) / figures[group];
  if (looksAlongNames <= fewLooks) return { figures, within: null };
  const found = workshopsWithin(memory, scope).filter(({ origins }) => figuresIn(origins)[group] > 0);
  const isQuicker =
    found.length <= mostWorkshops && peopleIn(found.flatMap(({ origins }) => origins)) < looksAlongNames;
  return { figures, within: isQuicker ? found.map(({ workshopId }) => workshopId) : null };
}

function peopleIn(origins: Origins): number {
  const { enrolled, reserve } = sumOf(origins);
  return enrolled + reserve;
}

/** The sum of one origin, or of several. */
const figuresOf = (origins: readonly OriginFigures[], { country, institution }: OriginFilter) =>
  sumOf(
    origins.filter(
      (row) =>
        (country === null || row.country === country) &&
        (institution === null || (row.institution ?? noInstitution) === institution),
    ),
  );

/** Months in which workshops within reach start, as `2026-11`. */
export async function listMonths(db: Reader, reach: Reach): Promise<string[]> {
  const cells = cellsWithin(await upToDate(db), { reach, programmeId: null, period: null });
  return [
    ...new Set(cells.filter(({ workshops }) => Object.values(workshops).some(Boolean)).map(({ month }) => month)),
  ];
}

const withCodes = (origins: Origins, codes: Awaited<ReturnType<typeof listCodes>>): OriginFigures[] =>
  origins.map((row) => ({ ...row, institution: row.institutionId && (codes.get(row.institutionId) ?? null) }));

const workshopsWithin = ({ workshops }: Memory, { reach, ...choice }: Scope) =>
  [...workshops.values()].filter(
    (workshop) => covers(reach, workshop) && isChosen(choice)({ ...workshop, month: monthOf(workshop) }),
  );

function cellsWithin({ cells, workshops }: Memory, { reach, ...choice }: Scope) {
  const { whole, single } = reaching(reach);
  const singles: CellMap = new Map();
  for (const id of reach.workshopIds) {
    const workshop = workshops.get(id);
    if (workshop && single(workshop)) addTo(singles, workshop, 1);
  }
  return [...[...cells.values()].filter(whole), ...singles.values()].filter(isChosen(choice));
}

/** Those of a programme, or all, and of a period, or any time. */
const isChosen =
  ({ programmeId, period }: Omit<Scope, "reach">) =>
  (cell: Pick<Cell, "programmeId" | "month">): boolean =>
    (programmeId === null || cell.programmeId === programmeId) &&
    // periods begin with a month
    (period === null || (`${cell.month}-01` >= period.from && `${cell.month}-01` < period.until));

const inOrder = (a: string, b: string) => Number(a > b) - Number(a < b);
