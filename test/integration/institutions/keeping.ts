import * as institution from "#app/institutions/institution.route.tsx";
import * as newInstitution from "#app/institutions/institution-new.route.tsx";
import { listInstitutions } from "#app/institutions/queries.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";

export const customs = {
  code: "mx-customs",
  country: "MX",
  "name.es": "Administración General de Aduanas",
  "name.ja": "税関総局",
  "name.en": "",
  acronym: "AGA",
  validFrom: "1997-07-01",
};
export const today = {
  part: "name",
  "name.es": "Agencia Nacional de Aduanas de México",
  "name.ja": "",
  acronym: "ANAM",
  validFrom: "2022-01-01",
};
export const path = "/es/admin/institutions/MX-CUSTOMS";

export async function setUp(database: Database) {
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId);
  return {
    accountId,
    cookie,
    add: (changes = {}) =>
      knock(newInstitution.action, {
        database,
        path: "/es/admin/institutions/new",
        form: { ...customs, ...changes },
        cookie,
      }),
    post: (form: Record<string, string>) => knock(institution.action, { database, path, form, cookie }),
    read: async (query = "", locale = "es") =>
      (await knock(institution.loader, { database, path: `${path.replace("es", locale)}${query}`, cookie })).data,
  };
}

export const nameOn = async ({ read }: Database, on: LocalDate) => {
  const [found] = await listInstitutions(read, on);
  return found && [found.acronym, found.name.es ?? found.name.ja];
};
export const entries = async (database: Database) => {
  const rows = await (await sealed(database)).read
    .selectFrom("audit")
    .select(["action", "subjectKind", "subjectId", "accountId", "details"])
    .orderBy("seq")
    .execute();
  return rows.map(({ details, ...entry }) => ({ ...entry, details: JSON.parse(details) }));
};
