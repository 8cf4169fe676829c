import type { By } from "#app/access/actor.ts";
import { divideSeats } from "#app/enrolment/quotas/quotas.commands.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { plusLocalDays } from "#app/time/wall-time.ts";
import type { Writer } from "#db/database.ts";
import type { Rows } from "./rows/rows.ts";
import { online } from "./workshops/workshops-under-way.ts";

/** Days before the first one on which seats that nobody has used go to the common pool; then nobody moves up. */
const days = { release: 21, promotion: 14, freeze: 7 };

/**
 * Keeps seats of the workshop held online for a country, whose seats are all taken, and for two institutions, of which
 * one has sent nobody yet; the rest is the common pool.
 */
export async function divide(trx: Writer, rows: Rows, at: Instant): Promise<void> {
  const text = rows.workshopText.find(({ title }) => title === online.texts.es?.title);
  const workshop = rows.workshop.find(({ id }) => id === text?.workshopId);
  const coordinator = rows.account.find(({ email }) => email === "coordinator@demo.example");
  if (!workshop || !coordinator) throw new Error("The demo has nobody who divides the seats of its online workshop.");
  const institutionOf = (code: string) => rows.institution.find((one) => one.code === code)?.id ?? null;
  const releaseOn = plusLocalDays(workshop.startsOn, -days.release);
  const division = {
    capacity: workshop.capacity,
    promotionDays: days.promotion,
    freezeDays: days.freeze,
    quotas: [
      { institutionId: null, country: "JP", seats: 5, releaseOn: null },
      { institutionId: institutionOf("MX-CUSTOMS"), country: null, seats: 8, releaseOn: null },
      { institutionId: institutionOf("CONAGUA"), country: null, seats: 2, releaseOn },
    ],
  };
  const by: By = { accountId: coordinator.id, at: plusDays(at, -20) };
  const outcome = await divideSeats(trx, workshop.id, division, by);
  if (outcome.status === "refused") throw new Error(`The demo's seats are not divided: ${outcome.because}.`);
}
