type Names = {
  familyName: string;
  givenName: string;
  secondSurname: string | null;
  nativeName: string | null;
  latinName: string | null;
};

export type ShownName = { name: string; second: string; isJapanese: boolean };

/** As people write themselves, and a second form that the other country can read. */
export function shownName({ familyName, givenName, secondSurname, nativeName, latinName }: Names): ShownName {
  if (nativeName) return { name: nativeName, second: latinName ?? `${familyName} ${givenName}`, isJapanese: true };
  return { name: [givenName, familyName, secondSurname].filter(Boolean).join(" "), second: "", isJapanese: false };
}

/** Whether a name is written in Japanese letters, so that it can be marked with its language. */
export const isInJapanese = (name: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name);
