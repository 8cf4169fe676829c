import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { newPage, seen, signIn, t, visit } from "#test/support/browser.ts";
import { findTool } from "#test/support/tools.ts";
import { fillIn, findNames, type Visitor, visitors } from "./page-list.ts";
import { pagesOfPdf } from "./papers.ts";

const pages = {} as Record<Visitor, Page>;
let names = new Map<string, string>();

beforeAll(async () => {
  for (const visitor of visitors) {
    pages[visitor] = await newPage({ locale: "en" });
    if (visitor !== "guest") await signIn(pages[visitor], "en", visitor);
  }
  names = await findNames(pages.admin, pages.coordinator);
}, 120_000);

/** A sheet of each country: what fits on the one has to fit on the other. */
const papers = ["A4", "Letter"] as const;

const printed: { visitor: Visitor; path: string; sheets: number; what: string }[] = [
  { visitor: "guest", path: "/workshops/{few}", sheets: 2, what: "a timetable" },
  { visitor: "guest", path: "/workshops/{past}", sheets: 2, what: "a timetable of the past" },
  {
    visitor: "coordinator",
    path: "/desk/workshops/{running}",
    sheets: 2,
    what: "a workshop's sessions and who teaches them",
  },
  { visitor: "coordinator", path: "/desk/workshops/{running}/participants", sheets: 1, what: "a roster" },
  { visitor: "coordinator", path: "/desk/workshops/{running}/sessions/1/attendance", sheets: 1, what: "a sheet" },
  { visitor: "coordinator", path: "/desk/planner?period=fy2026", sheets: 1, what: "a year of workshops" },
  { visitor: "manager", path: "/progress", sheets: 2, what: "a report" },
];

describe.skipIf(!findTool("pdftotext")).each(locales)("on paper, in %s,", (l) => {
  test.for(printed)(
    "$what takes no more than $sheets sheets, none of them empty",
    async ({ visitor, path, sheets }) => {
      const page = pages[visitor];
      await visit(page, `/${l}${fillIn(path, names)}`);
      for (const format of papers) {
        const texts = pagesOfPdf(await page.pdf({ format }));
        expect.soft(texts.length, format).toBeLessThanOrEqual(sheets);
        for (const [index, text] of texts.entries()) {
          expect.soft(text.length, `${format}, sheet ${index + 1}`).toBeGreaterThan(100);
          expect.soft(text, format).toContain(`${index + 1}/${texts.length}`);
        }
      }
    },
  );
});

test("whoever stands with the list in the room finds a number, a line and nine millimetres a person", async () => {
  const page = pages.coordinator;
  await visit(page, `/es${fillIn("/desk/workshops/{running}/sessions/1/attendance", names)}`);
  await seen(page.getByRole("button", { name: t("es", "attendance:sheet.print") }));
  await page.emulateMedia({ media: "print" });
  // as wide as a sheet of A4 between its margins
  await page.setViewportSize({ width: 703, height: 1000 });
  const lines = await page.locator(".sheet > li").evaluateAll((people) =>
    people.map((person) => ({
      height: person.getBoundingClientRect().height / (96 / 25.4),
      line: getComputedStyle(person, "::after").borderBottomWidth,
      number: getComputedStyle(person, "::before").content,
    })),
  );
  await page.emulateMedia({ media: "screen" });
  expect(lines.length).toBeGreaterThan(10);
  for (const { height, line, number } of lines) {
    expect(height).toBeGreaterThanOrEqual(9);
    expect(height).toBeLessThan(11);
    expect(line).toBe("1px");
    expect(number).toContain("counter(");
  }
});

test.skipIf(!findTool("pdftotext"))("sheets without a word would be seen", async () => {
  const page = pages.guest;
  await visit(page, fillIn("/es/workshops/{few}", names));
  await page.evaluate(() => {
    document.body.style.minHeight = "500vh";
  });
  const texts = pagesOfPdf(await page.pdf({ format: "A4" }));
  expect(Math.min(...texts.map(({ length }) => length))).toBeLessThan(10);
});
