import { expect, test } from "vitest";
import { everywhere } from "#app/access/permissions.ts";
import * as account from "#app/accounts/account/account.route.tsx";
import * as newAccount from "#app/accounts/account/account-new.route.tsx";
import * as firstAdministrator from "#app/accounts/first-administrator.route.tsx";
import * as newInstitution from "#app/institutions/institution-new.route.tsx";
import * as newProgramme from "#app/programmes/programme-new.route.tsx";
import { listThemes } from "#app/programmes/queries.ts";
import { firstAdministratorLink } from "#app/sign-in/links/first-administrator.ts";
import { now } from "#app/time/instant.ts";
import { planWorkshop } from "#app/workshops/commands.ts";
import { workshopForm } from "#app/workshops/form.ts";
import * as newWorkshop from "#app/workshops/plan/workshop-new.route.tsx";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { nowhere } from "#test/support/nowhere.ts";
import { knock } from "#test/support/visit.ts";

const password = "un puente de madera muy viejo";
const administrator = {
  familyName: "Aguilar",
  givenName: "Tomás",
  secondSurname: "",
  email: "tomas@gob.example",
  country: "MX",
  password,
  passwordAgain: password,
};
const institution = {
  code: "AMEXCID",
  country: "MX",
  "name.es": "Agencia Mexicana de Cooperación",
  validFrom: "2011-09-28",
};
const coordinator = {
  familyName: "Tovar",
  givenName: "Regina",
  secondSurname: "",
  email: "regina@gob.example",
  country: "MX",
  locale: "es",
  zone: "America/Mexico_City",
};
const workshop = {
  code: "MJ-2027-01",
  mode: "onSite",
  country: "MX",
  zone: "America/Mexico_City",
  startsOn: "2027-02-01",
  endsOn: "2027-02-05",
  capacity: "20",
  minimumAttendance: "80",
  workingLanguages: ["es"],
  "title.es": "Valoración aduanera",
};

const accountIdOf = async ({ read }: Database, email: string) =>
  (await read.selectFrom("account").select("id").where("email", "=", email).executeTakeFirstOrThrow()).id;
const institutionIdOf = async ({ read }: Database) =>
  (await read.selectFrom("institution").select("id").executeTakeFirstOrThrow()).id;
const programmeIdOf = async ({ read }: Database) =>
  (await read.selectFrom("programme").select("id").executeTakeFirstOrThrow()).id;

/** Through the pages that the first administrator opens, one after the other. */
async function begin(database: Database) {
  const path = (await firstAdministratorLink(database, { appUrl: "", at: now() })) ?? "";
  await knock(firstAdministrator.action, { database, path, form: administrator });
  const cookie = await cookieFor(database, await accountIdOf(database, administrator.email));
  const admin = (page: string) => ({ database, path: `/es/admin/${page}`, cookie });

  expect((await knock(newInstitution.action, { ...admin("institutions/new"), form: institution })).status).toBe(302);
  const institutionId = await institutionIdOf(database);
  const party = { "party.1.institutionId": institutionId, "party.1.role": "host" };
  const programme = {
    code: "MJ-CUSTOMS",
    startsOn: "2026-04-01",
    endsOn: "2029-03-31",
    "title.es": "Cooperación aduanera",
    ...party,
  };
  expect((await knock(newProgramme.action, { ...admin("programmes/new"), form: programme })).status).toBe(302);

  const grant = {
    role: "coordinator",
    programmeId: await programmeIdOf(database),
    workshopCode: "",
    institutionId: "",
  };
  const invitation = { ...coordinator, homeInstitutionId: institutionId, ...grant };
  expect((await knock(newAccount.action, { ...admin("accounts/new"), form: invitation })).status).toBe(302);
  return { institutionId, programmeId: grant.programmeId, admin };
}

