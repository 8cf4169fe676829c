import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameOn } from "#app/institutions/rules.ts";
import { instantOf } from "#app/time/instant.ts";
import { type LocalDate, localDate } from "#app/time/wall-time.ts";

const named = (validFrom: LocalDate, es: string) => ({ validFrom, name: { es }, acronym: null });
const history = [named("1997-07-01", "SAT"), named("2022-01-01", "ANAM")];

describe("the name of a day", () => {
  test.each<[LocalDate, string]>([
    ["2017-09-11", "SAT"],
    ["2021-12-31", "SAT"],
    ["2022-01-01", "ANAM"],
    ["2026-11-23", "ANAM"],
  ])("%s: %s", (on, es) => {
    expect(nameOn(history, on)?.name).toEqual({ es });
  });

  test("before the first one on record is that one", () => {
    expect(nameOn(history, "1990-01-01")?.name.es).toBe("SAT");
  });

  test("is none where there is no name at all", () => {
    expect(nameOn([], "2026-11-23")).toBeNull();
  });

  test("does not change when a later name is added", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    const date = day.map((at) => localDate(instantOf(at), "UTC"));
    fc.assert(
      fc.property(fc.uniqueArray(date, { minLength: 2 }), date, (days, on) => {
        const all = days.toSorted().map((validFrom) => named(validFrom, validFrom));
        const last = all.at(-1) as (typeof all)[number];
        fc.pre(on < last.validFrom);
        expect(nameOn(all, on)).toEqual(nameOn(all.slice(0, -1), on));
      }),
    );
  });
});
