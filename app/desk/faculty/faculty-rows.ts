import { listAbsences, listFaculty, listLoads } from "#app/faculty/queries.ts";
import { facultyRoles } from "#app/faculty/rules.ts";
import { formatShortPeriod } from "#app/i18n/format.ts";
import { locales } from "#app/i18n/locales.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, personWords, shownName } from "#app/people/names.ts";
import { areAllFound, searchWords, wordsOf } from "#app/tables/search.ts";
import { isLocalDate, localDate } from "#app/time/wall-time.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import type { Id } from "#db/id.ts";

export type FacultyRow = Awaited<ReturnType<typeof facultyRows>>["rows"][number];

const kept = ["current", "archived"] as const;

/** What the address asks for. */
function readFacultyFilter(url: URL) {
  const on = queryText(url, "on", 10);
  return {
    q: queryText(url, "q"),
    role: queryChoice(url, "role", facultyRoles),
    language: queryChoice(url, "language", locales),
    on: isLocalDate(on) ? on : null,
    show: queryChoice(url, "show", kept) ?? "current",
  };
}

/** Those of the list whom the address asks for, by name; with what each has before them. */
export async function facultyRows({ db, locale, at, actor, url }: Reading) {
  const filter = readFacultyFilter(url);
  const today = localDate(at, actor.zone);
  const everybody = await listFaculty(db);
  const institutionOf = await institutionNames(db, today, locale);
  const ids = everybody.map(({ id }) => id);
  const loads = await listLoads(db, ids, at);
  const absences = Map.groupBy(
    await listAbsences(db, ids, today < (filter.on ?? today) ? today : (filter.on ?? today)),
    ({ facultyId }) => facultyId,
  );
  const words = wordsOf(filter.q);
  const isFree = (id: Id<"faculty">, day: string) =>
    !(absences.get(id) ?? []).some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  const found = everybody.filter(
    (member) =>
      (member.archivedAt !== null) === (filter.show === "archived") &&
      (!filter.role || member.roles.includes(filter.role)) &&
      (!filter.language || member.languages.includes(filter.language)) &&
      (!filter.on || isFree(member.id, filter.on)) &&
      areAllFound([...personWords(member), ...searchWords([institutionOf(member.institutionId).text])], words),
  );
  const rows = found.toSorted(nameOrder(locale)).map((member) => {
    const { id, roles, languages, email, institutionId, post, note, archivedAt } = member;
    const next = (absences.get(id) ?? []).find(({ endsOn }) => endsOn >= today);
    const load = loads.get(id) ?? { coming: 0, past: 0, minutes: 0 };
    return {
      ...{ id, roles, languages, note, ...load },
      name: shownName(member),
      institution: institutionOf(institutionId),
      post: post ?? "",
      email: email ?? "",
      hours: Math.round(load.minutes / 6) / 10,
      absence: next ? formatShortPeriod(locale, next.startsOn, next.endsOn) : "",
      isArchived: archivedAt !== null,
    };
  });
  return { filter, rows, isEmpty: everybody.length === 0 };
}
