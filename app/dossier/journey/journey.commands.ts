import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { plusLocalDays, type WallTime } from "#app/time/wall-time.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import { sessionsBeginOn, sessionsEndOn } from "#app/workshops/life/life.rules.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type Direction, directions } from "../rules.ts";
import { type JourneyInput, journeyIn, type StayInput } from "./form.ts";

type Outcome = { status: "saved" } | { status: "refused"; field: `${Direction}On`; because: "farAway" };

/** Who comes to a workshop comes within so many days of it, and leaves so. */
const mostDays = 60;

/** How somebody arrives and leaves, on the workshop's clock. The workshop is held. */
export async function saveJourney(
  trx: Writer,
  workshop: HeldWorkshop,
  { enrolmentId, input }: { enrolmentId: Id<"enrolment">; input: JourneyInput },
  by: By,
): Promise<Outcome> {
  const earliest = plusLocalDays(sessionsBeginOn(workshop), -mostDays);
  const latest = plusLocalDays(sessionsEndOn(workshop), mostDays);
  for (const direction of directions) {
    const { on } = journeyIn(input, direction);
    if (on && (on < earliest || on > latest)) return { status: "refused", field: `${direction}On`, because: "farAway" };
  }
  await trx.deleteFrom("dossierJourney").where("enrolmentId", "=", enrolmentId).execute();
  const rows = directions.flatMap((direction) => {
    const { carrier, place, on, time } = journeyIn(input, direction);
    if (!on || !time) return [];
    const atLocal = `${on}T${time}` as WallTime;
    return [{ enrolmentId, direction, carrier, place, atLocal, zone: workshop.zone, changedAt: by.at }];
  });
  if (rows.length) await trx.insertInto("dossierJourney").values(rows).execute();
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "dossier.journeyChanged",
    subjectId: enrolmentId,
    details: { known: rows.map(({ direction }) => direction) },
  });
  return { status: "saved" };
}

/** The same, and where they stay. */
export async function saveStay(
  trx: Writer,
  workshop: HeldWorkshop,
  { enrolmentId, input }: { enrolmentId: Id<"enrolment">; input: StayInput },
  by: By,
): Promise<Outcome> {
  const outcome = await saveJourney(trx, workshop, { enrolmentId, input }, by);
  if (outcome.status === "refused") return outcome;
  const { lodgingName, lodgingAddress, lodgingTelephone, lodgingFrom, lodgingTo } = input;
  await trx.deleteFrom("dossierLodging").where("enrolmentId", "=", enrolmentId).execute();
  if (lodgingName)
    await trx
      .insertInto("dossierLodging")
      .values({
        ...{ enrolmentId, name: lodgingName, address: lodgingAddress, telephone: lodgingTelephone },
        ...{ fromOn: lodgingFrom, toOn: lodgingTo, changedAt: by.at },
      })
      .execute();
  await audit(trx, by.at, {
    accountId: by.accountId,
    action: "dossier.lodgingChanged",
    subjectId: enrolmentId,
    details: { isKnown: lodgingName !== "" },
  });
  return { status: "saved" };
}
