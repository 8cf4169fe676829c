import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Holiday, HolidayName } from "./holiday.ts";
import { dayOf, equinoxOf, nthMonday, weekdayOf } from "./moving-days.ts";

type Named = readonly [LocalDate, HolidayName];

/**
 * The Act on National Holidays (国民の祝日に関する法律), with its exceptions for 2019 to 2021. Obon and the days around
 * the new year are closed in practice.
 */
export function japaneseHolidays(year: number): Holiday[] {
  const national = new Map<LocalDate, HolidayName>(nationalDays(year));
  const substitutes = new Map(substitutesOf(national));
  const between = betweenTwo(national).filter(([on]) => !substitutes.has(on));
  const taken = new Set([...national.keys(), ...substitutes.keys(), ...between.map(([on]) => on)]);
  return [
    ...[...national, ...between].map(([on, name]): Holiday => ({ on, name, isSubstitute: false, kind: "public" })),
    ...[...substitutes].map(([on, name]): Holiday => ({ on, name, isSubstitute: true, kind: "public" })),
    ...closedInPractice(year)
      .filter(([on]) => !taken.has(on))
      .map(([on, name]): Holiday => ({ on, name, isSubstitute: false, kind: "advice" })),
  ];
}

const nationalDays = (year: number): Named[] => [
  [dayOf(year, 1, 1), "newYear"],
  [nthMonday(year, 1, 2), "comingOfAge"],
  [dayOf(year, 2, 11), "foundation"],
  ...birthday(year),
  [equinoxOf(year, 3), "vernal"],
  [dayOf(year, 4, 29), "showa"],
  ...successionDays(year),
  [dayOf(year, 5, 3), "constitution"],
  [dayOf(year, 5, 4), "greenery"],
  [dayOf(year, 5, 5), "children"],
  ...summerDays(year),
  [nthMonday(year, 9, 3), "aged"],
  [equinoxOf(year, 9), "autumnal"],
  [dayOf(year, 11, 3), "culture"],
  [dayOf(year, 11, 23), "thanksgiving"],
];

/** The Emperor's. In 2019 one abdicated before his, the other acceded after his. */
function birthday(year: number): Named[] {
  if (year === 2019) return [];
  return [[year < 2019 ? dayOf(year, 12, 23) : dayOf(year, 2, 23), "emperor"]];
}

const successionDays = (year: number): Named[] =>
  year === 2019
    ? [
        [dayOf(2019, 5, 1), "accession"],
        [dayOf(2019, 10, 22), "enthronement"],
      ]
    : [];

/** Marine Day, Mountain Day and Sports Day made room for the Olympic Games, which were put off by a year. */
const moved: Record<number, Named[]> = {
  2020: [
    [dayOf(2020, 7, 23), "marine"],
    [dayOf(2020, 7, 24), "sports"],
    [dayOf(2020, 8, 10), "mountain"],
  ],
  2021: [
    [dayOf(2021, 7, 22), "marine"],
    [dayOf(2021, 7, 23), "sports"],
    [dayOf(2021, 8, 8), "mountain"],
  ],
};

const summerDays = (year: number): Named[] =>
  moved[year] ?? [
    [nthMonday(year, 7, 3), "marine"],
    ...(year < 2016 ? [] : [[dayOf(year, 8, 11), "mountain"] as const]),
    [nthMonday(year, 10, 2), year < 2020 ? "healthSports" : "sports"],
  ];

/** Article 3 (2): where one falls on a Sunday, the next day that is none is off. */
const substitutesOf = (national: ReadonlyMap<LocalDate, HolidayName>): Named[] =>
  [...national]
    .filter(([on]) => weekdayOf(on) === 0)
    .map(([on, name]) => {
      let next = plusLocalDays(on, 1);
      while (national.has(next)) next = plusLocalDays(next, 1);
      return [next, name];
    });

/** Article 3 (3): a day between two of them is off as well. */
const betweenTwo = (national: ReadonlyMap<LocalDate, HolidayName>): Named[] =>
  [...national.keys()]
    .map((on) => plusLocalDays(on, 1))
    .filter((on) => !national.has(on) && national.has(plusLocalDays(on, 1)))
    .map((on) => [on, "citizens"]);

const closedInPractice = (year: number): Named[] => [
  ...[2, 3].map((day): Named => [dayOf(year, 1, day), "yearEnd"]),
  ...[13, 14, 15, 16].map((day): Named => [dayOf(year, 8, day), "obon"]),
  ...[29, 30, 31].map((day): Named => [dayOf(year, 12, day), "yearEnd"]),
];
