import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import { isInstitution } from "#app/institutions/queries.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { openingHoursOf, type RoomInput, roomTexts, type VenueInput, venueTexts } from "./form.ts";

type VenueOutcome = { status: "saved"; id: Id<"venue"> } | { status: "refused"; because: "noSuchInstitution" };

/** Adds a venue, or changes the one of this id. Whoever changes it holds it. */
export async function saveVenue(
  trx: Writer,
  known: Id<"venue"> | null,
  input: VenueInput,
  { accountId, at }: By,
): Promise<VenueOutcome> {
  const { country, zone, mapUrl } = input;
  const institutionId = input.institutionId || null;
  if (institutionId && !(await isInstitution(trx, institutionId)))
    return { status: "refused", because: "noSuchInstitution" };
  const id = known ?? newId<"venue">();
  const facts = { country, zone, institutionId, mapUrl };
  if (known) await trx.updateTable("venue").set(facts).where("id", "=", id).execute();
  else
    await trx
      .insertInto("venue")
      .values({ id, ...facts, createdAt: at })
      .execute();
  await saveTexts(trx, id, input);
  await saveHours(trx, id, input);
  await audit(trx, at, { accountId, action: known ? "venue.changed" : "venue.added", subjectId: id });
  return { status: "saved", id };
}

async function saveTexts(trx: Writer, venueId: Id<"venue">, input: VenueInput) {
  const [name, address] = [venueTexts.name.read(input), venueTexts.address.read(input)];
  await trx.deleteFrom("venueText").where("venueId", "=", venueId).execute();
  await trx
    .insertInto("venueText")
    .values(locales.map((locale) => ({ venueId, locale, name: name[locale], address: address[locale] })))
    .execute();
}

async function saveHours(trx: Writer, venueId: Id<"venue">, input: VenueInput) {
  await trx.deleteFrom("venueHours").where("venueId", "=", venueId).execute();
  const hours = openingHoursOf(input).hours.map((day) => ({ ...day, venueId }));
  if (hours.length) await trx.insertInto("venueHours").values(hours).execute();
}

type RoomOf = { venueId: Id<"venue">; known: Id<"room"> | null };

/** Adds a room to a venue, or changes one of it. The venue is held. */
export async function saveRoom(
  trx: Writer,
  { venueId, known }: RoomOf,
  input: RoomInput,
  { accountId, at }: By,
): Promise<void> {
  const id = known ?? newId<"room">();
  const capacity = input.capacity ? Number(input.capacity) : null;
  if (known) await trx.updateTable("room").set({ capacity }).where("id", "=", id).execute();
  else
    await trx
      .insertInto("room")
      .values({ id, venueId, capacity, position: await nextPosition(trx, venueId) })
      .execute();
  const [name, equipment] = [roomTexts.name.read(input), roomTexts.equipment.read(input)];
  await trx.deleteFrom("roomText").where("roomId", "=", id).execute();
  await trx
    .insertInto("roomText")
    .values(locales.map((locale) => ({ roomId: id, locale, name: name[locale], equipment: equipment[locale] })))
    .execute();
  const action = known ? "venue.roomChanged" : "venue.roomAdded";
  await audit(trx, at, { accountId, action, subjectId: venueId, details: { roomId: id } });
}

async function nextPosition(trx: Writer, venueId: Id<"venue">): Promise<number> {
  const { last } = await trx
    .selectFrom("room")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("venueId", "=", venueId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Forms no longer offer a venue, or one of its rooms, or do so again. Sessions that have booked it keep it. */
export async function archivePlace(
  trx: Writer,
  { venueId, roomId, isArchived }: { venueId: Id<"venue">; roomId: Id<"room"> | null; isArchived: boolean },
  { accountId, at }: By,
): Promise<void> {
  const archivedAt = isArchived ? at : null;
  const from = isArchived ? "is" : "is not";
  const { numUpdatedRows } = roomId
    ? await trx
        .updateTable("room")
        .set({ archivedAt })
        .where("id", "=", roomId)
        .where("venueId", "=", venueId)
        .where("archivedAt", from, null)
        .executeTakeFirst()
    : await trx
        .updateTable("venue")
        .set({ archivedAt })
        .where("id", "=", venueId)
        .where("archivedAt", from, null)
        .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const action = isArchived ? "venue.archived" : "venue.restored";
  await audit(trx, at, { accountId, action, subjectId: venueId, details: roomId ? { roomId } : {} });
}
