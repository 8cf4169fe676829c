import { expect, test } from "vitest";
import { dayOfNames, partiesView } from "#app/catalogue/programme/parties-view.ts";
import { translator } from "#app/i18n/translator.server.ts";
import type { Institution } from "#app/institutions/queries.ts";
import { id } from "#test/support/ids.ts";

const institution = (code: string, country: string, name: Institution["name"]): Institution => ({
  ...{ id: id("institution", code), code, country, name },
  ...{ acronym: code, isArchived: false },
});
const institutions = [institution("A", "MX", { es: "Aduanas" }), institution("B", "JP", { es: "JICA", ja: "国際" })];
const party = (code: string, role: "funder" | "host" | "implementer") => ({
  institutionId: id("institution", code),
  role,
});
const japanese = { locale: "ja" as const, t: translator("ja") };

test("each institution stands once, where it comes first, with all of its roles", () => {
  const parties = [party("B", "funder"), party("A", "host"), party("B", "implementer")];
  expect(partiesView(parties, institutions, japanese)).toEqual([
    {
      code: "B",
      name: { text: "国際", lang: "ja" },
      country: { code: "JP", name: "日本" },
      roles: ["funder", "implementer"],
    },
    { code: "A", name: { text: "Aduanas", lang: "es" }, country: { code: "MX", name: "メキシコ" }, roles: ["host"] },
  ]);
});

test("a programme without parties has none to show", () => {
  expect(partiesView([], institutions, japanese)).toEqual([]);
});

test.each([
  ["before it begins, by those of its first day", "2025-12-31", "2026-01-01"],
  ["on its first day", "2026-01-01", "2026-01-01"],
  ["meanwhile, by those of today", "2026-06-15", "2026-06-15"],
  ["on its last day", "2026-12-31", "2026-12-31"],
  ["once it is over, by those of its last day", "2030-03-01", "2026-12-31"],
] as const)("institutions are called by their names %s", (_, today, day) => {
  expect(dayOfNames({ startsOn: "2026-01-01", endsOn: "2026-12-31" }, today)).toBe(day);
});
