import { to } from "#app/addresses.ts";
import { attendanceRate } from "#app/attendance/measures.rules.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { originNames } from "#app/progress/figures/origin-names.ts";
import { countMarks, type Scope } from "#app/progress/queries.ts";
import { countMarksOf, countPeople, listPeople, type PeopleFilter, pageSize } from "#app/progress/rows.queries.ts";
import { noInstitution, peopleGroups } from "#app/progress/rules.ts";
import { readScope } from "#app/progress/scope.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { paging } from "#app/web/paging.ts";
import { queryChoice, queryPage, queryText } from "#app/web/search-params.ts";
import { listWorkshopsById } from "#app/workshops/queries.ts";
import { personRow } from "./person-row.ts";

/** The rows behind a figure about people, and the way to the neighbouring ones. */
export async function loadPeople(visit: Reading) {
  const { db, locale, url } = visit;
  const { scope, view } = await readScope(visit);
  const filter = readFilter(url);
  const { group, country, institution } = filter;
  const count = await countPeople(db, scope, filter);
  const { page, pages } = paging(count, pageSize, queryPage(url));
  const { rows, names } = await loadRows(visit, scope, filter, page);
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
    total: { count, number: formatNumber(locale, count) },
    marks: group === "marked" ? await marksText(visit, scope, filter) : null,
    page,
    pages,
    up: to.progress({ locale }, view.chosen),
    unfiltered: to.progressPeople({ locale }, { group }),
  };
}

const readFilter = (url: URL): PeopleFilter => ({
  group: queryChoice(url, "group", peopleGroups) ?? "enrolled",
  country: queryText(url, "country", 2) || null,
  institution: queryText(url, "institution") || null,
});

async function loadRows({ db, locale, t, at, actor }: Reading, scope: Scope, filter: PeopleFilter, page: number) {
  const people = await listPeople(db, scope, filter, { page, locale });
  const marksOf = await countMarksOf(
    db,
    people.map(({ id }) => id),
  );
  const workshops = await listWorkshopsById(db, [...new Set(people.map(({ workshopId }) => workshopId))]);
  const institution = await originNames({ db, locale, t, on: localDate(at, actor.zone) }, people);
  const country = (code: string) => countryName(code, locale, t);
  const rows = people.map((row) =>
    personRow(
      row,
      { workshop: workshops.find(({ id }) => id === row.workshopId), marks: marksOf(row.id), institution, country },
      locale,
    ),
  );
  return {
    rows,
    names: { country, institution: chosenInstitution(filter, rows[0]?.institution.text, t("progress:noInstitution")) },
  };
}

/** The address may name what does not exist. Then no row has its name, and its code is shown instead. */
const chosenInstitution = ({ institution }: PeopleFilter, found: string | undefined, none: string) =>
  institution === noInstitution ? none : (found ?? institution ?? "");

async function marksText({ db, locale }: Reading, scope: Scope, { country, institution }: PeopleFilter) {
  const marks = await countMarks(db, scope, { country, institution });
  const rate = attendanceRate(marks);
  if (rate === null) return null;
  return {
    attended: formatNumber(locale, marks.attended),
    counted: formatNumber(locale, marks.counted),
    rate: formatShare(locale, rate),
  };
}
