import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { action as add, loader as addLoader } from "#app/attendance/session/session-new.route.tsx";
import { loader as page } from "#app/catalogue/workshop.route.tsx";
import { loader as me } from "#app/enrolment/own/me.route.tsx";
import { blocksIn } from "#app/timetable/session/blocks.rules.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addWorkshop } from "#test/support/world.ts";

const at = "2026-11-01T18:00:00.000Z" as const;
beforeEach(() => void vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const desk = "/es/desk/workshops/MJ-1";
const visit = {
  ...{ kind: "siteVisit", date: "2026-11-23", startsTime: "08:00", endsTime: "08:45", place: "", "title.es": "Aduana" },
  ...{ interpretation: "none", isCounted: "1", mode: "hybrid", "meetingPoint.es": "Puerta 3", "fallback.ja": "教室" },
};

describeDatabases("what to know of a visit", (open) => {
  test("is read by those who have a seat and those who plan, and by nobody else", async () => {
    const database = await open();
    const workshopId = await addWorkshop(database, { code: "MJ-1" });
    const planner = await addAccount(database, { grants: ["administrator"] });
    const plans = await cookieFor(database, planner.accountId, at);
    const saved = await knock(add, { database, cookie: plans, path: `${desk}/sessions/new`, form: visit });
    expect(saved.status).toBe(302);
    const cookies: Record<string, string> = { guest: "", plans };
    for (const state of ["confirmed", "reserve", "withdrawn"] as const) {
      const { personId, accountId } = await addAccount(database, { grants: ["official"] });
      await addEnrolment(database, { workshopId, personId, state, ticket: Object.keys(cookies).length });
      cookies[state] = await cookieFor(database, accountId, at);
    }
    const look = async (cookie = "") =>
      (await knock(page, { database, ...(cookie && { cookie }), path: "/es/workshops/MJ-1" })).data;
    const seen = async (cookie: string) => {
      const shown = JSON.stringify(await look(cookie));
      expect(shown).toContain("Aduana");
      return shown.includes("Puerta 3");
    };
    const who: Record<string, boolean> = {};
    for (const [name, cookie] of Object.entries(cookies)) who[name] = await seen(cookie);
    expect(who).toEqual({ guest: false, plans: true, confirmed: true, reserve: false, withdrawn: false });
    const { data } = await knock(me, { database, cookie: cookies.confirmed, path: "/es/me" });
    expect(data.next.visit).toEqual([
      { field: "meetingPoint", text: { text: "Puerta 3", lang: "es" } },
      { field: "fallback", text: { text: "教室", lang: "ja" } },
    ]);
    expect(JSON.stringify(await look())).toContain('"mode":"hybrid"');
  });

  test("a block of the day is filled in by its address", async () => {
    const database = await open();
    await addWorkshop(database, { code: "MJ-1" });
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId, at);
    const initial = async (query: string) =>
      (await knock(addLoader, { database, cookie, path: `${desk}/sessions/new${query}` })).data.initial;
    expect(await initial("?block=3")).toMatchObject({ startsTime: "16:00", endsTime: "17:30" });
    for (const wrong of ["?block=9", "?block=x", ""]) expect(await initial(wrong)).toMatchObject({ endsTime: "" });
  });
});

test("periods of a day follow each other in both countries", () => {
  for (const zone of ["Asia/Tokyo", "America/Tijuana"] as const) {
    const periods = blocksIn(zone).filter(({ name }) => name === "period");
    expect(periods).toHaveLength(4);
    for (const [index, { starts, ends }] of periods.entries()) {
      expect(starts < ends).toBe(true);
      expect(starts > (periods[index - 1]?.ends ?? "")).toBe(true);
    }
  }
});
