import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";

const at = "2026-11-23T18:00:00.000Z" as const;

type Where = {
  own: Id<"workshop">;
  foreign: { workshopId: Id<"workshop">; personId: Id<"person"> };
};

/** In one workshop somebody of the demo's Mexican focal point, in another somebody of another institution. */
export async function addNominations(database: Database, { own, foreign }: Where) {
  const focal = await database.read
    .selectFrom("roleGrant")
    .innerJoin("account", "account.id", "roleGrant.accountId")
    .select(({ ref }) => [ref("account.personId").$notNull().as("personId")])
    .select(({ ref }) => [ref("roleGrant.institutionId").$notNull().as("institutionId")])
    .where("account.email", "=", "focal-mx@demo.example")
    .executeTakeFirstOrThrow();
  const elsewhere = await database.read
    .selectFrom("institution")
    .select("id as institutionId")
    .where("id", "<>", focal.institutionId)
    .orderBy("id")
    .executeTakeFirstOrThrow();
  return {
    own: await addNomination(database, { workshopId: own, ...focal, version: 1 }),
    foreign: await addNomination(database, { ...foreignOf(foreign), ...elsewhere, version: 0 }),
  };
}

const foreignOf = ({ workshopId, personId }: Where["foreign"]) => ({ workshopId, personId });

type NewNomination = {
  workshopId: Id<"workshop">;
  institutionId: Id<"institution">;
  personId: Id<"person">;
  /** Of the call: 0 where it was not published. */
  version: number;
};

/** What such a call asks. */
const asked = { number: 1, kind: "yesNo", isRequired: false, label: { es: "¿Viaja?" }, options: [] };
const questions = JSON.stringify([asked]);

/** A call that invites one institution, and somebody whom it has begun to nominate in the place of another. */
async function addNomination(database: Database, { version, ...nominee }: NewNomination): Promise<Id<"nomination">> {
  const nominationId = newId<"nomination">();
  const { workshopId, institutionId } = nominee;
  const days = { nomineeClosesOn: "2026-11-01", closesOn: "2026-11-08", zone: "America/Mexico_City" } as const;
  await database.transact(async (trx) => {
    await trx
      .insertInto("call")
      .values({ workshopId, ...days, isPartAAsked: false, nomineesMax: 2, version, questions, changedAt: at })
      .execute();
    await trx.insertInto("callSender").values({ id: newId(), workshopId, institutionId }).execute();
    const other = await trx
      .selectFrom("person")
      .select("id as personId")
      .where("id", "<>", nominee.personId)
      .orderBy("id")
      .executeTakeFirstOrThrow();
    const facts = { begunBy: "sender", createdAt: at, changedAt: at } as const;
    const inPlaceOfId = newId<"nomination">();
    const replaced = { id: inPlaceOfId, workshopId, institutionId, ...other, rank: 2, state: "selected" } as const;
    const substitute = { id: nominationId, ...nominee, rank: 1, state: "draft", inPlaceOfId } as const;
    await trx
      .insertInto("nomination")
      .values({ ...replaced, ...facts })
      .execute();
    await trx
      .insertInto("nomination")
      .values({ ...substitute, leavingBecause: "workload", ...facts })
      .execute();
  });
  return nominationId;
}

/** Somebody reviews everybody who is sent for a workshop; by what, nobody has said. */
export const addReviewer = (database: Database, workshopId: Id<"workshop">, accountId: Id<"account">) =>
  database.transact(async (trx) => {
    await trx
      .insertInto("reviewer")
      .values({ id: newId<"reviewer">(), workshopId, accountId, isForAll: true, namedAt: at })
      .execute();
  });

/** A nominee has sent an application, without an answer in it. */
export async function addSentApplication(database: Database, nominationId: Id<"nomination">): Promise<void> {
  const versions = database.read.selectFrom("applicationFormVersion").select("id").orderBy("number", "desc");
  const { id: versionId } = await versions.executeTakeFirstOrThrow();
  const sent = { nominationId, versionId, state: "sent", sentAt: at, createdAt: at, changedAt: at } as const;
  await database.transact((trx) =>
    trx
      .insertInto("application")
      .values({ id: newId(), ...sent })
      .execute(),
  );
}
