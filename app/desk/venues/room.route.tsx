import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { saveRoom } from "#app/venues/commands.ts";
import { roomForm } from "#app/venues/form.ts";
import { roomValues } from "#app/venues/form-values.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { heldVenue, roomOf, venueOf } from "./reached-venue.ts";
import { RoomForm } from "./room-form.tsx";

export const loader = guardedLoader("venue.change", async ({ db, locale, params }) => {
  const { id, name } = await venueOf(db, params);
  const room = await roomOf(db, params);
  return {
    id,
    venue: textIn(name, locale).text,
    name: textIn(room.name, locale).text,
    initial: roomValues(room),
  };
});

export const action = guardedEdit("venue.change", roomForm, {
  async hold({ trx, params }) {
    const { id } = await heldVenue(trx, params);
    return { venueId: id, room: await roomOf(trx, params) };
  },
  stored: async (_, { room }) => roomValues(room),
  record: (_, { venueId }) => ({ actions: ["venue.roomChanged", "venue.roomAdded"], subjectId: venueId }),
  async save({ trx, by, input, locale }, { venueId, room }) {
    await saveRoom(trx, { venueId, known: room.id }, input, by);
    return redirect(to.venue({ locale, venue: venueId }, { done: "roomSaved" }));
  },
});

export default function RoomPage() {
  const { id, venue, name, initial } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("venues");
  return (
    <Page
      title={name}
      width="wide"
      crumbs={[
        { to: to.venues({ locale }), label: t("list.title") },
        { to: to.venue({ locale, venue: id }), label: venue },
      ]}
    >
      <RoomForm initial={initial} submit={t("room.save")} />
    </Page>
  );
}
