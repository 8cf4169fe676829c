import type { postLevels } from "#app/people/rules.ts";

export type PostLevel = (typeof postLevels)[number];

/** Words of posts in both languages, the more telling ones first. */
const levels: [words: RegExp, level: PostLevel][] = [
  [/^Director(a)? General/, "directorGeneral"],
  [/課長補佐|統括|^Sub|^Coordinadora de programas/, "deputyDirector"],
  [/^Director/, "director"],
  [/係長|上席|教官|^Jef[ea]|^Coordinador/, "head"],
  [/専門官|^(Investigador|Especialista|Pronosticador|Administrador)/, "technical"],
];

/** The level of an invented post. */
export const levelOf = (post: string): PostLevel => levels.find(([words]) => words.test(post))?.[1] ?? "officer";
