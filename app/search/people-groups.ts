import { may, reachOf } from "#app/access/permissions.ts";
import { listAccounts } from "#app/accounts/list.queries.ts";
import { to } from "#app/addresses.ts";
import { listFoundPeople } from "#app/enrolment/people/found-people.queries.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { type EveryName, nameOrder, shownName } from "#app/people/names.ts";
import { localDate } from "#app/time/wall-time.ts";
import { foundGroup, type Group, type Hit, type MarkedWords, type Searching, shownAtOnce } from "./hits.ts";

/** People whom the reader may find, with their workshops; who may open their own pages is led there. */
export async function peopleGroup({ db, actor, locale, at, q, typed, mark }: Searching): Promise<Group[]> {
  const mayOpen = may(actor, "person.read");
  const peopleReach = mayOpen ? reachOf(actor, "person.read") : null;
  const { people, total } = await listFoundPeople(
    db,
    { reach: reachOf(actor, "participant.read"), peopleReach, locale },
    q,
  );
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const hits = people.toSorted(nameOrder(locale)).map(({ id, codes, institutionId, email, isOpen, ...names }): Hit => {
    const institution = institutionOf(institutionId);
    const { title, notes } = nameOf(names, mark);
    const [latest = ""] = codes;
    const address = email ? mark.text(email) : null;
    return {
      key: id,
      to: isOpen ? to.person({ locale, person: id }) : to.participants({ locale, code: latest }),
      code: null,
      title,
      notes: [
        ...notes,
        ...(institution.text ? [mark.localised(institution)] : []),
        ...(address && isMarked(address) ? [address] : []),
      ],
      links: codes.map((code) => ({ text: code, to: to.participants({ locale, code }) })),
      badge: null,
      knownBy: [...knownBy(names), ...(email ? [email] : [])],
    };
  });
  const all = mayOpen && (total.isMore || total.count > hits.length) ? to.people({ locale }, { q: typed }) : null;
  return foundGroup({ name: "people", total, hits, all });
}

/** Accounts, by a name or by the address. */
export async function accountGroup({ db, locale, typed, q, only, mark }: Searching): Promise<Group[]> {
  const { rows, total } = await listAccounts(db, { q, role: null, place: null, locale });
  const shown = only ? rows : rows.slice(0, shownAtOnce);
  const hits = shown.map(({ id, email, state, ...names }): Hit => {
    const { title, notes } = nameOf({ ...names, kana: null }, mark);
    return {
      key: id,
      to: to.account({ locale, id }),
      code: null,
      title,
      notes: [...notes, mark.text(email)],
      links: [],
      badge: { of: "account", state },
      knownBy: [...knownBy({ ...names, kana: null }), email],
    };
  });
  const all = total.count > hits.length ? to.accounts({ locale }, { q: typed }) : null;
  return foundGroup({ name: "accounts", total, hits, all });
}

/** The name as its holder writes it; its other forms below, and the kana where only these were typed. */
function nameOf(names: EveryName, mark: Searching["mark"]) {
  const { name, second, isJapanese } = shownName(names);
  const title = mark.text(name, isJapanese ? "ja" : undefined);
  const others = [...(second ? [mark.text(second)] : [])];
  const kana = names.kana ? mark.text(names.kana, "ja") : null;
  const isByKana = kana && isMarked(kana) && ![title, ...others].some(isMarked);
  return { title, notes: isByKana ? [kana, ...others] : others };
}

const isMarked = ({ parts }: MarkedWords) => parts.some(({ isFound }) => isFound);

function knownBy({ familyName, givenName, secondSurname, nativeName, kana, latinName }: EveryName): string[] {
  const whole = [
    `${familyName} ${givenName}`,
    `${givenName} ${familyName}`,
    `${givenName} ${familyName} ${secondSurname ?? ""}`,
  ];
  return [...whole, familyName, givenName, secondSurname, nativeName, kana, latinName].filter((text) => text !== null);
}
