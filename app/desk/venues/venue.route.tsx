import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { dayOfWeekName } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { localDate } from "#app/time/wall-time.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { archivePlace } from "#app/venues/commands.ts";
import { archiveForm } from "#app/venues/form.ts";
import { listHours, listRooms } from "#app/venues/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import type { Id } from "#db/id.ts";
import { BookingTable } from "./booking-table.tsx";
import { bookingsShown, listBookings } from "./bookings.queries.ts";
import { heldVenue, venueOf } from "./reached-venue.ts";
import { RoomTable } from "./room-table.tsx";

export const loader = guardedLoader("venue.change", async (visit) => {
  const { db, actor, locale, t, at, params, url } = visit;
  const venue = await venueOf(db, params);
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  const rooms = (await listRooms(db, venue.id)).map(({ id, name, equipment, capacity, archivedAt }) => ({
    ...{ id, capacity },
    name: textIn(name, locale),
    equipment: textIn(equipment, locale),
    isArchived: archivedAt !== null,
  }));
  return {
    id: venue.id,
    name: textIn(venue.name, locale),
    address: textIn(venue.address, locale),
    place: t("venues:place", { city: cityOf(venue.zone, t), country: countryName(venue.country, locale, t) }),
    institution: institutionOf(venue.institutionId),
    mapUrl: venue.mapUrl,
    hours: (await listHours(db, venue.id)).map(({ weekday, opensTime, closesTime }) => ({
      term: dayOfWeekName(locale, weekday),
      value: t("common:day.span", { from: opensTime, to: closesTime }),
    })),
    isArchived: venue.archivedAt !== null,
    rooms,
    bookings: await bookingRows(visit, venue.id, new Map(rooms.map(({ id, name }) => [id, name.text]))),
    done: queryChoice(url, "done", ["added", "changed", "roomSaved", "archived", "restored"]),
  };
});

async function bookingRows(
  { db, reach, locale, t, at, actor }: Reading,
  venueId: Id<"venue">,
  rooms: Map<Id<"room">, string>,
) {
  const found = await listBookings(db, venueId, { at, reach });
  return {
    rows: found.slice(0, bookingsShown).map((session) => ({
      id: session.id,
      room: session.roomId ? (rooms.get(session.roomId) ?? null) : null,
      times: sessionTimes(session, { locale, zone: actor.zone }, t),
      session: session.isReached ? { code: session.code, number: session.number } : null,
    })),
    hasMore: found.length > bookingsShown,
  };
}

export const action = guardedAction("venue.change", archiveForm, async ({ trx, by, input, locale, params }) => {
  const { id } = await heldVenue(trx, params);
  const isArchived = input.part === "archiving";
  const roomId = input.roomId || null;
  if (roomId) orNotFound((await listRooms(trx, id, roomId))[0] ?? null);
  await archivePlace(trx, { venueId: id, roomId, isArchived }, by);
  return redirect(to.venue({ locale, venue: id }, { done: isArchived ? "archived" : "restored" }));
});

export default function VenuePage() {
  const { id, name, address, place, rooms, bookings, done, ...venue } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("venues");
  return (
    <Page
      title={name.text}
      heading={<LocalText value={name} note />}
      width="wide"
      over={<span>{place}</span>}
      crumbs={[{ to: to.venues({ locale }), label: t("list.title") }]}
      notice={done ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      action={
        <Button look="plain" href={to.venueFacts({ locale, venue: id })}>
          {t("facts.title")}
        </Button>
      }
    >
      {venue.isArchived ? <Notice tone="warn" title={t("archive.is")} /> : null}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <Section title={t("form.facts")}>
          <Facts
            look="beside"
            facts={[
              { term: t("field.address"), value: address.text ? <LocalText value={address} /> : null },
              {
                term: t("field.institutionId"),
                value: venue.institution ? <LocalText value={venue.institution} /> : null,
              },
              {
                term: t("field.mapUrl"),
                value: venue.mapUrl ? (
                  <a className="link" href={venue.mapUrl} rel="noreferrer">
                    {t("map")}
                  </a>
                ) : null,
              },
            ]}
          />
        </Section>
        <Section title={t("hours.title")}>
          {venue.hours.length ? (
            <Facts look="lines" facts={venue.hours} />
          ) : (
            <p className="text-hint">{t("hours.unknown")}</p>
          )}
        </Section>
      </div>
      <Section title={t("room.title")}>
        <RoomTable venue={id} rooms={rooms} />
        <p className="mt-4 print:hidden">
          <Button look="main" href={to.newRoom({ locale, venue: id })}>
            {t("room.add")}
          </Button>
        </p>
      </Section>
      <Section title={t("booking.title")}>
        <BookingTable {...bookings} />
      </Section>
      <p className="mt-10 print:hidden">
        <PostButton
          look="plain"
          action={to.venue({ locale, venue: id })}
          fields={{ part: venue.isArchived ? "restoring" : "archiving" }}
        >
          {t(venue.isArchived ? "archive.restore" : "archive.button")}
        </PostButton>
      </p>
    </Page>
  );
}
