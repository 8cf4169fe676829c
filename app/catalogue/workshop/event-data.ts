import type { Instant } from "#app/time/instant.ts";
import { offsetMinutes } from "#app/time/offset.ts";
import { instantToWall, type LocalDate } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { ContactView } from "./contact-view.ts";

/** What search engines are told of a workshop, its texts in the page's language. */
export type Announced = {
  title: string;
  summary: string;
  venue: string;
  country: string;
  /** Of its page. */
  url: string;
  state: WorkshopState;
  mode: "onSite" | "online" | "hybrid";
  zone: Zone;
  startsOn: LocalDate;
  endsOn: LocalDate;
  /** Of the first session and the last; null before there are any. */
  beginsAt: Instant | null;
  endsAt: Instant | null;
  capacity: number;
  languages: readonly string[];
  organizer: string | null;
  contact: ContactView | null;
  programme: { title: string; url: string };
};

const attendance = { onSite: "Offline", online: "Online", hybrid: "Mixed" } as const;

/**
 * A workshop as schema.org knows an Event. Whoever is seated is told where to join; here the page stands for the place.
 * @returns an object for `application/ld+json`
 */
export function eventData(workshop: Announced): Record<string, unknown> {
  const { title, summary, url, state, mode, zone, programme } = workshop;
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: title,
    ...(summary && { description: summary }),
    url,
    startDate: workshop.beginsAt ? withOffset(workshop.beginsAt, zone) : workshop.startsOn,
    endDate: workshop.endsAt ? withOffset(workshop.endsAt, zone) : workshop.endsOn,
    eventStatus: `https://schema.org/${state === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${attendance[mode]}EventAttendanceMode`,
    location: locationOf(workshop),
    ...organizerOf(workshop),
    inLanguage: workshop.languages,
    maximumAttendeeCapacity: workshop.capacity,
    superEvent: { "@type": "EventSeries", name: programme.title, url: programme.url },
  };
}

function organizerOf({ organizer, contact }: Announced): object {
  if (!organizer) return {};
  const contactPoint = contact && {
    "@type": "ContactPoint",
    ...(contact.name && { name: contact.name }),
    ...(contact.email && { email: contact.email }),
    ...(contact.phone && { telephone: contact.phone }),
  };
  return { organizer: { "@type": "Organization", name: organizer, ...(contactPoint && { contactPoint }) } };
}

function locationOf({ mode, venue, country, url }: Announced): object {
  const place = {
    "@type": "Place",
    ...(venue && { name: venue }),
    address: { "@type": "PostalAddress", addressCountry: country },
  };
  const online = { "@type": "VirtualLocation", url };
  if (mode === "online") return online;
  return mode === "onSite" ? place : [place, online];
}

/** `2026-11-23T09:00:00-06:00`: what the clock at the venue shows, and how far that is from UTC. */
export function withOffset(at: Instant, zone: Zone): string {
  const wall = instantToWall(at, zone);
  const offset = offsetMinutes(at, wall);
  const two = (count: number) => String(count).padStart(2, "0");
  const apart = Math.abs(offset);
  return `${wall}:00${offset < 0 ? "-" : "+"}${two(Math.trunc(apart / 60))}:${two(apart % 60)}`;
}

/** JSON as it may stand within a script element: nothing in it ends the element or opens a comment. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
