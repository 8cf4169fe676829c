import { setImmediate as breathe } from "node:timers/promises";
import { to } from "#app/addresses.ts";
import { attendanceRate, type Marks } from "#app/attendance/measures.rules.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { findRowFigures } from "#app/progress/figures/figures.ts";
import { originNames } from "#app/progress/figures/origin-names.ts";
import { countMarksOf, pageSize } from "#app/progress/rows.queries.ts";
import { noInstitution } from "#app/progress/rules.ts";
import type { Scope } from "#app/progress/scope.rules.ts";
import { readScope } from "#app/progress/scope.ts";
import { peopleGroups } from "#app/statistics/rules.ts";
import { readChoice } from "#app/tables/list.ts";
import { pageByPage } from "#app/tables/list-file.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryPlace, queryText } from "#app/web/search-params.ts";
import { listWorkshopsById, type Workshop } from "#app/workshops/queries.ts";
import { asId, type Id } from "#db/id.ts";
import { listPeople, type Participation, type PeopleFilter } from "./people.queries.ts";
import { peopleList } from "./people-list.tsx";
import { type PersonRow, personRow } from "./person-row.ts";

/** The rows behind a figure about people, and the way to the neighbouring ones. */
export async function loadPeople(visit: Reading) {
  const { db, locale, url } = visit;
  const { scope, view } = await readScope(visit);
  const filter = readFilter(url);
  const { group, country, institution } = filter;
  const { figures, within } = await findRowFigures(db, scope, { ...filter, onPage: pageSize });
  const { rows, names, ...neighbours } = await loadRows(visit, scope, filter, within);
  const address = (changes: Record<string, string | null>) =>
    to.progressPeople({ locale }, { ...filter, ...view.chosen, ...changes });
  return {
    view,
    group,
    kept: { group, ...(country && { country }), ...(institution && { institution }) },
    groups: peopleGroups.map((other) => ({ group: other, to: address({ group: other }) })),
    places: [
      ...(country
        ? [{ kind: "country" as const, name: names.country(country), without: address({ country: null }) }]
        : []),
      ...(institution
        ? [{ kind: "institution" as const, name: names.institution, without: address({ institution: null }) }]
        : []),
    ],
    rows,
    choice: readChoice(url, peopleList),
    total: { count: figures[group], number: formatNumber(locale, figures[group]) },
    marks: group === "marked" ? marksText(figures, locale) : null,
    ...neighbours,
    up: to.progress({ locale }, view.chosen),
    unfiltered: to.progressPeople({ locale }, { group }),
  };
}

const readFilter = (url: URL): PeopleFilter => ({
  group: queryChoice(url, "group", peopleGroups) ?? "enrolled",
  country: queryText(url, "country", 2) || null,
  institution: queryText(url, "institution") || null,
});

/** So many rows of a file are read at once: each is found in some tenths of a millisecond, and pages wait meanwhile. */
const rowsAtOnce = 100;

/** All rows behind a figure, for a file. */
export async function allPeople(visit: Reading): Promise<AsyncGenerator<readonly PersonRow[]>> {
  const { db, locale, url } = visit;
  const { scope } = await readScope(visit);
  const filter = readFilter(url);
  const { within } = await findRowFigures(db, scope, { ...filter, onPage: rowsAtOnce });
  const known: KnownWorkshops = new Map();
  return pageByPage(async (after) => {
    const place = after === null ? null : { side: "after" as const, id: asId<"enrolment">(after) };
    const { rows, next } = await listPeople(db, scope, filter, { place, locale, within, size: rowsAtOnce });
    await breathe();
    return { rows: (await rowsOf(visit, rows, known)).rows, next };
  });
}

async function loadRows(visit: Reading, scope: Scope, filter: PeopleFilter, within: Id<"workshop">[] | null) {
  const { db, locale, t, url } = visit;
  const page = await listPeople(db, scope, filter, { place: queryPlace(url), locale, within });
  const { rows: people, ...neighbours } = page;
  const { rows, country } = await rowsOf(visit, people);
  return {
    ...neighbours,
    rows,
    names: { country, institution: chosenInstitution(filter, rows[0]?.institution.text, t("progress:noInstitution")) },
  };
}

/** What rows say of their workshops. */
type KnownWorkshops = Map<Id<"workshop">, Pick<Workshop, "code" | "texts">>;

async function rowsOf(
  { db, locale, t, at, actor }: Reading,
  people: Participation[],
  known: KnownWorkshops = new Map(),
) {
  const marksOf = await countMarksOf(
    db,
    people.map(({ id }) => id),
  );
  const unknown = new Set(people.map(({ workshopId }) => workshopId).filter((id) => !known.has(id)));
  for (const { id, code, texts } of await listWorkshopsById(db, [...unknown])) known.set(id, { code, texts });
  const institution = await originNames({ db, locale, t, on: localDate(at, actor.zone) }, people);
  const country = (code: string) => countryName(code, locale, t);
  const rows = people.map((row) =>
    personRow(row, { workshop: known.get(row.workshopId), marks: marksOf(row.id), institution, country }, locale),
  );
  return { rows, country };
}

/** The address may name what does not exist. Then no row has its name, and its code is shown instead. */
const chosenInstitution = ({ institution }: PeopleFilter, found: string | undefined, none: string) =>
  institution === noInstitution ? none : (found ?? institution ?? "");

function marksText(marks: Marks, locale: Locale) {
  const rate = attendanceRate(marks);
  if (rate === null) return null;
  return {
    attended: formatNumber(locale, marks.attended),
    counted: formatNumber(locale, marks.counted),
    rate: formatShare(locale, rate),
  };
}
