import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { listQuotas } from "#app/nominations/quotas/queries.ts";
import { daysBetween, plusLocalDays } from "#app/time/wall-time.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import type { Writer } from "#db/database.ts";
import { divideSeats } from "./quotas.commands.ts";

/** The seats of a new edition are divided as those of the former one; days of release keep their distance. */
export async function copyDivision(trx: Writer, former: HeldWorkshop, code: string, by: By): Promise<void> {
  const { promotionDays, freezeDays, confirmDays, startsOn } = former;
  const quotas = await listQuotas(trx, former.id);
  if (!quotas.length && promotionDays === null && freezeDays === null && confirmDays === null) return;
  const copy = await findWorkshop(trx, code, everywhere);
  if (!copy) return;
  const days = daysBetween(startsOn, copy.startsOn);
  const division = quotas.map(({ institutionId, country, seats, releaseOn }) => ({
    ...{ institutionId, country, seats },
    releaseOn: releaseOn && plusLocalDays(releaseOn, days),
  }));
  const wanted = { capacity: copy.capacity, quotas: division, promotionDays, freezeDays, confirmDays };
  const outcome = await divideSeats(trx, copy.id, wanted, by);
  if (outcome.status === "refused") throw new Error(`A division that fitted does not: ${outcome.because}`);
}
