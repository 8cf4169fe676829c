import { officialsOfJapan } from "#app/demo/content/people-japan.ts";
import { officialsOfMexico } from "#app/demo/content/people-mexico.ts";
import { addHolders, addJapanese, addMexican, type SeededPerson } from "#app/demo/rows/people-rows.ts";
import { oneOf } from "#app/demo/rows/random.ts";
import { known, type World } from "#app/demo/rows/world.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";

/** Hands out people of a country in turn, so that nobody stands twice in one workshop. */
export type Crowd = { next(country: "MX" | "JP", count: number): SeededPerson[] };
/**
 * The demo's accounts. In this size everybody who is not a focal point may reach everything that their role allows.
 * @returns the coordinator's
 */
export function addStaff(world: World, passwordHash: string): Id<"account"> {
  const holders = addHolders(world, passwordHash);
  for (const holder of holders) addGrant(world, holder);
  return (holders.find(({ role }) => role === "coordinator") as SeededPerson).accountId;
}

/** Half Mexican and half Japanese; their names are mixed from those of the demo, so that many share one. */
export function addCrowd(world: World, count: number): Crowd {
  const crowds = { MX: [] as SeededPerson[], JP: [] as SeededPerson[] };
  const createdAt = plusDays(world.at, -5 * 365);
  for (let number = 1; number <= count; number += 1) {
    const options = { createdAt, suffix: `-${number}` };
    const person = number % 2 ? mixMexican(world, options) : mixJapanese(world, options);
    addGrant(world, person);
    crowds[number % 2 ? "MX" : "JP"].push(person);
  }
  const taken = { MX: 0, JP: 0 };
  return {
    next(country, wanted) {
      const crowd = crowds[country];
      return Array.from({ length: wanted }, () => crowd[taken[country]++ % crowd.length] as SeededPerson);
    },
  };
}

type Options = { createdAt: Instant; suffix: string };

function mixMexican(world: World, options: Options): SeededPerson {
  const { random } = world;
  const [given] = oneOf(officialsOfMexico, random);
  const [, surname] = oneOf(officialsOfMexico, random);
  const [, , secondSurname, , institution, post, zone] = oneOf(officialsOfMexico, random);
  return addMexican(world, [given, surname, secondSurname, null, institution, post, zone], {
    ...options,
    isConfirmed: random() < 0.95,
  });
}

function mixJapanese(world: World, options: Options): SeededPerson {
  const [families, givens] = [oneOf(officialsOfJapan, world.random), oneOf(officialsOfJapan, world.random)];
  const mixed = ([0, 1, 2] as const).map((part) => `${families[part].split(" ")[0]} ${givens[part].split(" ")[1]}`);
  const [kanji = "", kana = "", hepburn = ""] = mixed;
  return addJapanese(world, [kanji, kana, hepburn, families[3], families[4]], { ...options, isDrawn: true });
}

function addGrant(
  { rows, id, programmeIds, institutionIds }: World,
  { accountId, role, institution, since }: SeededPerson,
): void {
  if (role === "instructor") return;
  rows.roleGrant.push({
    id: id(),
    accountId,
    role,
    programmeId: role === "coordinator" ? known(programmeIds, "MJ-BORDERS") : null,
    workshopId: null,
    institutionId: role === "focalPoint" ? known(institutionIds, institution) : null,
    grantedAt: since,
    grantedBy: null,
  });
}
