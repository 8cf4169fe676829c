import type { PaperOptions } from "#app/desk/papers/options.ts";
import { asWritten, type Spoken, textsIn, wordsIn } from "#app/desk/papers/spoken.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { isSeated } from "#app/enrolment/rules.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { nameOrder } from "#app/people/names.ts";
import type { WholeWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { printedNames } from "./printed-names.ts";
import { rowCode } from "./row-code.rules.ts";

/** Somebody as papers print them. */
type PrintedRow = {
  code: string;
  names: Spoken[];
  /** In every language of the paper. */
  institution: Spoken[];
  post: Spoken[];
  country: Spoken[];
  state: Spoken[];
};

/** Whoever stands on a workshop's papers, in the order of its lists: by name, then the reserve as it moves up. */
export async function listPrinted(
  db: Reader,
  workshop: Pick<WholeWorkshop, "id" | "startsOn">,
  { whom, languages }: Pick<PaperOptions, "whom" | "languages">,
): Promise<PrintedRow[]> {
  const participants = await listParticipants(db, workshop.id, whom === "seated" ? "seated" : undefined);
  const nameOf = new Map((await listInstitutions(db, workshop.startsOn)).map(({ id, name }) => [id, name]));
  const [first = "es"] = languages;
  const seated = participants.filter(({ state }) => isSeated(state)).toSorted(nameOrder(first));
  const waiting = participants.filter(({ state }) => state === "reserve");
  return [...seated, ...waiting].map((person, index) => ({
    code: rowCode(person.ticket),
    names: printedNames(person).map(asWritten),
    institution: textsIn(languages, (person.institutionId && nameOf.get(person.institutionId)) || {}),
    post: person.post ? [asWritten(person.post)] : [],
    country: wordsIn(languages, (t, locale) => countryName(person.country, locale, t)),
    state: wordsIn(languages, (t) =>
      isSeated(person.state)
        ? t(`enrolment:state.${person.state}`)
        : t("enrolment:state.reserveRank", { rank: index - seated.length + 1 }),
    ),
  }));
}
