import { expect, test } from "vitest";
import { institutionForm, newInstitutionForm } from "#app/institutions/form.ts";

const institution = {
  code: "MX-CUSTOMS",
  country: "MX",
  "name.es": "Agencia Nacional de Aduanas de México",
  validFrom: "2022-01-01",
};

type Schema = { safeParse: (value: unknown) => { error?: { issues: { path: PropertyKey[]; message: string }[] } } };
const errors = (schema: Schema, value: unknown) =>
  Object.fromEntries(
    (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
  );

test("a name in one language is enough, and everything is trimmed", () => {
  expect(newInstitutionForm.parse({ ...institution, "name.es": "", "name.ja": " メキシコ国家税関庁　" })).toEqual({
    ...institution,
    "name.es": "",
    "name.ja": "メキシコ国家税関庁",
    "name.en": "",
    acronym: "",
  });
});

test.each([
  ["mx-customs"],
  ["ＭＸ－ＣＵＳＴＯＭＳ"],
  [" MX-CUSTOMS "],
  ["MX CUSTOMS"],
  ["mx_customs"],
  ["MX – CUSTOMS"],
])("the code %j is written in plain capitals", (code) => {
  expect(newInstitutionForm.parse({ ...institution, code }).code).toBe("MX-CUSTOMS");
});

test.each([[""], ["A"], ["new"], ["MX--C"], ["-MX"], ["MX/1"], ["ÑU"], ["税関"]])("%j is no code", (code) => {
  expect(errors(newInstitutionForm, { ...institution, code })).toEqual({ code: "institutions:form.code" });
});

test.each([[""], ["2022-02-30"], ["01/02/2022"], ["0202-01-01"], ["2222-01-01"]])(
  "%j is no day on which a name began",
  (validFrom) => {
    expect(errors(newInstitutionForm, { ...institution, validFrom })).toEqual({ validFrom: "institutions:form.date" });
    expect(errors(institutionForm, { part: "name", "name.ja": "税関", validFrom })).toEqual({
      validFrom: "institutions:form.date",
    });
  },
);

test("every field that is wrong is told at once", () => {
  expect(errors(newInstitutionForm, { acronym: "A".repeat(31) })).toEqual({
    code: "institutions:form.code",
    country: "common:form.choose",
    acronym: "common:form.tooLong",
    validFrom: "institutions:form.date",
    "name.es": "institutions:form.name",
  });
  expect(errors(newInstitutionForm, { ...institution, "name.es": ["Uno", "Dos"] })).toEqual({
    "name.es": "common:form.invalid",
  });
});

test("a further name needs a text, too", () => {
  expect(errors(institutionForm, { part: "name", validFrom: "2022-01-01", "name.es": " " })).toEqual({
    "name.es": "institutions:form.name",
  });
  expect(errors(institutionForm, { part: "removal", validFrom: "2022-01-01" })).toEqual({});
  expect(errors(institutionForm, { part: "other" })).toEqual({ part: "common:form.invalid" });
});
