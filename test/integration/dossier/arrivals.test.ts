import { expect, test } from "vitest";
import { loader } from "#app/dossier/arrivals/arrivals.route.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { code, preparingWorld, stay } from "./preparing.ts";

describeDatabases("the list of arrivals", (open) => {
  test("is a paper in each language once somebody's arrival is known, for the coordinators alone", async () => {
    const database = await open();
    const { coordinator, stranger, seats } = await preparingWorld(database);
    const cookie = await cookieFor(database, coordinator.accountId);
    const path = (locale: string) => `/${locale}/desk/workshops/${code}/dossier/arrivals.pdf`;
    const early = await knock(loader, { database, path: path("es"), cookie });
    expect(early.location).toBe(`/es/desk/workshops/${code}/dossier`);
    const known = { arrivalCarrier: "AM 57", arrivalPlace: "MEX", arrivalOn: "2027-01-03", arrivalTime: "18:40" };
    await stay(database, seats.haruka, { ...known, lodgingName: "Hotel" });
    for (const locale of ["es", "ja", "en"]) {
      const made = await knock(loader, { database, path: path(locale), cookie });
      expect([made.status, made.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    }
    const other = await cookieFor(database, stranger.accountId);
    expect((await knock(loader, { database, path: path("es"), cookie: other })).status).toBe(404);
  });
});
