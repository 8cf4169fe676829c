import { expect, test } from "vitest";
import { draftForm } from "#app/workshops/form.ts";
import { codePrefix, nextCode, usualHost } from "#app/workshops/plan/draft.rules.ts";
import { id } from "#test/support/ids.ts";

const anam = id("institution", "anam");
const jica = id("institution", "jica");

test.each([
  [
    "the first host",
    [
      { institutionId: jica, role: "funder" as const },
      { institutionId: anam, role: "host" as const },
    ],
    anam,
  ],
  ["the only institution, whatever it does", [{ institutionId: jica, role: "funder" as const }], jica],
  [
    "nobody of several without a host",
    [
      { institutionId: jica, role: "funder" as const },
      { institutionId: anam, role: "sender" as const },
    ],
    null,
  ],
  ["nobody where there is none", [], null],
])("a programme's workshops are hosted by %s", (_, parties, host) => {
  expect(usualHost(parties)).toBe(host);
});

test.each([
  ["MJ-CUSTOMS", [], "MJ"],
  ["MJ-CUSTOMS", ["MJ-2026-01", "AB-C-2025-09", "PILOT"], "MJ"],
  ["MJ-CUSTOMS", ["MJ-2026-09", "KCCP-2026-10"], "KCCP"],
  ["MJ-CUSTOMS", ["AB-C-2025-09"], "AB-C"],
  ["INTERNATIONALCUSTOMS", [], "INTERNATION"],
])("codes of %s with %j begin with %s", (programme, codes, prefix) => {
  expect(codePrefix(programme, codes)).toBe(prefix);
});

test.each([
  [[], "MJ-2027-01"],
  [["MJ-2027-01", "MJ-2027-02"], "MJ-2027-03"],
  [["MJ-2027-01", "MJ-2027-07"], "MJ-2027-08"],
  [["MJ-2027-99"], "MJ-2027-100"],
  [["MJ-2026-05", "MJ-2027-PILOT"], "MJ-2027-01"],
])("after %j comes %s", (taken, code) => {
  expect(nextCode("MJ", "2027", taken)).toBe(code);
});

const least = {
  programmeId: "p",
  mode: "onSite",
  startsOn: "2026-12-01",
  endsOn: "2026-12-02",
  capacity: "20",
  minimumAttendance: "80",
  workingLanguages: ["es"],
  "title.es": "Valoración",
};

test("for a draft a programme, a title and dates are enough beside what the form begins with", () => {
  const blank = { code: " ", hostInstitutionId: "", country: "", zone: "" };
  expect(draftForm.parse({ ...least, ...blank })).toMatchObject({ ...blank, code: "" });
  expect(draftForm.parse({ ...least, country: "", zone: "" })).toMatchObject({ code: "", hostInstitutionId: "" });
});

test.each([
  ["programmeId", ""],
  ["title.es", ""],
  ["startsOn", ""],
  ["endsOn", "2026-11-30"],
  ["code", "Ñ"],
  ["country", "FR"],
  ["zone", "Mars/Olympus"],
])("but %s may not be %j", (field, value) => {
  const { error } = draftForm.safeParse({ ...least, country: "", zone: "", [field]: value });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});
