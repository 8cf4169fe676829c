import { announceSelection, promiseOf } from "#app/enrolment/selection/announcement/announcing.commands.ts";
import { findCandidates } from "#app/enrolment/selection/candidates.queries.ts";
import { listStanding } from "#app/nominations/nomination/queries.ts";
import { endorse } from "#app/nominations/nomination/steps.commands.ts";
import { draftDecisions } from "#app/nominations/selection/commands.ts";
import type { DecisionInput } from "#app/nominations/selection/form.ts";
import { draftVersion } from "#app/nominations/selection/selection.rules.ts";
import type { Instant } from "#app/time/instant.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Database } from "#db/database.ts";
import { held } from "#test/support/plan-of.ts";
import { afterClosing } from "./calling.ts";
import { code, handIn, nominateAt, nominatingWorld, put } from "./nominating.ts";

/** Two of the Mexican institution and one of the Japanese one are sent; the workshop has two seats. */
export async function selectingWorld(database: Database, capacity = 2) {
  const world = await nominatingWorld(database);
  const { mexico, japan, ana, beto, carla, haruka, workshopId } = world;
  await database.transact((trx) =>
    trx
      .updateTable("workshop")
      .set({ capacity })
      .where("id", "=", workshopId)
      .execute()
      .then(() => {}),
  );
  await put(database, mexico, [ana, beto, carla]);
  await put(database, japan, [haruka]);
  for (const institutionId of [mexico, japan]) {
    await handIn(database, institutionId);
    await database.transact(async (trx) => {
      const workshop = await held(trx, { code });
      const standing = await listStanding(trx, { workshopId, institutionId });
      await endorse(trx, workshop, standing, { accountId: null, at: nominateAt });
    });
  }
  return world;
}

export const candidatesOf = async (database: Database) => {
  const workshop = await findWorkshop(database.read, code, "public");
  if (!workshop) throw new Error("no workshop");
  return (await findCandidates(database.read, workshop)).candidates;
};

type Saying = Partial<Omit<DecisionInput, "n" | "part">> & { decision: DecisionInput["decision"] };

/** Drafts a decision about people, by their family names. */
export async function decide(database: Database, familyNames: string[], saying: Saying, at: Instant = afterClosing) {
  const chosen = (await candidatesOf(database)).filter(({ familyName }) => familyNames.includes(familyName));
  const said = {
    eligibility: "" as const,
    because: "" as const,
    note: "",
    rule: "" as const,
    version: draftVersion(chosen),
    ...saying,
  };
  return database.transact(async (trx) => {
    const workshop = await held(trx, { code });
    const { candidates } = await findCandidates(trx, workshop);
    return draftDecisions(
      trx,
      { workshop, candidates },
      { n: chosen.map(({ id }) => id), ...said },
      { accountId: null, at },
    );
  });
}

export const announce = (database: Database, promised: string, at: Instant = afterClosing) =>
  database.transact(async (trx) =>
    announceSelection(trx, await held(trx, { code }), promised, { accountId: null, at }),
  );

export const promise = async (database: Database) => promiseOf(await candidatesOf(database));
