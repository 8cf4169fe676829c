import { expect, test } from "vitest";
import { to } from "#app/addresses.ts";

test("an address has its parts in their places", () => {
  expect(to.home({ locale: "es" })).toBe("/es");
  expect(to.sheet({ locale: "ja", code: "MJ-2026-01", n: 3 })).toBe(
    "/ja/desk/workshops/MJ-2026-01/sessions/3/attendance",
  );
  expect(to.calendar({ locale: "en", code: "MJ-2026-01" })).toBe("/en/workshops/MJ-2026-01/calendar.ics");
  expect(to.language()).toBe("/");
});

test("what people typed cannot leave its part", () => {
  expect(to.workshop({ locale: "es", code: "../../admin?a=1#b" })).toBe("/es/workshops/..%2F..%2Fadmin%3Fa%3D1%23b");
  expect(to.verification({ locale: "ja", number: "修了 1" })).toBe("/ja/verify/%E4%BF%AE%E4%BA%86%201");
});

test("a question is asked only where it says something", () => {
  expect(to.me({ locale: "es" }, { done: "confirmed", workshop: "MJ 1", group: "", year: null, page: undefined })).toBe(
    "/es/me?done=confirmed&workshop=MJ+1",
  );
  expect(to.sheet({ locale: "es", code: "A-1", n: 1 }, { saved: 0 })).toBe(
    "/es/desk/workshops/A-1/sessions/1/attendance?saved=0",
  );
  expect(to.me({ locale: "es" }, {})).toBe("/es/me");
});

test("a part that an address needs is asked for by the compiler", () => {
  // @ts-expect-error a session has a number
  expect(to.session({ locale: "es", code: "A-1" })).toContain("/sessions/");
  // @ts-expect-error a language is one of ours
  expect(to.home({ locale: "fr" })).toBe("/fr");
});

test("what is empty stays out of an address", () => {
  expect(to.progress({ locale: "es" }, { programme: "", year: null, page: undefined })).toBe("/es/progress");
  const query = { group: "enrolled", country: "MX", institution: "", year: "fy2026" };
  expect(to.progressPeople({ locale: "ja" }, query)).toBe("/ja/progress/people?group=enrolled&country=MX&year=fy2026");
});

test("no code can break out of its part of the address", () => {
  expect(to.progressPeople({ locale: "en" }, { institution: "A&B=#1 %" })).toBe(
    "/en/progress/people?institution=A%26B%3D%231+%25",
  );
});
