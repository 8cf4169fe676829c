import { listQuotas } from "#app/nominations/quotas/queries.ts";
import { quotaKey } from "#app/nominations/quotas/rules.ts";
import type { StoredWorkshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { quotaRows } from "./form.ts";

type Divided = Pick<StoredWorkshop, "id" | "capacity" | "promotionDays" | "freezeDays">;

/** How a workshop's seats are divided, as the fields of a form. */
export async function divisionValues(db: Reader, { id, capacity, promotionDays, freezeDays }: Divided) {
  const quotas = await listQuotas(db, id);
  return {
    capacity: String(capacity),
    promotionDays: numberText(promotionDays),
    freezeDays: numberText(freezeDays),
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
