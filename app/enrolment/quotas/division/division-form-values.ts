import { listQuotas } from "#app/nominations/quotas/queries.ts";
import { quotaKey } from "#app/nominations/quotas/rules.ts";
import type { StoredWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { quotaRows } from "./form.ts";

type Divided = Pick<StoredWorkshop, "id" | "capacity" | "promotionDays" | "freezeDays" | "confirmDays">;

/** How a workshop's seats are divided, as the fields of a form. */
export async function divisionValues(db: Reader, workshop: Divided) {
  const { id, capacity, promotionDays, freezeDays, confirmDays } = workshop;
  const quotas = await listQuotas(db, id);
  return {
    capacity: String(capacity),
    promotionDays: numberText(promotionDays),
    freezeDays: numberText(freezeDays),
    confirmDays: numberText(confirmDays),
    ...quotaRows.write(
      quotas.map(({ seats, releaseOn, ...whose }) => ({
        for: quotaKey(whose),
        seats: String(seats),
        releaseOn: releaseOn ?? "",
      })),
    ),
  };
}

const numberText = (number: number | null) => (number === null ? "" : String(number));
