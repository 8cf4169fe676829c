import { z } from "zod";
import { addPerson } from "#app/people/commands.ts";
import { personFacts } from "#app/people/form.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

export const at = "2026-11-20T15:00:00.000Z" as const;
export const by = { accountId: null, at };

export const yuko = {
  ...{ familyName: "Sato", givenName: "Yuko", nativeName: "佐藤 裕子", kana: "サトウ ユウコ", country: "JP" },
  ...{ zone: "Asia/Tokyo", locale: "ja", email: "yuko@customs.example.jp" },
};
export const jose = {
  ...{ familyName: "Núñez", givenName: "José", secondSurname: "Peña", country: "MX" },
  ...{ zone: "America/Mexico_City", locale: "es", email: "" },
};

/** Somebody without an account. */
export const add = (database: Database, given: Record<string, string>) =>
  database.transact((trx) => addPerson(trx, z.object(personFacts).parse(given), by));

/** A coordinator of one programme with a workshop, and one of another. */
export async function setUp(database: Database) {
  const [mine, others] = [await addWorkshop(database, { code: "MJ-1" }), await addWorkshop(database, { code: "MJ-2" })];
  const [programmeId, otherId] = [await programmeOf(database, mine), await programmeOf(database, others)];
  const cookieOf = async (programmeId: Id<"programme">) => {
    const grants = [{ role: "coordinator" as const, programmeId }];
    return cookieFor(database, (await addAccount(database, { grants })).accountId);
  };
  const admin = await addAccount(database, { grants: ["administrator"] });
  return {
    workshopId: mine,
    ...{ programmeId, otherId },
    cookie: await cookieOf(programmeId),
    stranger: await cookieOf(otherId),
    admin: await cookieFor(database, admin.accountId),
  };
}
