import { expect, test } from "vitest";
import { type Announced, eventData, jsonForScript, withOffset } from "#app/catalogue/workshop/event-data.ts";

const workshop: Announced = {
  ...{ title: "Valoración aduanera", summary: "", venue: "Escuela de Aduanas", country: "MX" },
  ...{ url: "https://puente.example/es/workshops/MJ-1", state: "open", mode: "onSite", zone: "America/Tijuana" },
  ...{ startsOn: "2026-10-30", endsOn: "2026-11-03" },
  ...{ beginsAt: "2026-10-30T16:00:00.000Z", endsAt: "2026-11-03T19:30:00.000Z" },
  ...{ capacity: 12, languages: ["es", "ja"], organizer: "Aduanas", contact: null },
  programme: { title: "Fronteras", url: "https://puente.example/es/programmes/MJ" },
};

test("a workshop is an event that begins and ends by the clock at its venue, on either side of summer time", () => {
  expect(eventData(workshop)).toEqual({
    "@context": "https://schema.org",
    "@type": "Event",
    name: "Valoración aduanera",
    url: "https://puente.example/es/workshops/MJ-1",
    startDate: "2026-10-30T09:00:00-07:00",
    endDate: "2026-11-03T11:30:00-08:00",
    eventStatus: "https://schema.org/EventScheduled",
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: {
      "@type": "Place",
      name: "Escuela de Aduanas",
      address: { "@type": "PostalAddress", addressCountry: "MX" },
    },
    organizer: { "@type": "Organization", name: "Aduanas" },
    inLanguage: ["es", "ja"],
    maximumAttendeeCapacity: 12,
    superEvent: { "@type": "EventSeries", name: "Fronteras", url: "https://puente.example/es/programmes/MJ" },
  });
});

test("before it has sessions, its days are told", () => {
  const { startDate, endDate } = eventData({ ...workshop, beginsAt: null, endsAt: null });
  expect([startDate, endDate]).toEqual(["2026-10-30", "2026-11-03"]);
});

test("one that is cancelled says so", () => {
  expect(eventData({ ...workshop, state: "cancelled" }).eventStatus).toBe("https://schema.org/EventCancelled");
});

test("its page stands for the place online, beside the venue where it has both", () => {
  const online = { "@type": "VirtualLocation", url: workshop.url };
  expect(eventData({ ...workshop, mode: "online" }).location).toEqual(online);
  const both = eventData({ ...workshop, mode: "hybrid", venue: "" }).location;
  expect(both).toEqual([{ "@type": "Place", address: { "@type": "PostalAddress", addressCountry: "MX" } }, online]);
});

test("one without a host on record names nobody", () => {
  expect(eventData({ ...workshop, organizer: null })).not.toHaveProperty("organizer");
});

test("whom anybody may ask is asked at the host", () => {
  const contact = { name: "Capacitación", email: "c@aduanas.example", phone: "" };
  expect(eventData({ ...workshop, contact }).organizer).toEqual({
    ...{ "@type": "Organization", name: "Aduanas" },
    contactPoint: { "@type": "ContactPoint", name: "Capacitación", email: "c@aduanas.example" },
  });
});

test.each([
  ["2026-01-01T00:00:00.000Z", "Asia/Tokyo", "2026-01-01T09:00:00+09:00"],
  ["2026-01-01T00:00:00.000Z", "America/Mexico_City", "2025-12-31T18:00:00-06:00"],
  ["2026-01-01T00:00:00.000Z", "UTC", "2026-01-01T00:00:00+00:00"],
] as const)("%s in %s is %s", (at, zone, text) => {
  expect(withOffset(at, zone)).toBe(text);
});

test("no text ends the script in which it stands, and it is read back as it was", () => {
  const text = `</script><script>alert(1)</script><!-- & \u2028 "quoted"`;
  const written = jsonForScript({ text });
  expect(written).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(written)).toEqual({ text });
});
