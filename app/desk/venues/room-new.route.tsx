import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { saveRoom } from "#app/venues/commands.ts";
import { roomForm } from "#app/venues/form.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { heldVenue, venueOf } from "./reached-venue.ts";
import { RoomForm } from "./room-form.tsx";

export const loader = guardedLoader("venue.change", async ({ db, locale, params }) => {
  const { id, name } = await venueOf(db, params);
  return { id, name: textIn(name, locale).text };
});

export const action = guardedAction("venue.change", roomForm, async ({ trx, by, input, locale, params }) => {
  const { id } = await heldVenue(trx, params);
  await saveRoom(trx, { venueId: id, known: null }, input, by);
  return redirect(to.venue({ locale, venue: id }, { done: "roomSaved" }));
});

export default function NewRoomPage() {
  const { id, name } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("venues");
  return (
    <Page
      title={t("room.new")}
      width="wide"
      crumbs={[
        { to: to.venues({ locale }), label: t("list.title") },
        { to: to.venue({ locale, venue: id }), label: name },
      ]}
    >
      <RoomForm submit={t("room.add")} />
    </Page>
  );
}
