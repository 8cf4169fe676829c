import { expect, test } from "vitest";
import { accountForm, chosenPlace, invitationForm } from "#app/accounts/form.ts";
import { profileForm } from "#app/people/form.ts";

const person = {
  part: "person",
  familyName: "Núñez",
  givenName: "Mariana",
  zone: "America/Tijuana",
  locale: "es",
};
const certificate = { part: "certificate", certificateName: "髙橋 遥" };

type Schema = { safeParse: (value: unknown) => { error?: { issues: { path: PropertyKey[]; message: string }[] } } };
const errors = (schema: Schema, value: unknown) =>
  Object.fromEntries(
    (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
  );

test("names stay as they are written", () => {
  for (const name of ["髙橋　遥", "𠮷田", "渡邉", "葛\u{e0100}城", "D’Angelo-Peña", "神\ufa11"]) {
    const parsed = profileForm.parse({ ...certificate, certificateName: name, isConfirmed: "1" });
    expect(parsed).toMatchObject({ certificateName: name });
  }
});

test.each([["Ana\nLópez"], ["Ana\tLópez"], ["\u202eAna"], ["Ana\u200bLópez"], ["Ana\u2066"], ["Ana\u0000"]])(
  "%j is no name",
  (name) => {
    expect(errors(profileForm, { ...person, familyName: name })).toEqual({ familyName: "common:form.badCharacters" });
  },
);

test("the reading is in kana, of any width", () => {
  expect(profileForm.parse({ ...person, kana: "ﾀｶﾊｼ　ﾊﾙｶ" })).toMatchObject({ kana: "タカハシ ハルカ" });
  expect(profileForm.parse({ ...person, kana: "マリアナ・ヌニェス・オルテガ" })).toMatchObject({
    kana: "マリアナ・ヌニェス・オルテガ",
  });
  expect(profileForm.parse({ ...person, kana: "たかはし はるか" })).toMatchObject({ kana: "タカハシ ハルカ" });
  expect(errors(profileForm, { ...person, kana: "Takahashi" })).toEqual({ kana: "people:form.kana" });
});

test("the passport's spelling is in Latin letters", () => {
  expect(profileForm.parse({ ...person, latinName: "ＴＡＫＡＨＡＳＨＩ HARUKA" })).toMatchObject({
    latinName: "TAKAHASHI HARUKA",
  });
  expect(errors(profileForm, { ...person, latinName: "髙橋" })).toEqual({ latinName: "people:form.latin" });
});

test("a name on certificates counts only with the holder's tick", () => {
  expect(errors(profileForm, certificate)).toEqual({ isConfirmed: "people:form.confirm" });
  expect(errors(profileForm, { ...certificate, isConfirmed: "0" })).toEqual({ isConfirmed: "people:form.confirm" });
  expect(errors(profileForm, { ...certificate, certificateName: " ", isConfirmed: "1" })).toEqual({
    certificateName: "common:form.missing",
  });
});

test("a form without a part, or with an unknown one, is refused", () => {
  for (const part of [undefined, "", "__proto__", ["person", "certificate"]]) {
    expect(errors(profileForm, { ...person, part })).toEqual({ part: "common:form.invalid" });
    expect(errors(accountForm, { part })).toEqual({ part: "common:form.invalid" });
  }
});

test.each([
  ["coordinator", { programmeId: "people:form.placeNeeded.programme" }],
  ["instructor", { workshopCode: "people:form.placeNeeded.workshop" }],
  ["focalPoint", { institutionId: "people:form.placeNeeded.institution" }],
  ["manager", {}],
  ["official", {}],
  ["administrator", {}],
])("the role %s without a place", (role, expected) => {
  expect(errors(accountForm, { part: "grant", role })).toEqual(expected);
});

test("a place that belongs to another role does not count", () => {
  const fields = { programmeId: "p", workshopCode: "mj-2026-01", institutionId: "i" };
  const place = (role: string) => {
    const parsed = accountForm.parse({ part: "grant", role, ...fields });
    return parsed.part === "grant" ? chosenPlace(parsed) : null;
  };
  expect(place("manager")).toEqual({ kind: "programme", value: "p" });
  expect(place("instructor")).toEqual({ kind: "workshop", value: "MJ-2026-01" });
  expect(place("focalPoint")).toEqual({ kind: "institution", value: "i" });
  expect(place("administrator")).toBeNull();
});

test("an empty invitation names every field that is missing", () => {
  expect(Object.keys(errors(invitationForm, {})).sort()).toEqual(
    ["country", "email", "familyName", "givenName", "homeInstitutionId", "locale", "role", "zone"].sort(),
  );
});
