import { folded, type NameForms, nameForms } from "./name-forms.ts";

/** What somebody is recognised by. Each may be empty. */
export type Recognised = {
  email: string;
  /** As they write themselves: in kanji, or in Latin letters. */
  native: string;
  latin: string;
  kana: string;
  institutionId: string | null;
};

/** The same so that two writings of one are equal. */
type MatchingKeys = NameForms & { mail: string };

export function matchingKeys({ email, native, latin, kana }: Recognised): MatchingKeys {
  const isLatin = /^[\p{Script=Latin}\p{M}\s.,'’-]+$/u.test(native);
  return { mail: folded(email), ...nameForms({ native, kana, latin: latin || (isLatin ? native : "") }) };
}

/** Somebody who is here. */
export type Known<Id> = Recognised & { id: Id };

/**
 * What a row of a list means. `same`: one person, by an address and a name that agrees, or by the whole name and the
 * institution. `ask`: whoever comes nearer than a stranger. `none`: nobody who is here.
 */
export type Match<Id> =
  | { verdict: "same"; id: Id; by: "email" | "name" }
  | { verdict: "ask"; ids: Id[] }
  | { verdict: "none" };

type Entry<Id> = MatchingKeys & { known: Known<Id> };

/** Finds the few who may be meant, whatever is missing of them. */
export type MatchingIndex<Id> = Map<string, Entry<Id>[]>;

/** A page asks so many at most. */
const mostAsked = 8;

export function matchingIndex<Id>(people: readonly Known<Id>[]): MatchingIndex<Id> {
  const index: MatchingIndex<Id> = new Map();
  for (const known of people) {
    const entry = { known, ...matchingKeys(known) };
    for (const key of indexKeys(entry, known.institutionId)) {
      const others = index.get(key);
      if (others) others.push(entry);
      else index.set(key, [entry]);
    }
  }
  return index;
}

/** By address, by each name, by initials within an institution, and by names with one sign left out. */
function indexKeys({ mail, solid, kana, words }: MatchingKeys, institutionId: string | null): Set<string> {
  const keys = [
    mail && `mail ${mail}`,
    solid && `native ${solid}`,
    kana && `kana ${kana}`,
    institutionId && words.length > 0 && `initials ${words.map((word) => word[0]).join("")} ${institutionId}`,
    ...words.filter((word) => word.length > 2).map((word) => `word ${word}`),
    ...(words.length === 0 ? withoutOne(solid) : []).map((text) => `nearly ${text}`),
  ];
  return new Set(keys.filter((key): key is string => typeof key === "string" && key !== ""));
}

const withoutOne = (text: string) =>
  text.length > 2 ? [...text].map((_, at, signs) => signs.toSpliced(at, 1).join("")) : [];

export function findMatch<Id>(index: MatchingIndex<Id>, row: Recognised): Match<Id> {
  const keys = matchingKeys(row);
  const certain: Entry<Id>[] = [];
  const strong: Entry<Id>[] = [];
  const near = new Set<Entry<Id>>();
  let isDoubtful = false;
  for (const entry of candidates(index, keys, row.institutionId)) {
    const likeness = likenessOf(entry, keys, row.institutionId);
    if (likeness === "certain") certain.push(entry);
    if (likeness === "strong") strong.push(entry);
    if (likeness === "near" || likeness === "rival") near.add(entry);
    // somebody else who has as good a claim
    isDoubtful ||= likeness === "rival";
  }
  if (certain.length > 0) return amongCertain(certain, keys);
  const [first] = strong;
  if (first && strong.length === 1 && !isDoubtful) return { verdict: "same", id: first.known.id, by: "name" };
  const ids = [...strong, ...near].slice(0, mostAsked).map(({ known }) => known.id);
  return ids.length > 0 ? { verdict: "ask", ids } : { verdict: "none" };
}

/** Several may share an office's address and a part of their names: then the whole name tells, or nothing does. */
function amongCertain<Id>(certain: Entry<Id>[], keys: MatchingKeys): Match<Id> {
  const called = certain.filter((entry) => namesAgree(entry, keys).isWhole);
  const meant = called.length > 0 ? called : certain;
  const ids = meant.map(({ known }) => known.id);
  const [id] = ids;
  return id !== undefined && ids.length === 1
    ? { verdict: "same", id, by: "email" }
    : { verdict: "ask", ids: ids.slice(0, mostAsked) };
}

/** A Latin word alone brings nobody, unless the name has no other: two have to agree. */
function candidates<Id>(index: MatchingIndex<Id>, keys: MatchingKeys, institutionId: string | null): Set<Entry<Id>> {
  const found = new Set<Entry<Id>>();
  const seen = new Map<Entry<Id>, number>();
  for (const key of indexKeys(keys, institutionId)) {
    for (const entry of index.get(key) ?? []) {
      const count = (seen.get(entry) ?? 0) + 1;
      if (key.startsWith("word ")) seen.set(entry, count);
      if (!key.startsWith("word ") || count >= 2 || keys.words.length === 1) found.add(entry);
    }
  }
  return found;
}

/** Whether a row may well be about the person of whom it says that it is: their names agree, or nearly do. */
export function isLike(known: Recognised, row: Recognised): boolean {
  const { isWhole, isKana, isNearly } = namesAgree(matchingKeys(known), matchingKeys(row));
  return known.native === row.native || isWhole || isKana || isNearly;
}

function namesAgree(known: MatchingKeys, row: MatchingKeys) {
  const isNative = isEqual(row.solid, known.solid);
  const isLatin = row.words.length > 1 && row.words.join(" ") === known.words.join(" ");
  return {
    isWhole: isNative || isLatin,
    isKana: isEqual(row.kana, known.kana),
    isNearly:
      isPart(row.words, known.words) ||
      isSlip(row.words, known.words) ||
      isSlip(row.spelled, known.spelled) ||
      (row.words.length === 0 && row.solid.length > 2 && isOneSlip(row.solid, known.solid)),
  };
}

type Likeness = "certain" | "strong" | "rival" | "near" | "none";

function likenessOf(entry: Entry<unknown>, keys: MatchingKeys, institutionId: string | null): Likeness {
  const isMail = isEqual(keys.mail, entry.mail);
  const isHouse = isEqual(institutionId ?? "", entry.known.institutionId ?? "");
  const { isWhole, isKana, isNearly } = namesAgree(entry, keys);
  const isOtherKana = differ(keys.kana, entry.kana);

  // addresses are unique but for offices that share one: nothing is more certain than one with the name
  if (isMail) return isWhole || isKana || isNearly ? "certain" : "rival";
  const contradicts = isOtherKana || differ(keys.mail, entry.mail) || areOtherKanji(keys.solid, entry.solid);
  if (isWhole && isHouse && !contradicts) return "strong";
  if (isWhole && !isOtherKana) return isHouse ? "rival" : "near";
  return isHouse && (isKana || isNearly) ? "near" : "none";
}

const isEqual = (one: string, other: string) => one !== "" && one === other;
const differ = (one: string, other: string) => one !== "" && other !== "" && one !== other;

const hasKanji = (text: string) => /\p{Script=Han}/u.test(text);
const areOtherKanji = (one: string, other: string) => hasKanji(one) && hasKanji(other) && one !== other;

/** Whether one name has all the words of the other: a surname or a second given name was left out. */
function isPart(one: string[], other: string[]): boolean {
  if (one.length < 2 || other.length < 2) return false;
  const [short, long] = one.length <= other.length ? [one, [...other]] : [other, [...one]];
  return short.every((word) => {
    const at = long.indexOf(word);
    if (at >= 0) long.splice(at, 1);
    return at >= 0;
  });
}

/** Whether all words are equal but one, and that one is a slip away. */
function isSlip(one: string[], other: string[]): boolean {
  if (one.length !== other.length || one.length < 2) return false;
  const rest = [...other];
  const odd = one.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const [word = ""] = odd;
  return odd.length === 1 && word.length > 2 && isOneSlip(word, rest[0] ?? "");
}

/** Whether a letter was lost, added, taken for another, or two have changed places; also where none was. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (one[at] === other[at]) at++;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  const isSwapped = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest.length > 1 && otherRest.length > 1 && isSwapped)
  );
}