describeDatabases("from an empty database", (open) => {
  test("to a planned workshop it takes an institution, a programme and a coordinator", async () => {
    const database = await open();
    const { institutionId, programmeId } = await begin(database);
    const cookie = await cookieFor(database, await accountIdOf(database, coordinator.email));
    const desk = { database, path: "/es/desk/workshops/new", cookie };
    const { data } = await knock(newWorkshop.loader, desk);
    expect(data.programmes).toEqual([{ value: programmeId, label: "Cooperación aduanera" }]);
    expect(data.institutions).toEqual([{ value: institutionId, label: "Agencia Mexicana de Cooperación" }]);
    expect(data.themes).toHaveLength(5);

    const themeIds = data.themes.map(({ value }: { value: string }) => value);
    const form = { ...workshop, programmeId, hostInstitutionId: institutionId, themeIds };
    expect(await knock(newWorkshop.action, { ...desk, form })).toMatchObject({
      status: 302,
      location: "/es/desk/workshops/MJ-2027-01?done=planned",
    });
    const reach = { ...nowhere, programmeIds: [programmeId] };
    expect(await findWorkshop(database.read, "MJ-2027-01", reach)).toMatchObject({
      state: "draft",
      hostInstitutionId: institutionId,
    });
    expect(await database.read.selectFrom("workshopTheme").selectAll().execute()).toHaveLength(5);
  });

  test("an administrator who coordinates, too, plans by the same command", async () => {
    const database = await open();
    const { institutionId, programmeId, admin } = await begin(database);
    const accountId = await accountIdOf(database, administrator.email);
    const grant = { part: "grant", role: "coordinator", programmeId };
    expect((await knock(account.action, { ...admin(`accounts/${accountId}`), form: grant })).status).toBe(302);
    const [theme] = await listThemes(database.read);
    const input = workshopForm.parse({
      ...workshop,
      programmeId,
      hostInstitutionId: institutionId,
      themeIds: theme?.id,
    });
    expect(
      await database.transact((trx) =>
        planWorkshop(trx, input, {
          accountId,
          at: now(),
          reach: everywhere,
        }),
      ),
    ).toEqual({
      status: "saved",
      code: "MJ-2027-01",
    });
  });
});

describeDatabases("a draft with the least that is needed", (open) => {
  const least = {
    mode: "onSite",
    capacity: "20",
    minimumAttendance: "80",
    workingLanguages: "es",
    startsOn: "2027-02-01",
    endsOn: "2027-02-05",
    "title.es": "Valoración aduanera",
    ...{ code: "", hostInstitutionId: "", country: "", zone: "" },
  };

  test("gets host and code by its programme, country and zone by its host", async () => {
    const database = await open();
    const { institutionId, programmeId } = await begin(database);
    const cookie = await cookieFor(database, await accountIdOf(database, coordinator.email));
    const desk = { database, path: "/es/desk/workshops/new", cookie };
    const { data } = await knock(newWorkshop.loader, desk);
    expect(data.initial).toMatchObject({ programmeId, hostInstitutionId: institutionId });
    expect(data.nextCode).toMatch(/^MJ-\d{4}-01$/);
    for (const code of ["MJ-2027-01", "MJ-2027-02"]) {
      const { location } = await knock(newWorkshop.action, { ...desk, form: { ...least, programmeId } });
      expect(location).toBe(`/es/desk/workshops/${code}?done=planned`);
      expect(await findWorkshop(database.read, code, everywhere)).toMatchObject({
        ...{ country: "MX", zone: "America/Mexico_City", hostInstitutionId: institutionId },
      });
    }
  });

  test("two planned at once get two codes", async () => {
    const database = await open();
    const { programmeId } = await begin(database);
    const cookie = await cookieFor(database, await accountIdOf(database, coordinator.email));
    const desk = { database, path: "/es/desk/workshops/new", cookie };
    const plan = () => knock(newWorkshop.action, { ...desk, form: { ...least, programmeId } });
    const answers = await Promise.all([plan(), plan(), plan()]);
    expect(answers.map(({ location }) => location).sort()).toEqual(
      [1, 2, 3].map((number) => `/es/desk/workshops/MJ-2027-0${number}?done=planned`),
    );
  });

  test("is refused beside the field that could not be filled in", async () => {
    const database = await open();
    const { programmeId } = await begin(database);
    await database.transact((trx) => trx.deleteFrom("programmeParty").execute());
    const cookie = await cookieFor(database, await accountIdOf(database, coordinator.email));
    const desk = { database, path: "/es/desk/workshops/new", cookie };
    const { status, data } = await knock(newWorkshop.action, { ...desk, form: { ...least, programmeId } });
    expect([status, data.errors]).toEqual([422, { hostInstitutionId: "common:form.choose" }]);
    expect(data.values["title.es"]).toBe(least["title.es"]);
  });
});
