import { expect, test } from "vitest";
import { progressAddress } from "#app/progress/address.ts";

test("what is empty stays out of an address", () => {
  expect(progressAddress("es", "", { programme: "", year: null, page: undefined })).toBe("/es/progress");
  expect(progressAddress("ja", "/people", { group: "enrolled", country: "MX", institution: "", year: "fy2026" })).toBe(
    "/ja/progress/people?group=enrolled&country=MX&year=fy2026",
  );
});

test("no code can break out of its part of the address", () => {
  expect(progressAddress("en", "/people", { institution: "A&B=#1 %" })).toBe(
    "/en/progress/people?institution=A%26B%3D%231+%25",
  );
});
