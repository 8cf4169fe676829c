import { expect, test } from "vitest";
import * as profile from "#app/people/profile/profile.route.tsx";
import { writeSeen } from "#app/ui/form/seen.rules.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";

const path = "/es/me/profile";

const storedPerson = {
  familyName: "Núñez",
  givenName: "Mariana",
  secondSurname: "",
  nativeName: "",
  kana: "",
  latinName: "",
  post: "",
  zone: "America/Tijuana",
  locale: "es",
};
const personFields = { part: "person", ...storedPerson, seen: writeSeen(storedPerson) };

async function official(database: Database, person = {}) {
  const account = await addAccount(database, { grants: ["official"], person });
  return { ...account, cookie: await cookieFor(database, account.accountId) };
}

const stored = (database: Database, personId: Id<"person">) =>
  database.read.selectFrom("person").selectAll().where("id", "=", personId).executeTakeFirstOrThrow();
const audited = async (database: Database) =>
  (await sealed(database)).read.selectFrom("audit").select(["action", "subjectId", "details"]).orderBy("seq").execute();

describeDatabases("one's own profile", (open) => {
  test("without a session the way leads to the sign-in page and back", async () => {
    const database = await open();
    expect(await knock(profile.loader, { database, path })).toMatchObject({
      status: 302,
      location: "/es/sign-in?next=%2Fes%2Fme%2Fprofile",
    });
    expect((await knock(profile.action, { database, path, form: personFields })).status).toBe(302);
  });

  test("a change is stored, and the record of it names fields and no values", async () => {
    const database = await open();
    const { personId, cookie } = await official(database);
    const form = { ...personFields, secondSurname: "Ortega", kana: "ﾏﾘｱﾅ", zone: "Asia/Tokyo", locale: "ja" };
    expect(await knock(profile.action, { database, path, form, cookie })).toMatchObject({
      status: 302,
      location: "/es/me/profile?done=person",
    });
    expect(await stored(database, personId)).toMatchObject({
      secondSurname: "Ortega",
      kana: "マリアナ",
      zone: "Asia/Tokyo",
      locale: "ja",
      post: null,
    });
    const [entry] = await audited(database);
    expect(entry).toMatchObject({ action: "person.changed", subjectId: personId });
    expect(JSON.parse(entry?.details ?? "")).toEqual({ fields: ["secondSurname", "kana", "zone", "locale"] });
  });

  test("saving what is already stored leaves no record", async () => {
    const database = await open();
    const { cookie } = await official(database);
    await knock(profile.action, { database, path, form: personFields, cookie });
    expect(await audited(database)).toEqual([]);
  });

  test("only one's own person changes, whatever the form says", async () => {
    const database = await open();
    const me = await official(database);
    const other = await official(database);
    const form = {
      ...personFields,
      familyName: "Cambiado",
      id: other.personId,
      personId: other.personId,
      country: "JP",
      institutionId: "x",
    };
    await knock(profile.action, { database, path, form, cookie: me.cookie });
    expect(await stored(database, me.personId)).toMatchObject({
      familyName: "Cambiado",
      country: "MX",
      institutionId: null,
    });
    expect(await stored(database, other.personId)).toMatchObject({ familyName: "Núñez" });
  });

  test("errors come back beside their fields with what was typed", async () => {
    const database = await open();
    const { cookie } = await official(database);
    const form = { ...personFields, familyName: " ", kana: "abc", zone: "Europe/Madrid" };
    const { status, data } = await knock(profile.action, { database, path, form, cookie });
    expect(status).toBe(422);
    expect(data.errors).toEqual({
      familyName: "common:form.missing",
      kana: "people:form.kana",
      zone: "common:form.choose",
    });
    expect(data.values).toEqual(form);
  });
});

const certificateNames = { certificateName: "Mariana Núñez Ortega", certificateSecondName: "マリアナ・ヌニェス" };
const certificateFields = { part: "certificate", ...certificateNames, isConfirmed: "1" };

describeDatabases("the name on certificates", (open) => {
  test("is suggested and not stored until its holder confirms it", async () => {
    const database = await open();
    const { personId, cookie } = await official(database, { secondSurname: "Ortega", kana: "マリアナ・ヌニェス" });
    const { data } = await knock(profile.loader, { database, path, cookie });
    expect(data.certificate).toEqual({
      stored: { certificateName: "", certificateSecondName: "" },
      issued: 0,
      name: "Mariana Núñez Ortega",
      secondName: "マリアナ・ヌニェス",
      confirmed: null,
    });
    expect(await stored(database, personId)).toMatchObject({ certificateName: null, nameConfirmedAt: null });
  });

  test("without the tick nothing is stored", async () => {
    const database = await open();
    const { personId, cookie } = await official(database);
    const { isConfirmed: _, ...form } = certificateFields;
    const { status, data } = await knock(profile.action, { database, path, form, cookie });
    expect([status, data.errors]).toEqual([422, { isConfirmed: "people:form.confirm" }]);
    expect(await stored(database, personId)).toMatchObject({ certificateName: null, nameConfirmedAt: null });
  });

  test("is stored with the moment of its confirmation, and anew with each change", async () => {
    const database = await open();
    const { personId, cookie } = await official(database);
    const answer = await knock(profile.action, { database, path, form: certificateFields, cookie });
    expect(answer).toMatchObject({ status: 302, location: "/es/me/profile?done=certificate" });
    const first = await stored(database, personId);
    expect(first).toMatchObject({
      certificateName: "Mariana Núñez Ortega",
      certificateSecondName: "マリアナ・ヌニェス",
    });
    expect(first.nameConfirmedAt).not.toBeNull();

    await knock(profile.action, {
      database,
      path,
      form: {
        ...certificateFields,
        seen: writeSeen(certificateNames),
        certificateName: "MARIANA NÚÑEZ",
        certificateSecondName: "",
      },
      cookie,
    });
    const second = await stored(database, personId);
    expect(second).toMatchObject({ certificateName: "MARIANA NÚÑEZ", certificateSecondName: null });
    expect((second.nameConfirmedAt ?? "") > (first.nameConfirmedAt ?? "")).toBe(true);
    expect((await audited(database)).map(({ action, details }) => [action, details])).toEqual(
      Array(2).fill(["person.nameConfirmed", "{}"]),
    );
  });

  test("does not follow a later change of the person's names", async () => {
    const database = await open();
    const { personId, cookie } = await official(database);
    await knock(profile.action, { database, path, form: certificateFields, cookie });
    const { nameConfirmedAt } = await stored(database, personId);
    await knock(profile.action, { database, path, form: { ...personFields, familyName: "Otra" }, cookie });
    expect(await stored(database, personId)).toMatchObject({
      familyName: "Otra",
      certificateName: "Mariana Núñez Ortega",
      nameConfirmedAt,
    });
    const { data } = await knock(profile.loader, { database, path, cookie });
    expect(data.certificate.name).toBe("Mariana Núñez Ortega");
    expect(data.certificate.confirmed).toMatch(/\d{4}/);
  });

  test("a second line that was left empty on purpose is not suggested again", async () => {
    const database = await open();
    const { cookie } = await official(database, { kana: "マリアナ" });
    await knock(profile.action, { database, path, form: { ...certificateFields, certificateSecondName: "" }, cookie });
    const { data } = await knock(profile.loader, { database, path, cookie });
    expect(data.certificate.secondName).toBe("");
  });
});
