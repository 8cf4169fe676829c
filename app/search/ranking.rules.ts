import { fold } from "#app/i18n/fold.ts";

/** What a search finds, in the order in which groups stand that are met equally well. */
export const groupNames = ["people", "workshops", "certificates", "institutions", "programmes", "accounts"] as const;
export type GroupName = (typeof groupNames)[number];

/** The group, and by what each of its results is known: names in every script, titles, codes, an address. */
type Known = { name: GroupName; hits: readonly { knownBy: readonly string[] }[] };

/**
 * The best group first. That is one with a result that is called exactly what was typed; then one in which every typed
 * word is a whole word of a result; then those in which it only begins one.
 */
export function bestFirst<Group extends Known>(groups: readonly Group[], words: readonly string[]): Group[] {
  const rank = (group: Group) => Math.min(...group.hits.map(({ knownBy }) => nearness(knownBy, words)));
  return groups
    .map((group) => ({ group, rank: rank(group) }))
    .sort((a, b) => a.rank - b.rank || groupNames.indexOf(a.group.name) - groupNames.indexOf(b.group.name))
    .map(({ group }) => group);
}

/** @returns 0 for what is called so, 1 where each word is one of it, else 2 */
export function nearness(knownBy: readonly string[], words: readonly string[]): 0 | 1 | 2 {
  const texts = knownBy.map((text) => fold(text).split(/\s+/).filter(Boolean));
  const joined = words.join("");
  if (texts.some((text) => text.join("") === joined)) return 0;
  const whole = new Set(texts.flat());
  return words.every((word) => whole.has(word)) ? 1 : 2;
}
