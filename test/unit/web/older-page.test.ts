import { describe, expect, test } from "vitest";
import { z } from "zod";
import { takes } from "#app/web/doors/door.ts";
import { errorsOfOlderPage } from "#app/web/older-page.ts";
import { sitePlaces } from "#test/support/site.ts";

const form = z.object({ title: z.string(), kind: z.string() });
const older = { "": "common:form.older", venue: "common:form.unplaced" };

describe("a form of a page that is older than the program", () => {
  test("is fine where each of its texts has a field", () => {
    expect(errorsOfOlderPage(form, { title: "x" })).toBeNull();
    expect(
      errorsOfOlderPage(form, { title: "x", venue: "", room: " \n", seen: "{}", "choice.title": "mine" }),
    ).toBeNull();
  });

  test("says which text has no field any more", () => {
    expect(errorsOfOlderPage(form, { title: "x", venue: "Aduana" })).toEqual(older);
    expect(errorsOfOlderPage(form, { venue: ["", "Aduana"] })).toEqual(older);
  });

  test.each([
    ["refined", form.superRefine(() => {})],
    ["turned into something else", form.transform(() => null)],
    ["read in another way", z.preprocess((sent) => sent, form)],
    [
      "in parts",
      z.discriminatedUnion("part", [
        form.extend({ part: z.literal("a") }),
        form.extend({ part: z.literal("b") }).refine(() => true),
      ]),
    ],
  ])("sees the fields of a form that is %s", (_, shape) => {
    expect(errorsOfOlderPage(shape, { title: "x", kind: "y", venue: "Aduana" })).toEqual(older);
    expect(errorsOfOlderPage(shape, { title: "x", kind: "y" })).toBeNull();
  });

  test("a form that takes any field knows them all", () => {
    expect(errorsOfOlderPage(form.catchall(z.unknown()), { venue: "Aduana" })).toBeNull();
    expect(errorsOfOlderPage(z.record(z.string(), z.string()), { venue: "Aduana" })).toBeNull();
  });
});

// every page of the site: that takes its time
const places = await sitePlaces();

test("each form of ours says which fields it has, but for those with one for each person, session or workshop", () => {
  const actions = places.filter(({ action }) => action);
  const open = actions.filter(({ action }) => errorsOfOlderPage(action![takes], { "no-such-field": "x" }) === null);
  expect(open.map(({ path }) => path)).toEqual([
    // rows of a list, which of its people is meant
    "/:l/nominations/:code/list",
    // a field for each question
    "/:l/workshops/:code/application/sections/:section",
    "/:l/desk/people/import/:id",
    // which of two hours is meant, of each session that is asked about
    "/:l/desk/workshops/:code/postponement",
    // cells of a table, titles and hours of sessions
    "/:l/desk/workshops/:code/copy",
    "/:l/desk/workshops/:code/timetable/paste",
    "/:l/desk/workshops/:code/timetable/shift",
    "/:l/desk/workshops/:code/timetable/texts",
    "/:l/desk/workshops/:code/sessions/:n/repeat",
    "/:l/desk/workshops/:code/sessions/:n/attendance",
    "/:l/desk/people/:person/merge/:other",
  ]);
});
