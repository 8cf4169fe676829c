import type { Reach } from "#app/access/permissions.ts";
import { programmeChoices } from "#app/accounts/grants/programme-choices.ts";
import type { listPeopleWithin, WithinFilter } from "#app/enrolment/people/people-list.queries.ts";
import { institutionLabels } from "#app/institutions/choices.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { listCodes } from "#app/institutions/queries.ts";
import { countries } from "#app/institutions/rules.ts";
import { shownName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Option } from "#app/ui/form/fields.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";
import { asId } from "#db/id.ts";

type Person = Awaited<ReturnType<typeof listPeopleWithin>>["rows"][number];
export type ReachedPerson = ReturnType<Awaited<ReturnType<typeof peopleRows>>>[number];

/** What the address asks for, as far as the page offers it, and what it offers. */
export async function readPeopleFilter({ db, locale, t, at, url }: Reading, reach: Reach) {
  const wording = { locale, t, at };
  const institutions = await institutionLabels(db, wording);
  const programmes = await programmeChoices(db, wording, reach);
  const chosen = {
    q: queryText(url, "q"),
    institution: offered(institutions, queryText(url, "institution", 64)),
    country: queryChoice(url, "country", countries),
    programme: offered(programmes, queryText(url, "programme", 64)),
  };
  const filter: WithinFilter = {
    q: chosen.q,
    institutionId: chosen.institution ? asId<"institution">(chosen.institution) : null,
    country: chosen.country,
    programmeId: chosen.programme ? asId<"programme">(chosen.programme) : null,
  };
  return { institutions, programmes, chosen, filter };
}

const offered = (options: Option[], value: string) => options.find((option) => option.value === value)?.value ?? null;

/** How people are listed, so many of them at a time. */
export async function peopleRows({ db, locale, t, at, actor }: Reading) {
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const codes = await listCodes(db);
  return (people: readonly Person[]) =>
    people.map(({ institutionId, post, kana, country, email, ...person }) => ({
      ...person,
      name: shownName(person),
      kana: kana ?? "",
      institution: institutionOf(institutionId),
      institutionCode: (institutionId && codes.get(institutionId)) ?? "",
      post: post ?? "",
      country: countryName(country, locale, t),
      email: email ?? "",
    }));
}
