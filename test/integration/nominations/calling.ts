import { publishCall, saveCall } from "#app/nominations/call/commands.ts";
import { callForm } from "#app/nominations/call/form.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { held } from "#test/support/plan-of.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

export const code = "MJ-2027-01";
/** Long before the workshop, whose first day is 21 June 2027. */
export const callAt = "2026-12-01T12:00:00.000Z" as const;
export const beforeClosing = "2027-03-08T18:00:00.000Z" as const;
export const afterClosing = "2027-03-09T06:00:00.000Z" as const;

const texts: Record<`${"aim" | "who" | "requirements" | "how"}.${"es" | "ja" | "en"}`, string> = Object.fromEntries(
  ["aim", "who", "requirements", "how"].flatMap((part) => [
    [`${part}.es`, "Texto"],
    [`${part}.ja`, "文章"],
    [`${part}.en`, "Text"],
  ]),
) as never;

/** A call as its form sends it: it closes on 8 March 2027, and a week before that for nominees. */
export const callFields = {
  ...texts,
  ...{ institutions: [] as string[], countries: [] as string[], nomineesMax: "3", partA: "", applicationForm: "" },
  ...{ nomineeClosesOn: "2027-03-01", closesOn: "2027-03-08", reason: "" },
};

export const callInput = (change: Partial<typeof callFields> = {}) => callForm.parse({ ...callFields, ...change });

export async function addInstitution(database: Database, acronym: string, country: "MX" | "JP") {
  const id = newId<"institution">();
  await database.transact(async (trx) => {
    await trx.insertInto("institution").values({ id, code: acronym, country, createdAt: callAt }).execute();
    for (const locale of ["es", "ja", "en"] as const)
      await trx
        .insertInto("institutionName")
        .values({ institutionId: id, validFrom: "2000-01-01", locale, name: `${acronym} ${locale}`, acronym })
        .execute();
  });
  return id;
}

/** A workshop with a coordinator, and two institutions with a focal point each: one reads Spanish, one Japanese. */
export async function callingWorld(database: Database) {
  const workshopId = await addWorkshop(database, { code, startsOn: "2027-06-21", endsOn: "2027-06-25" });
  const programmeId = await programmeOf(database, workshopId);
  const coordinator = await addAccount(database, { grants: [{ role: "coordinator", programmeId }] });
  const [mexico, japan] = [await addInstitution(database, "SAT", "MX"), await addInstitution(database, "JCG", "JP")];
  const focal = (institutionId: Id<"institution">, email: string, person: object) =>
    addAccount(database, { email, grants: [{ role: "focalPoint", institutionId }], person });
  const hector = await focal(mexico, "hector@sat.example", { familyName: "Zamudio", institutionId: mexico });
  const makoto = await focal(japan, "makoto@jcg.example", {
    ...{ familyName: "Kobayashi", givenName: "Makoto", country: "JP", locale: "ja", zone: "Asia/Tokyo" },
    institutionId: japan,
  });
  return { workshopId, programmeId, coordinator, mexico, japan, hector, makoto };
}

export const save = (database: Database, change: Partial<typeof callFields>, at: Instant = callAt) =>
  database.transact(async (trx) =>
    saveCall(trx, await held(trx, { code }), callInput(change), { accountId: null, at }),
  );

export const publish = (database: Database, at: Instant = callAt) =>
  database.transact(async (trx) => publishCall(trx, await held(trx, { code }), { accountId: null, at }));
