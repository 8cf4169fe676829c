import { may, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { listInstitutions } from "#app/institutions/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import { asId } from "#db/id.ts";
import { foundGroup, type Group, type Searching, shownAlone } from "./hits.ts";
import { findInstitutions, findProgrammes } from "./named.ts";

/** Institutions by any name that they have had, under the name of today. */
export async function institutionGroup({ db, actor, locale, t, at, words, mark }: Searching): Promise<Group[]> {
  const found = await findInstitutions(db, at, words);
  const ids = found.slice(0, shownAlone).map(({ id }) => asId<"institution">(id));
  const institutions = await listInstitutions(db, localDate(at, actor.zone), ids);
  const isKept = may(actor, "programme.change");
  const hits = institutions.map(({ id, code, country, name, acronym }) => {
    const names = found.find((candidate) => candidate.id === id)?.names ?? [];
    return {
      key: code,
      to: isKept ? to.institution({ locale, code }) : to.progressPeople({ locale }, { institution: code }),
      code: mark.text(acronym),
      title: mark.localised(textIn(name, locale)),
      notes: [mark.text(countryName(country, locale, t))],
      links: [],
      badge: null,
      knownBy: names,
    };
  });
  const total = { count: found.length, isMore: false };
  return foundGroup({
    name: "institutions",
    total,
    hits,
    all: hits.length < found.length ? to.institutions({ locale }) : null,
  });
}

/** Programmes by their titles, for whoever keeps them. */
export async function programmeGroup({ db, actor, locale, at, words, mark }: Searching): Promise<Group[]> {
  const { everywhere, programmeIds } = reachOf(actor, "programme.change");
  const found = (await findProgrammes(db, at, words)).filter(
    ({ programme: { id } }) => everywhere || programmeIds.includes(id),
  );
  const hits = found.slice(0, shownAlone).map(({ names, programme: { code, title, startsOn, endsOn } }) => ({
    key: code,
    to: to.programme({ locale, code }),
    code: mark.text(code),
    title: mark.localised(textIn(title, locale)),
    notes: [mark.text(formatPeriod(locale, startsOn, endsOn))],
    links: [],
    badge: null,
    knownBy: names,
  }));
  const total = { count: found.length, isMore: false };
  return foundGroup({
    name: "programmes",
    total,
    hits,
    all: hits.length < found.length ? to.programmes({ locale }) : null,
  });
}
