import type { WantedQuota } from "#app/enrolment/quotas/ledger/ledger.rules.ts";
import { divideSeats, releaseQuota } from "#app/enrolment/quotas/quotas.commands.ts";
import { listQuotas } from "#app/nominations/quotas/queries.ts";
import { quotaKey } from "#app/nominations/quotas/rules.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database, Writer } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { addPerson } from "#test/support/world.ts";

/** A quota in short: `MX` for a country, anything else for an institution. */
export type Short = Record<string, number>;

export const institutionId = (code: string) => asId<"institution">(`inst-${code}`);

export const wantedOf = (short: Short): WantedQuota[] =>
  Object.entries(short).map(([key, seats]) => ({
    ...(key.length === 2
      ? { institutionId: null, country: key }
      : { institutionId: institutionId(key), country: null }),
    seats,
    releaseOn: null,
  }));

export async function addSenders(database: Database, codes: readonly string[]): Promise<void> {
  const values = { country: "MX", createdAt: "2026-10-01T12:00:00.000Z" } as const;
  await database.transact(async (trx) => {
    for (const code of codes)
      await trx
        .insertInto("institution")
        .values({ id: institutionId(code), code: code.toUpperCase(), ...values })
        .execute();
  });
}

/** Somebody of an institution, or of none; from Mexico, or from Japan. */
export async function addSent(database: Database, from: string | null, country = "MX") {
  const email = `${newId<"person">()}@demo.example`;
  const ids = await addPerson(database, { locale: country === "MX" ? "es" : "ja", email });
  if (from)
    await database.transact((trx) =>
      trx
        .updateTable("person")
        .set({ institutionId: institutionId(from) })
        .where("id", "=", ids.personId)
        .execute(),
    );
  return ids;
}

type Where = { workshopId: Id<"workshop">; accountId: Id<"account"> | null; at: Instant };
export const noWindows = { promotionDays: null, freezeDays: null };

export const divide = (trx: Writer, capacity: number, short: Short, { workshopId, ...by }: Where) =>
  divideSeats(trx, workshopId, { capacity, quotas: wantedOf(short), ...noWindows }, by);

export async function release(trx: Writer, key: string, { workshopId, ...by }: Where) {
  const quotas = await listQuotas(trx, workshopId);
  const found = quotas.find((quota) => shortKey(quotaKey(quota)) === key);
  return releaseQuota(trx, { workshopId, quotaId: found?.id ?? asId<"quota">("none") }, by);
}

export const shortKey = (key: string) => key.replace(/^(country|institution):(inst-)?/, "");

/** Who holds or awaits a seat in which group, in the order of each queue; and whether all counters agree with it. */
export async function groupsOf({ read }: Database, workshopId: Id<"workshop">, people: { personId: Id<"person"> }[]) {
  const rows = await read
    .selectFrom("enrolment")
    .leftJoin("quota", "quota.id", "enrolment.quotaId")
    .select(["enrolment.personId", "enrolment.state", "quota.institutionId", "quota.country", "quota.releasedAt"])
    .where("enrolment.workshopId", "=", workshopId)
    .where("enrolment.state", "<>", "withdrawn")
    .orderBy("enrolment.ticket")
    .execute();
  const quotas = await listQuotas(read, workshopId);
  const workshop = await read
    .selectFrom("workshop")
    .select(["capacity", "seatsTaken", "reserveCount", "quotaSeats", "quotaTaken", "quotaReserves"])
    .where("id", "=", workshopId)
    .executeTakeFirstOrThrow();
  const of = (key: string, state: string) =>
    rows
      .filter((row) => (row.institutionId || row.country ? shortKey(quotaKey(row)) : "") === key && row.state === state)
      .map((row) => people.findIndex(({ personId }) => personId === row.personId));
  const groups = Object.fromEntries(
    ["", ...quotas.map((quota) => shortKey(quotaKey(quota))).toSorted()].map((key) => [
      key,
      { seats: of(key, "confirmed").toSorted((a, b) => a - b), queue: of(key, "reserve") },
    ]),
  );
  const inQuotas = (state: string) => rows.filter((row) => row.state === state && (row.institutionId || row.country));
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const counted = {
    capacity: workshop.capacity,
    seatsTaken: count("confirmed"),
    reserveCount: count("reserve"),
    quotaSeats: quotas.reduce((sum, { seats }) => sum + seats, 0),
    quotaTaken: inQuotas("confirmed").length,
    quotaReserves: inQuotas("reserve").length,
  };
  const agree =
    JSON.stringify(counted) === JSON.stringify(workshop) &&
    rows.every(({ releasedAt }) => releasedAt === null) &&
    quotas.every((quota) => {
      const own = groups[shortKey(quotaKey(quota))];
      return quota.seatsTaken === own?.seats.length && quota.reserveCount === own.queue.length;
    });
  return { groups, agree, capacity: workshop.capacity };
}
