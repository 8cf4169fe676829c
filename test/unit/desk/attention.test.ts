import fc from "fast-check";
import { expect, test } from "vitest";
import { attentionKinds, missingTexts, mostUrgentFirst, urgencyOf } from "#app/desk/attention/attention.rules.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";

const today = "2026-11-27";
const urgency = (kind: (typeof attentionKinds)[number], days: number | null) =>
  urgencyOf({ kind, on: days === null ? null : plusLocalDays(today, days) }, today);

test("what costs more with each hour is urgent, whenever its workshop begins", () => {
  for (const kind of ["undelivered", "sheets", "reserve"] as const)
    for (const days of [null, -60, 0, 60]) expect([kind, urgency(kind, days)]).toEqual([kind, "now"]);
});

test("what nobody can come without becomes urgent three days before the start, and stays so", () => {
  for (const kind of ["noSession", "noVenue", "unreachable"] as const)
    expect([15, 14, 4, 3, 0, -1].map((days) => urgency(kind, days))).toEqual([
      ...["later", "soon", "soon"],
      ...["now", "now", "now"],
    ]);
});

test("a text or a seat that lacks keeps nobody out: it is never urgent", () => {
  for (const kind of ["untranslated", "freeSeats"] as const)
    expect([40, 14, 0].map((days) => urgency(kind, days))).toEqual(["later", "soon", "soon"]);
});

test("certificates have a week, unless they say what is not so", () => {
  expect([-1, -6, -7, -80].map((days) => urgency("certifiable", days))).toEqual(["later", "later", "soon", "soon"]);
  expect([-1, -7].map((days) => urgency("unnamed", days))).toEqual(["later", "soon"]);
  expect([-1, null].map((days) => urgency("outdated", days))).toEqual(["soon", "soon"]);
});

test("people who may be in twice have time, a list that somebody has sent less", () => {
  expect([urgency("doubles", null), urgency("listAwaiting", null)]).toEqual(["later", "soon"]);
});

const items = fc.array(
  fc.record({
    kind: fc.constantFrom(...attentionKinds),
    code: fc.constantFrom("MJ-1", "MJ-2", "MJ-3"),
    on: fc.option(fc.integer({ min: -90, max: 90 }).map((days) => plusLocalDays(today, days) as LocalDate)),
  }),
);

test("whatever order things are found in, the most urgent stand first, and none is lost", () => {
  fc.assert(
    fc.property(items, (found) => {
      const order = mostUrgentFirst(found, today);
      expect(order).toHaveLength(found.length);
      expect(mostUrgentFirst(found.toReversed(), today)).toEqual(order);
      const places = order.map((item) => ["now", "soon", "later"].indexOf(item.urgency));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});

test("of one kind, what is due earlier stands first", () => {
  const found = [
    { kind: "noVenue", code: "MJ-1", on: "2026-11-29" },
    { kind: "noVenue", code: "MJ-2", on: "2026-11-28" },
    { kind: "sheets", code: "MJ-3", on: "2026-11-26" },
  ] as const;
  expect(mostUrgentFirst(found, today).map(({ code }) => code)).toEqual(["MJ-3", "MJ-2", "MJ-1"]);
});

test("a text lacks where another language has it, and what nobody has written is not asked for", () => {
  const written = { title: 1, summary: 1, venue: 1, requirements: 0, titled: 5 };
  const languages = ["es", "ja", "en"] as const;
  expect(missingTexts(languages, [{ locale: "es", ...written }])).toEqual([
    { language: "ja", count: 8 },
    { language: "en", count: 8 },
  ]);
  const all = languages.map((locale) => ({ locale, ...written }));
  expect(missingTexts(languages, all)).toEqual([]);
  expect(missingTexts(languages, [...all.slice(0, 2), { locale: "en", ...written, summary: 0, titled: 3 }])).toEqual([
    { language: "en", count: 3 },
  ]);
  expect(missingTexts(languages, [])).toEqual([]);
});
