import { listCertificatesOf } from "#app/certificates/queries.ts";
import { replaceCertificate, revokeCertificate } from "#app/certificates/validity/validity.commands.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { Open } from "#test/support/databases.ts";
import { held } from "#test/support/plan-of.ts";
import { sealed } from "#test/support/sealed.ts";
import { appUrl, at, completedWorkshop, runJobs } from "./completed-workshop.ts";

export const by = { accountId: null, at } as const;
export const fonts = readFontCoverage();
export const code = "MJ-2026-09";

/** The workshop with one certificate that is valid and whose document is there. */
export async function certified(open: Open) {
  const database = await open();
  const world = await completedWorkshop(database);
  await world.issue();
  await runJobs(database);
  const [certificate] = await listCertificatesOf(database.read, world.personId);
  if (!certificate) throw new Error("No certificate was issued.");
  return { ...world, database, certificate };
}

export const rename = (database: Database, name: string, personId: Id<"person">) =>
  database.transact((trx) =>
    trx.updateTable("person").set({ certificateName: name }).where("id", "=", personId).execute(),
  );

export const revoke = (database: Database, number: string, of = code) =>
  database.transact(async (trx) =>
    revokeCertificate(
      trx,
      {
        workshop: await held(trx, { code: of }),
        number,
        reasonClass: "issuedByMistake",
        reason: "Se eligió mal la fila.",
      },
      by,
    ),
  );

export type Change = Partial<Parameters<typeof replaceCertificate>[1]>;
export const replace = (database: Database, number: string, change: Change = {}) =>
  database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const words = { reasonClass: "nameCorrected", reason: "Faltaba un apellido." } as const;
    return replaceCertificate(trx, { workshop, number, ...words, appUrl, fonts, wording: null, ...change }, by);
  });

/** The kinds of letters about certificates, in the order of the alphabet. */
export const letters = async ({ read }: Database) =>
  (await read.selectFrom("mail").select("kind").where("kind", "like", "certificate.%").orderBy("kind").execute()).map(
    ({ kind }) => kind,
  );
export const actions = async (database: Database) =>
  (
    await (
      await sealed(database)
    ).read
      .selectFrom("audit")
      .select("action")
      .where("subjectKind", "=", "certificate")
      .orderBy("seq")
      .execute()
  ).map(({ action }) => action);
