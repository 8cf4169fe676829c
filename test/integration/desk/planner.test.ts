import { expect, test } from "vitest";
import * as planner from "#app/desk/planner/planner.route.tsx";
import * as file from "#app/desk/planner/planner-file.route.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";
import { giveRoom } from "./one-room.ts";

async function visitor(database: Database, grant: Parameters<typeof addAccount>[1]) {
  const { accountId } = await addAccount(database, grant);
  const cookie = await cookieFor(database, accountId);
  return async (query: string) => {
    const { data, status } = await knock(planner.loader, { database, path: `/en/desk/planner${query}`, cookie });
    return status === 200 ? data : status;
  };
}

type Seen = Awaited<ReturnType<Awaited<ReturnType<typeof visitor>>>>;

const barsIn = ({ chart }: Seen) => chart.groups.flatMap(({ bars }: Seen["chart"]["groups"][number]) => bars);
const codesIn = (seen: Seen) => barsIn(seen).map(({ code }: { code: string }) => code);
const clashesOf = (seen: Seen) =>
  Object.fromEntries(barsIn(seen).map(({ code, clashes }: { code: string; clashes: string[] }) => [code, clashes]));

describeDatabases("the planner", (open) => {
  test("shows what is held in a period, from a day before it to a day behind it, and nothing else", async () => {
    const database = await open();
    const add = (code: string, startsOn: `${number}-${number}-${number}`, endsOn: typeof startsOn) =>
      addWorkshop(database, { code, startsOn, endsOn });
    await add("BEFORE", "2026-10-26", "2026-10-31");
    await add("INTO", "2026-10-28", "2026-11-01");
    await add("WITHIN", "2026-11-09", "2026-11-13");
    await add("OUT-OF", "2026-11-30", "2026-12-04");
    await add("OVER", "2026-10-01", "2026-12-31");
    await add("BEHIND", "2026-12-01", "2026-12-04");
    const see = await visitor(database, { grants: ["administrator"] });
    expect(codesIn(await see("?period=2026-11")).toSorted()).toEqual(["INTO", "OUT-OF", "OVER", "WITHIN"]);
    expect((await see("?period=2026-Q4")).count).toBe(6);
    expect((await see("?period=fy2025")).count).toBe(0);
    expect((await see("?period=2026-11&state=draft")).count).toBe(0);
    expect((await see("?period=2026-11&country=JP")).count).toBe(0);
    const named = await see("?period=2026-11&programme=WITHIN");
    expect(codesIn(named)).toEqual(["WITHIN"]);
  });

  test("shows a coordinator their own programme's, and an instructor their own workshops", async () => {
    const database = await open();
    const mine = await addWorkshop(database, { code: "MINE" });
    const other = await addWorkshop(database, { code: "OTHER", state: "draft" });
    const programmeId = await programmeOf(database, mine);
    const coordinator = await visitor(database, { grants: [{ role: "coordinator", programmeId }] });
    const instructor = await visitor(database, { grants: [{ role: "instructor", workshopId: other }] });
    for (const group of ["", "&group=host", "&group=programme", "&group=coordinator", "&group=none"]) {
      expect(codesIn(await coordinator(`?period=2026${group}`))).toEqual(["MINE"]);
      expect(codesIn(await instructor(`?period=2026${group}`))).toEqual(["OTHER"]);
    }
    // another's programme cannot even be asked for
    expect(await coordinator("?period=2026&programme=OTHER")).toBe(404);
  });

  test("groups by whoever coordinates: a workshop under each of them, or under nobody", async () => {
    const database = await open();
    const shared = await addWorkshop(database, { code: "SHARED" });
    await addWorkshop(database, { code: "LOST" });
    const programmeId = await programmeOf(database, shared);
    const grants = [{ role: "coordinator" as const, programmeId }];
    await addAccount(database, { grants, person: { familyName: "Zamudio", givenName: "Jorge" } });
    await addAccount(database, { grants, person: { familyName: "Arce", givenName: "Ana" } });
    const see = await visitor(database, { grants: ["administrator"] });
    const { chart } = await see("?period=2026&group=coordinator");
    expect(
      chart.groups.map(({ label, bars }: Seen["chart"]["groups"][number]) => [
        label.text,
        bars.map(({ code }: { code: string }) => code),
      ]),
    ).toEqual([
      ["Ana Arce", ["SHARED"]],
      ["Jorge Zamudio", ["SHARED"]],
      ["No coordinator", ["LOST"]],
    ]);
  });

  test("marks sessions on a day off of the host country, as long as they can be moved", async () => {
    const database = await open();
    const days = { startsOn: "2026-11-16", endsOn: "2026-11-20" } as const;
    await addWorkshop(database, { code: "OPEN", ...days });
    await addWorkshop(database, { code: "OVER", ...days, state: "completed" });
    await addWorkshop(database, { code: "OFF", ...days, state: "cancelled" });
    await addWorkshop(database, { code: "NEXT", startsOn: "2026-11-17", endsOn: "2026-11-20" });
    const see = await visitor(database, { grants: ["administrator"] });
    expect(clashesOf(await see("?period=2026-11"))).toEqual({
      OPEN: ["Sessions on a public holiday: Revolution Day, 16 November 2026."],
      ...{ OVER: [], OFF: [], NEXT: [] },
    });
  });

  test("marks a room that two workshops have at once, names nobody out of reach, and groups by room", async () => {
    const database = await open();
    const mine = await addWorkshop(database, { code: "MINE", startsOn: "2090-11-13", endsOn: "2090-11-17" });
    const other = await addWorkshop(database, { code: "OTHER", startsOn: "2090-11-15", endsOn: "2090-11-19" });
    const cancelled = { code: "OFF", startsOn: "2090-11-13", endsOn: "2090-11-17", state: "cancelled" } as const;
    await giveRoom(database, [mine, other, await addWorkshop(database, cancelled)]);
    const everybody = await visitor(database, { grants: ["administrator"] });
    const one = (workshop: string) => [`School · Room 2 is also booked by ${workshop} at the same time.`];
    const seen = await everybody("?period=2090&group=room");
    expect(clashesOf(seen)).toEqual({ MINE: one("OTHER"), OTHER: one("MINE"), OFF: [] });
    expect(seen.chart.groups.map(({ label }: Seen["chart"]["groups"][number]) => label.text)).toEqual([
      "School · Room 2",
    ]);
    const programmeId = await programmeOf(database, mine);
    const coordinator = await visitor(database, { grants: [{ role: "coordinator", programmeId }] });
    expect(clashesOf(await coordinator("?period=2090"))).toEqual({ MINE: one("another workshop") });
  });

  test("hands its list over as a file, with the same filters", async () => {
    const database = await open();
    await addWorkshop(database, { code: "NOVEMBER" });
    await addWorkshop(database, { code: "JANUARY", startsOn: "2027-01-11", endsOn: "2027-01-15" });
    const { accountId } = await addAccount(database, { grants: ["administrator"] });
    const cookie = await cookieFor(database, accountId);
    const path = "/en/desk/planner.csv?period=2026-11&columns=code,host,clashes";
    const { data } = await knock(file.loader, { database, path, cookie });
    expect(data).toContain("NOVEMBER");
    expect(data).not.toContain("JANUARY");
  });
});
