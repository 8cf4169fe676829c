import { expect, test } from "vitest";
import { createOneTimeLink } from "#app/sign-in/links/one-time-links.commands.ts";
import type { LinkPurpose } from "#app/sign-in/links/one-time-links.queries.ts";
import { now } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { castDemo } from "#test/support/cast.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { id } from "#test/support/ids.ts";
import { addressOf, recordOf, sitePlaces, undoing } from "#test/support/site.ts";
import { knock } from "#test/support/visit.ts";

const missing = {
  l: "es",
  code: "MJ-1999-99",
  number: "MJ-1999-99-0001-00000000000000000000000000",
  file: "MJ-1999-99.pdf",
  paper: "timetable.pdf",
  id: "none",
  enrolment: "none",
  message: "none",
  indicator: "none",
  cost: "none",
  tariff: "none",
  venue: "none",
  room: "none",
  module: "none",
  token: "none",
  member: "none",
  nomination: "none",
  section: "none",
  task: "999",
  question: "999",
  letter: "1",
  n: "1",
  version: "1",
};

/** A redirect to sign in reads `in`, any other `→`. */
const shown = (status: number, location: string | null) =>
  status >= 300 && status < 400 ? (location?.includes("/sign-in") ? " in" : "  →") : String(status);

/** A link for an account's password, and one that makes the first administrator. */
const addLinks = (database: Database, id: Id<"account">) =>
  database.transact(async (trx) => {
    const link = (accountId: Id<"account"> | null, purpose: LinkPurpose) =>
      createOneTimeLink(trx, { accountId, purpose, at: now(), minutes: 60 });
    return { own: await link(id, "password"), foreign: await link(null, "firstAdministrator") };
  });

describeDatabases("who may open what", (open) => {
  test("role × address × object (own, somebody else's, missing), reviewed line by line", {
    timeout: 300_000,
  }, async () => {
    const { database, cookies, ...cast } = await castDemo(open);
    const links = await addLinks(database, id("account", cast.own.id ?? ""));
    const objects = {
      own: { ...cast.own, token: links.own, paper: "timetable.pdf" },
      foreign: { ...cast.foreign, token: links.foreign, paper: "timetable.pdf" },
      missing,
    };
    const lines = [
      `${"".padEnd(62)}${Object.keys(cookies)
        .map((name) => name.padStart(12))
        .join("")}`,
    ];
    for (const { path, loader, action } of await sitePlaces()) {
      const kinds =
        path.includes("/:") && /:(?!l\b)/.test(path) ? (["own", "foreign", "missing"] as const) : (["own"] as const);
      for (const kind of kinds) {
        for (const [method, door] of Object.entries({ GET: loader, POST: action })) {
          if (!door) continue;
          const cells: string[] = [];
          for (const cookie of Object.values(cookies)) {
            const form = method === "POST" ? {} : undefined;
            const { status, location } = await knock(door, {
              database: undoing(database),
              path: addressOf(path, { ...objects[kind], ...recordOf(path, kind) }),
              form,
              cookie,
            });
            cells.push(shown(status, location).padStart(12));
          }
          lines.push(`${`${method.padEnd(4)} ${path} ${kinds.length > 1 ? kind : ""}`.padEnd(62)}${cells.join("")}`);
        }
      }
    }
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("matrix.txt");
  });
});
