import { type EveryName, shownName } from "#app/people/names.ts";

type PrintedPerson = EveryName & {
  nameConfirmedAt: string | null;
  certificateName: string | null;
  certificateSecondName: string | null;
};

/**
 * A person's names on paper, one for each script: as they have confirmed them, then what they write in the scripts
 * that are left. Until they have confirmed one, as lists show it.
 */
export function printedNames(person: PrintedPerson): [string, ...string[]] {
  const { nameConfirmedAt, certificateName, certificateSecondName, nativeName, latinName, kana } = person;
  const shown = shownName(person);
  const isConfirmed = nameConfirmedAt !== null && certificateName !== null && certificateName !== "";
  const first = isConfirmed ? certificateName : shown.name;
  const further = isConfirmed
    ? [certificateSecondName, nativeName, latinName, latinOf(shown), kana]
    : [shown.second, nativeName, latinName, kana];
  const names: [string, ...string[]] = [first];
  for (const name of further) {
    if (name && names.length < mostNames && !names.some((other) => scriptOf(other) === scriptOf(name)))
      names.push(name);
  }
  return names;
}

const mostNames = 3;

const latinOf = ({ name, second, isJapanese }: ReturnType<typeof shownName>) => (isJapanese ? second : name);

/** Kana alone are a reading: a script of its own beside kanji. */
function scriptOf(name: string): "kanji" | "kana" | "other" {
  if (/\p{Script=Han}/u.test(name)) return "kanji";
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name) ? "kana" : "other";
}
