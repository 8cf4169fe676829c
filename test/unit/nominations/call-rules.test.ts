import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CallContent,
  closingInstant,
  daysLeft,
  deadlineProblem,
  isExtended,
  isSameCall,
  isStillOpen,
  offeredDeadlines,
  publicationRefusal,
  usualNominees,
} from "#app/nominations/call/rules.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import { zones } from "#app/time/zones.ts";
import { id } from "#test/support/ids.ts";

const text = { es: "Texto", ja: "", en: "" };
const content: CallContent = {
  texts: { aim: text, who: text, requirements: text, how: text },
  institutionIds: [id("institution", "one")],
  countries: ["JP"],
  hasPartA: false,
  nomineesMax: 5,
  nomineeClosesOn: "2027-03-01",
  closesOn: "2027-03-08",
  zone: "America/Mexico_City",
};
const at = "2026-12-01T12:00:00.000Z" as const;
const workshop = {
  state: "published",
  zone: "America/Mexico_City",
  startsOn: "2027-06-21",
  endsOn: "2027-06-25",
  beginsAt: null,
  endsAt: null,
} as const;

describe("the days of a call", () => {
  test("end at 23:59 on the host's clock", () => {
    expect(closingInstant("2027-03-08", "America/Mexico_City")).toBe("2027-03-09T05:59:00.000Z");
    expect(closingInstant("2027-03-08", "Asia/Tokyo")).toBe("2027-03-08T14:59:00.000Z");
  });

  test("are open until that minute is over, in every zone", () => {
    const days = fc.integer({ min: 0, max: 800 }).map((n) => plusLocalDays("2026-01-01", n));
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (day, zone) => {
        const closing = Date.parse(closingInstant(day, zone));
        const instant = (ms: number) => new Date(ms).toISOString() as typeof at;
        expect(isStillOpen(day, zone, instant(closing + 59_999))).toBe(true);
        expect(isStillOpen(day, zone, instant(closing + 60_000))).toBe(false);
        expect(daysLeft(day, zone, instant(closing))).toBe(0);
      }),
    );
  });

  test("come from the profile, unless they lie behind", () => {
    const frame = { firstDay: "2027-06-21", today: "2026-12-01" } as const;
    expect(offeredDeadlines("long", frame)).toEqual({ nomineeClosesOn: "2027-03-01", closesOn: "2027-03-08" });
    expect(offeredDeadlines("short", frame)).toEqual({ nomineeClosesOn: "2027-05-29", closesOn: "2027-06-01" });
    expect(offeredDeadlines("long", { ...frame, today: "2027-03-02" })).toBeNull();
  });

  test.each<[string, LocalDate, LocalDate, unknown]>([
    ["are right", "2027-03-01", "2027-03-08", null],
    ["lie behind", "2026-11-30", "2027-03-08", { field: "nomineeClosesOn", because: "past" }],
    ["are after the first day", "2027-03-01", "2027-06-21", { field: "closesOn", because: "tooLate" }],
    ["fall on one day", "2027-03-08", "2027-03-08", { field: "nomineeClosesOn", because: "order" }],
  ])("%s", (_, nomineeClosesOn, closesOn, problem) => {
    const frame = { zone: content.zone, firstDay: workshop.startsOn, at };
    expect(deadlineProblem({ nomineeClosesOn, closesOn }, null, frame)).toEqual(problem);
  });

  test("never come nearer once they were published", () => {
    const shift = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(shift, shift, (one, other) => {
        const days = {
          nomineeClosesOn: plusLocalDays(content.nomineeClosesOn, one),
          closesOn: plusLocalDays(content.closesOn, other),
        };
        const problem = deadlineProblem(days, content, { zone: content.zone, firstDay: workshop.startsOn, at });
        if (one < 0 || other < 0) expect(problem?.because).toBe("earlier");
        else expect(problem).toEqual(one < other + 7 ? null : { field: "nomineeClosesOn", because: "order" });
        if (!problem) expect(isExtended(content, days)).toBe(one > 0 || other > 0);
      }),
    );
  });
});

test("a sender may nominate twice its share and one, and two at least", () => {
  expect([0, 1, 2, 4].map(usualNominees)).toEqual([2, 3, 5, 9]);
});

describe("a call can be published", () => {
  const refusal = (change: Partial<CallContent>, other = {}) =>
    publicationRefusal({ ...content, ...change }, { ...workshop, ...other }, at);
  test("where it is whole, and its workshop is to come", () => {
    expect(refusal({})).toBeNull();
    expect(refusal({}, { state: "draft" })).toBe("notPublic");
    expect(refusal({}, { state: "cancelled" })).toBe("over");
    expect(refusal({}, { state: "running" })).toBe("over");
    expect(refusal({ texts: { ...content.texts, how: { es: "" } } })).toBe("noText");
    expect(refusal({ institutionIds: [], countries: [] })).toBe("noSender");
    expect(refusal({ nomineeClosesOn: "2026-11-30" })).toBe("past");
  });

  test("and is the same one in whatever order its senders stand", () => {
    const [one, other] = [id("institution", "one"), id("institution", "other")];
    const a: CallContent = { ...content, institutionIds: [one, other] };
    expect(isSameCall(a, { ...content, institutionIds: [other, one] })).toBe(true);
    expect(isSameCall(a, { ...a, nomineesMax: 6 })).toBe(false);
    expect(isSameCall(a, { ...a, texts: { ...a.texts, aim: { es: "Otro" } } })).toBe(false);
  });
});
