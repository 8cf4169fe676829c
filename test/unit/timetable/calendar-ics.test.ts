import { expect, test } from "vitest";
import { calendarFileName, workshopCalendar } from "#app/timetable/calendar-ics.ts";
import { usualPlace } from "#app/timetable/place.ts";
import { id } from "#test/support/ids.ts";

const workshop = {
  code: "MJ-2026-04",
  state: "open",
  zone: "America/Mexico_City",
  changedAt: "2026-10-01T12:30:00.000Z",
  texts: { title: { es: "Valoración aduanera", ja: "関税評価" }, venue: { es: "Ciudad de México" } },
} as const;
const session = {
  id: id("session", "s1"),
  zone: "America/Mexico_City",
  startsLocal: "2026-11-23T09:00",
  endsLocal: "2026-11-23T11:00",
  startsAt: "2026-11-23T15:00:00.000Z",
  endsAt: "2026-11-23T17:00:00.000Z",
  title: { es: "Inauguración", ja: "開講式" },
  room: "Sala 2",
  place: usualPlace,
  joinUrl: "",
  isRemoved: false,
} as const;
const appUrl = "https://puente.example";

const written = (locale: "es" | "ja" | "en", change = {}) =>
  workshopCalendar(workshop, [{ ...session, ...change }], { locale, appUrl })
    .replaceAll("\r\n ", "")
    .split("\r\n");

test("a calendar speaks its reader's language, and tells the venue's time", () => {
  expect(written("ja")).toEqual(
    expect.arrayContaining([
      "X-WR-CALNAME:関税評価",
      "SUMMARY:開講式",
      "LOCATION:Ciudad de México Sala 2",
      "DESCRIPTION:関税評価\\n会場の時刻：09:00〜11:00（メキシコシティ UTC−6）\\nhttps://puente.example/ja/workshops/MJ-2026-04",
    ]),
  );
});

test("a workshop that was cancelled takes its sessions out of calendars that have them", () => {
  const cancelled = workshopCalendar({ ...workshop, state: "cancelled" }, [session], { locale: "es", appUrl });
  expect(cancelled).toContain("STATUS:CANCELLED");
  expect(written("es").join()).not.toContain("STATUS");
});

test("a session that was removed takes itself out, and whoever has left loses all of them", () => {
  const statuses = (change: object, edition: object) =>
    workshopCalendar(workshop, [session, { ...session, ...change }], { locale: "es", appUrl, ...edition }).match(
      /STATUS:CANCELLED/g,
    );
  expect(statuses({ isRemoved: true }, {})).toHaveLength(1);
  expect(statuses({}, { isLeft: true })).toHaveLength(2);
});

test("who teaches stands in the calendar of everybody where they are handed over, and nowhere else", () => {
  const teachers = new Map([[session.id, "María Núñez y Hideki Honda"]]);
  const shown = workshopCalendar(workshop, [session], { locale: "es", appUrl, teachers }).replaceAll("\r\n ", "");
  expect(shown).toContain("\\nImparte: María Núñez y Hideki Honda\\n");
  expect(written("es").join()).not.toContain("Imparte");
});

test("what a language lacks comes from another", () => {
  expect(written("en")).toContain("SUMMARY:Inauguración");
});

test("a session without a title has its workshop's", () => {
  expect(written("es", { title: {} })).toContain("SUMMARY:Valoración aduanera");
});

test("a workshop's code cannot lead out of the file's name", () => {
  expect(calendarFileName(workshop)).toBe("MJ-2026-04.ics");
  expect(calendarFileName({ code: '../a"\r\nb' })).toBe("___a___b.ics");
});

test("whoever takes part reads what to know of a visit, in their language; nobody else does", () => {
  const text = (es: string, ja = "") => ({ es, ja });
  const visit = {
    ...{ host: text("Lic. Ruiz"), meetingPoint: text("Puerta 3,\n8:45", "3番ゲート"), forbidden: {} },
    ...{ vehicle: text(""), fallback: text("Sala 2") },
  };
  const calendar = (edition: object) =>
    workshopCalendar(workshop, [{ ...session, visit }], { locale: "ja", appUrl, ...edition }).replaceAll("\r\n ", "");
  expect(calendar({ isForMember: true })).toContain("集合場所・時刻：3番ゲート\\n");
  expect(calendar({ isForMember: true })).not.toContain("車両");
  for (const edition of [{}, { isForMember: true, isLeft: true }]) expect(calendar(edition)).not.toContain("3番ゲート");
});
