import { langOfName } from "#app/i18n/script.ts";
import type { EveryName } from "#app/people/names.ts";
import type { Id } from "#db/id.ts";
import { nameForms } from "./name-forms.ts";

/** Each kind of key is written anew by itself. */
export type KeyKind = "name" | "mail";

/**
 * Whoever has a key in common with somebody may be the same person: the same name in some script, in the same
 * institution, however it is written.
 */
export function nameKeys(person: EveryName & { institutionId: Id<"institution"> | null }): string[] {
  const { familyName, givenName, nativeName, kana, latinName, institutionId } = person;
  const isNative = Boolean(langOfName(familyName) && langOfName(givenName));
  const forms = nameForms({
    native: nativeName || (isNative ? `${familyName}${givenName}` : ""),
    latin: isNative ? (latinName ?? "") : `${familyName} ${givenName}`,
    kana: kana ?? "",
  });
  const names = { native: forms.solid, kana: forms.kana, latin: forms.words.join(" ") };
  return Object.entries(names).flatMap(([script, name]) =>
    name ? [`name:${script}:${name}@${institutionId ?? ""}`] : [],
  );
}

/** A secretary's address is shared by several: that is for people to tell. */
export const mailKeys = (email: string | null): string[] => (email ? [`mail:${email}`] : []);

/** By what two are alike, as a key says it. */
export const alikenessOf = (key: string): "mail" | "name" => (key.startsWith("mail:") ? "mail" : "name");
