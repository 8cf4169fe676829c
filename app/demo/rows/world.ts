import type { InstitutionCode } from "#app/demo/content/institutions.ts";
import type { ProgrammeCode } from "#app/demo/content/programmes.ts";
import type { ThemeCode } from "#app/demo/content/themes.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";
import { mulberry32, type Random, seededIds, seedOf } from "./random.ts";
import { noRows, type Rows } from "./rows.ts";

/** What is being made up: its rows, and the ids by which later rows name earlier ones. */
export type World = {
  at: Instant;
  random: Random;
  id: <Table extends string>() => Id<Table>;
  rows: Rows;
  institutionIds: Map<InstitutionCode, Id<"institution">>;
  themeIds: Map<ThemeCode, Id<"theme">>;
  programmeIds: Map<ProgrammeCode, Id<"programme">>;
};

/** The same `at` and `seed` give the same world. */
export function newWorld(at: Instant, seed: string): World {
  const random = mulberry32(seedOf(seed));
  return {
    at,
    random,
    id: seededIds(at, mulberry32(seedOf(`${seed} ids`))),
    rows: noRows(),
    institutionIds: new Map(),
    themeIds: new Map(),
    programmeIds: new Map(),
  };
}

/** What has to be there: a mistake in the data otherwise shows only as a broken row. */
export function known<Key, Value>(map: Map<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The seed knows no ${String(key)}.`);
  return value;
}
