import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { labelled, newPage, signIn, t, visit } from "#test/support/browser.ts";
import { barriers, checkDocument, overflowAt, scriptWeight, untranslated } from "./page-checks.ts";
import { fillIn, findNames, pageList, statusOf, type Visitor, visitors } from "./page-list.ts";
import { unlistedPages } from "./unlisted-pages.ts";

const pages = {} as Record<Visitor, Page>;
let names = new Map<string, string>();
const weights = new Map<string, number>();

beforeAll(async () => {
  for (const visitor of visitors) {
    const page = await newPage({ locale: "en", timezoneId: "Asia/Tokyo" });
    pages[visitor] = page;
    if (visitor !== "guest") await signIn(page, "en", visitor);
  }
  names = await findNames(pages.admin, pages.coordinator);
}, 120_000);

afterAll(() => {
  const heaviest = [...weights]
    .sort(([, a], [, b]) => b - a)
    .map(([name, bytes]) => `${(bytes / 1000).toFixed(1).padStart(7)} KB  ${name}`);
  console.log(`Script of each page, gzipped:\n${heaviest.join("\n")}`);
});

const rows = visitors.flatMap((visitor) => pageList[visitor].map((path) => ({ visitor, path })));

describe.each(locales)("in %s", (l) => {
  test.for(rows)(
    "$visitor reads $path in one language, at any width and without barriers",
    async ({ visitor, path }) => {
      const page = pages[visitor];
      await page.setViewportSize({ width: 1280, height: 800 });
      await visit(page, `/${l}${fillIn(path, names)}`, statusOf(path));
      await checkDocument(page, l);
      expect.soft(await untranslated(page), "keys without a text").toEqual([]);
      expect.soft(await barriers(page), "barriers at 1280 px").toEqual([]);
      weights.set(`${visitor} ${path}`, await scriptWeight(page));
      // 180: a phone whose reader has made letters twice as large
      for (const width of [180, 320, 360])
        expect.soft(await overflowAt(page, width), `sticks out at ${width} px`).toEqual([]);
      expect.soft(await barriers(page), "barriers at 360 px").toEqual([]);
    },
  );
});

test.for(rows)("$visitor reads $path at night with enough contrast", async ({ visitor, path }) => {
  const page = pages[visitor];
  await page.emulateMedia({ colorScheme: "dark" });
  await visit(page, `/es${fillIn(path, names)}`, statusOf(path));
  expect(await barriers(page, { rules: ["color-contrast"] })).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
});

test("no page of the site map is left out", () => {
  expect(unlistedPages()).toEqual([]);
});

test.each(locales)("a session's time and its city stand on one line of the coordinator's screen, in %s", async (l) => {
  const page = pages.coordinator;
  await page.setViewportSize({ width: 1280, height: 800 });
  await visit(page, `/${l}${fillIn("/desk/workshops/{running}", names)}`);
  const gaps = await page.locator("td time").evaluateAll((times) =>
    times.map((time) => {
      const city = time.nextElementSibling?.getBoundingClientRect();
      return city ? city.top - time.getBoundingClientRect().bottom : Number.NaN;
    }),
  );
  expect(gaps.length).toBeGreaterThan(1);
  expect(Math.max(...gaps), "the city begins above the foot of its time").toBeLessThan(0);
});

test("a time that is typed with pm stays as it was typed, to be refused", async () => {
  const page = pages.coordinator;
  await visit(page, `/es${fillIn("/desk/workshops/{running}/sessions/new", names)}`);
  for (const label of ["startsTime", "endsTime"] as const) {
    const field = labelled(page, t("es", `desk:field.${label}`));
    await field.fill("");
    await field.pressSequentially("3:00 pm");
    expect(await field.inputValue()).toBe("3:00 pm");
  }
});
