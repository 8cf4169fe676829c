import { expect, test } from "vitest";
import { newProgrammeForm, programmeForm } from "#app/programmes/form.ts";
import { maxParties, partyRows } from "#app/programmes/rules.ts";

const programme = { startsOn: "2026-04-01", endsOn: "2027-03-31", "title.es": "Cooperación aduanera" };

type Schema = { safeParse: (value: unknown) => { error?: { issues: { path: PropertyKey[]; message: string }[] } } };
const errors = (schema: Schema, value: unknown) =>
  Object.fromEntries(
    (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
  );

test("a title in one language and two days are enough", () => {
  const empty = { title: "", summary: "" };
  expect(programmeForm.parse({ ...programme, endsOn: "2026-04-01" })).toEqual({
    startsOn: "2026-04-01",
    endsOn: "2026-04-01",
    texts: { es: { title: "Cooperación aduanera", summary: "" }, ja: empty, en: empty },
    parties: [],
    signatories: [],
  });
});

test("no title, no code and days in the wrong order are told at once", () => {
  expect(errors(newProgrammeForm, { ...programme, code: "new", "title.es": " ", endsOn: "2026-03-31" })).toEqual({
    code: "programmes:form.code",
    "title.es": "programmes:form.title",
    endsOn: "programmes:form.endsBefore",
  });
});

test.each([[""], ["2026-02-30"], ["1.4.2026"], ["0207-04-01"]])("%j is no day", (startsOn) => {
  expect(errors(programmeForm, { ...programme, startsOn })).toEqual({ startsOn: "programmes:form.date" });
});

test("parties keep the order of their rows; empty rows between them don't count", () => {
  const { parties } = programmeForm.parse({
    ...programme,
    "party.5.institutionId": "b",
    "party.5.role": "sender",
    "party.2.institutionId": "a",
    "party.2.role": "funder",
    "party.3.institutionId": " ",
    "party.3.role": "",
  });
  expect(parties).toEqual([
    { row: 2, institutionId: "a", role: "funder" },
    { row: 5, institutionId: "b", role: "sender" },
  ]);
});

test("a party has both an institution and a role", () => {
  expect(
    errors(programmeForm, {
      ...programme,
      "party.1.role": "host",
      "party.2.institutionId": "a",
      "party.3.institutionId": "b",
      "party.3.role": "x",
    }),
  ).toEqual({
    "party.1.institutionId": "common:form.choose",
    "party.2.role": "common:form.choose",
    "party.3.role": "common:form.choose",
  });
});

test("an institution may have several roles, but not one of them twice", () => {
  const twice = {
    "party.1.institutionId": "a",
    "party.1.role": "host",
    "party.2.institutionId": "a",
    "party.2.role": "sender",
  };
  expect(errors(programmeForm, { ...programme, ...twice })).toEqual({});
  expect(
    errors(programmeForm, { ...programme, ...twice, "party.6.institutionId": "a", "party.6.role": "host" }),
  ).toEqual({
    "party.6.institutionId": "programmes:form.partyTwice",
  });
});

test("who signs has a name, and a post in some language", () => {
  const second = { "signatory.2.name": "清水 浩子", "signatory.2.post.ja": "総括" };
  expect(programmeForm.parse({ ...programme, ...second }).signatories).toEqual([
    { row: 2, name: "清水 浩子", post: { es: "", ja: "総括", en: "" } },
  ]);
  expect(errors(programmeForm, { ...programme, "signatory.1.name": "Ana", "signatory.2.post.en": "Director" })).toEqual(
    {
      "signatory.1.post.es": "programmes:form.post",
      "signatory.2.name": "common:form.missing",
    },
  );
});

test("a form offers six rows for parties, and a free one once they are taken", () => {
  expect([0, 5, 6, 11, maxParties].map(partyRows)).toEqual([6, 6, 7, 12, maxParties]);
});
