import { everywhere } from "#app/access/permissions.ts";
import { untilChanged } from "#app/audit/until-changed.ts";
import { listEveryName } from "#app/institutions/queries.ts";
import { listProgrammes } from "#app/programmes/queries.ts";
import { areAllFound, searchWords } from "#app/tables/search.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Reader } from "#db/database.ts";

/** What is found by one of several names. */
type Named = { id: string; names: string[]; words: string[] };

/**
 * Institutions by words of any name that they have or had: a document of then names them so. They are few, and their
 * words are found once for all who search.
 */
export async function findInstitutions(db: Reader, at: Instant, words: readonly string[]): Promise<Named[]> {
  const all = await untilChanged(db, at, ["search", "institutions"], async () => {
    const rows = Map.groupBy(await listEveryName(db), ({ id }) => id);
    return [...rows].map(([id, own]) =>
      named(
        id,
        own.flatMap(({ code, name, acronym }) => [code, name, acronym ?? ""]),
      ),
    );
  });
  return all.filter((candidate) => areAllFound(candidate.words, words));
}

/** Programmes by words of their titles, or by their code. */
export async function findProgrammes(db: Reader, at: Instant, words: readonly string[]) {
  const all = await untilChanged(db, at, ["search", "programmes"], async () =>
    (await listProgrammes(db, everywhere)).map((programme) => ({
      ...named(programme.id, [programme.code, ...Object.values(programme.title)]),
      programme,
    })),
  );
  return all.filter((candidate) => areAllFound(candidate.words, words));
}

const named = (id: string, names: string[]): Named => ({ id, names: [...new Set(names)], words: searchWords(names) });
