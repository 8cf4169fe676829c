import * as programme from "#app/programmes/programme.route.tsx";
import * as newProgramme from "#app/programmes/programme-new.route.tsx";
import { now } from "#app/time/instant.ts";
import { type FormValues, writeSeen } from "#app/ui/form/seen.rules.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { sealed } from "#test/support/sealed.ts";
import { knock } from "#test/support/visit.ts";
export const fields = {
  code: "mj-customs",
  startsOn: "2026-04-01",
  endsOn: "2029-03-31",
  "title.es": "Cooperación aduanera",
  "title.ja": "税関協力",
};
export const path = "/es/admin/programmes/MJ-CUSTOMS";

export async function addInstitution(database: Database, code: string): Promise<Id<"institution">> {
  const id = newId<"institution">();
  await database.transact(async (trx) => {
    await trx.insertInto("institution").values({ id, code, country: "MX", createdAt: now() }).execute();
    await trx
      .insertInto("institutionName")
      .values({ institutionId: id, validFrom: "2000-01-01", locale: "es", name: `Institución ${code}`, acronym: code })
      .execute();
  });
  return id;
}

export async function setUp(database: Database) {
  const { accountId } = await addAccount(database, { grants: ["administrator"] });
  const cookie = await cookieFor(database, accountId);
  const [jica, customs] = [await addInstitution(database, "JICA"), await addInstitution(database, "CUSTOMS")];
  const full = {
    ...fields,
    "summary.es": "Línea uno\nLínea dos",
    ...{
      "party.1.institutionId": customs,
      "party.1.role": "host",
      "party.2.institutionId": jica,
      "party.2.role": "funder",
    },
    ...{ "party.4.institutionId": customs, "party.4.role": "implementer" },
    ...{ "signatory.1.name": "村上 和也", "signatory.1.post.ja": "日本側代表" },
  };
  const read = async (query = "") => (await knock(programme.loader, { database, path: path + query, cookie })).data;
  return {
    accountId,
    cookie,
    jica,
    customs,
    full,
    add: (form: Record<string, string>) =>
      knock(newProgramme.action, { database, path: "/es/admin/programmes/new", form, cookie }),
    /** As from a page that was opened just now, or that has seen what is given. */
    change: async (form: Record<string, string>, seen?: FormValues) => {
      const hasSeen = writeSeen(seen ?? (await read()).initial);
      return knock(programme.action, { database, path, form: { ...form, seen: hasSeen }, cookie });
    },
    read,
  };
}

export const entries = async (database: Database) => {
  const rows = await (await sealed(database)).read
    .selectFrom("audit")
    .select(["action", "accountId", "details"])
    .orderBy("seq")
    .execute();
  return rows.map(({ details, ...entry }) => ({ ...entry, details: JSON.parse(details) }));
};
