import type { Reader } from "#db/database.ts";

/** How much there is of what a first workshop needs, in the order in which it is made. */
export const countSetUp = async (db: Reader) => [
  { step: "institutions" as const, count: await countInstitutions(db) },
  { step: "programmes" as const, count: await countProgrammes(db) },
  { step: "coordinators" as const, count: await countCoordinators(db) },
  { step: "workshops" as const, count: await countWorkshops(db) },
];

const countInstitutions = async (db: Reader) =>
  (
    await db
      .selectFrom("institution")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
  ).count;

const countProgrammes = async (db: Reader) =>
  (
    await db
      .selectFrom("programme")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
  ).count;

/** Each person once, in however many programmes. */
const countCoordinators = async (db: Reader) =>
  (
    await db
      .selectFrom("roleGrant")
      .innerJoin("account", "account.id", "roleGrant.accountId")
      .select(({ fn }) => fn.count<number>("account.personId").distinct().as("count"))
      .where("roleGrant.role", "=", "coordinator")
      .executeTakeFirstOrThrow()
  ).count;

const countWorkshops = async (db: Reader) =>
  (
    await db
      .selectFrom("workshop")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
  ).count;
