import type { By } from "#app/access/actor.ts";
import { addOnBehalf } from "#app/enrolment/behalf/adding/adding.commands.ts";
import { answerOffer } from "#app/enrolment/offers/answers.commands.ts";
import { followOffer } from "#app/enrolment/offers/following.commands.ts";
import { findOwnOffer } from "#app/enrolment/offers/offers.queries.ts";
import { divideSeats } from "#app/enrolment/quotas/quotas.commands.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import type { Writer } from "#db/database.ts";
import { accepted } from "./accepted.ts";
import type { Rows } from "./rows/rows.ts";
import { tokyoMutual } from "./workshops/workshops-planned.ts";

const windows = { promotionDays: 14, freezeDays: 7, confirmDays: 10 };

/** How many days ago a coordinator gave them a seat. The first never answered, the second did, the third still may. */
const given = [
  { email: "ines.montes-de-oca@demo.example", days: 12 },
  { email: "kenta.takahashi@demo.example", days: 5 },
  { email: "official-mx@demo.example", days: 4 },
] as const;

/** Seats of a workshop that their holders confirm: one has lapsed, one is accepted, and one waits for its answer. */
export async function offer(trx: Writer, rows: Rows, at: Instant): Promise<void> {
  const text = rows.workshopText.find(({ title }) => title === tokyoMutual.texts.es?.title);
  const workshop = rows.workshop.find(({ id }) => id === text?.workshopId);
  const accountOf = (email: string) => rows.account.find((one) => one.email === email);
  const coordinator = accountOf("coordinator@demo.example");
  if (!workshop || !coordinator) throw new Error("The demo has no workshop whose seats are confirmed.");
  const by = (days: number): By => ({ accountId: coordinator.id, at: plusDays(at, -days) });
  const division = { capacity: workshop.capacity, quotas: [], ...windows };
  accepted(await divideSeats(trx, workshop.id, division, by(20)));
  for (const [place, { email, days }] of given.entries()) {
    const personId = accountOf(email)?.personId;
    if (!personId) throw new Error(`The demo has nobody with the address ${email}.`);
    const adding = { workshopId: workshop.id, personIds: [personId], reason: null, note: null, seats: 1 };
    accepted(await addOnBehalf(trx, adding, by(days)));
    const asked = await findOwnOffer(trx, workshop.code, personId);
    if (!asked) throw new Error(`In the demo ${email} is asked nothing.`);
    if (place === 0) await followOffer(trx, asked.id, plusDays(at, -1));
    const self = { accountId: accountOf(email)?.id ?? null, at: plusDays(at, -2), via: "self" } as const;
    if (place === 1) accepted(await answerOffer(trx, asked.id, { answer: "accept", note: null }, self));
    // whoever has answered, or may no more, was told long ago
    if (place < 2)
      await trx
        .deleteFrom("outbox")
        .where("event", "=", "enrolment.added")
        .where("workshopId", "=", workshop.id)
        .execute();
  }
}
