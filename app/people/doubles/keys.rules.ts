import { fold } from "#app/i18n/fold.ts";
import { shortVowels } from "#app/i18n/romaji.ts";
import { langOfName } from "#app/i18n/script.ts";
import type { EveryName } from "#app/people/names.ts";
import type { Id } from "#db/id.ts";

/** Each kind of key is written anew by itself. */
export type KeyKind = "name" | "mail";

/**
 * Whoever has a key in common with somebody may be the same person: the same name in some script, in the same
 * institution. In Latin letters the order of names, accents, long vowels and particles tell nobody apart.
 */
export function nameKeys(person: EveryName & { institutionId: Id<"institution"> | null }): string[] {
  const { familyName, givenName, nativeName, kana, latinName, institutionId } = person;
  const isNative = Boolean(langOfName(familyName) && langOfName(givenName));
  const native = nativeName || (isNative ? `${familyName}${givenName}` : "");
  const names = {
    native: joined(native),
    kana: joined(kana ?? ""),
    latin: spelled(isNative ? (latinName ?? "") : `${familyName} ${givenName}`),
  };
  return Object.entries(names).flatMap(([script, name]) =>
    name ? [`name:${script}:${name}@${institutionId ?? ""}`] : [],
  );
}

/** A secretary's address is shared by several: that is for people to tell. */
export const mailKeys = (email: string | null): string[] => (email ? [`mail:${email}`] : []);

/** By what two are alike, as a key says it. */
export const alikenessOf = (key: string): "mail" | "name" => (key.startsWith("mail:") ? "mail" : "name");

const joined = (name: string) => fold(name).replace(/[\s・･゠=]+/g, "");

const particles = new Set(["de", "del", "la", "las", "los", "y"]);

const spelled = (name: string) =>
  (fold(name).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !particles.has(word))
    .map(shortVowels)
    .sort()
    .join(" ");
