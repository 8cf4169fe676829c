import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { newPage, signIn, visit } from "#test/support/browser.ts";
import { overflowAt } from "./page-checks.ts";
import { fillIn, findNames, pageList, statusOf, type Visitor, visitors } from "./page-list.ts";

const pages = {} as Record<Visitor, Page>;
let names = new Map<string, string>();

beforeAll(async () => {
  for (const visitor of visitors) {
    pages[visitor] = await newPage({ locale: "en" });
    if (visitor !== "guest") await signIn(pages[visitor], "en", visitor);
  }
  names = await findNames(pages.admin, pages.coordinator);
}, 120_000);

const rows = visitors.flatMap((visitor) => pageList[visitor].map((path) => ({ visitor, path })));

/** Pages with a table that is longer than a low window. */
const longTables: { visitor: Visitor; path: string }[] = [
  { visitor: "coordinator", path: "/desk" },
  { visitor: "coordinator", path: "/desk/workshops/{running}" },
  { visitor: "coordinator", path: "/desk/workshops/{full}/participants" },
  { visitor: "coordinator", path: "/desk/workshops/{certify}/certificates" },
  { visitor: "manager", path: "/progress" },
  { visitor: "manager", path: "/progress/people?group=marked" },
  { visitor: "admin", path: "/admin/accounts" },
  { visitor: "admin", path: "/admin/institutions" },
];

/** Opens a page of the list in a window of this size. */
async function open({ visitor, path }: (typeof rows)[number], l: string, width: number, height = 800): Promise<Page> {
  const page = pages[visitor];
  await page.setViewportSize({ width, height });
  await visit(page, `/${l}${fillIn(path, names)}`, statusOf(path));
  return page;
}

/** How far below the window's edge the first heading of the page's list stands after the list's last row came up. */
const headingAfterScrolling = (page: Page) =>
  page.evaluate(() => {
    const table = document.querySelector("main .rows-cards");
    const last = [...(table?.querySelectorAll("tbody tr") ?? [])].at(-1);
    last?.scrollIntoView({ block: "end", behavior: "instant" });
    window.scrollBy({ top: -120, behavior: "instant" });
    const heading = table?.querySelector("thead th");
    return Math.round(heading?.getBoundingClientRect().top ?? Number.NaN);
  });

describe("tables", () => {
  test.for(longTables)("$path keeps its headings in sight at 1,280 px", async (row) => {
    const page = await open(row, "es", 1280, 300);
    expect(await headingAfterScrolling(page)).toBe(0);
  });

  test("a frame that scrolls would carry its headings away", async () => {
    const page = await open({ visitor: "coordinator", path: "/desk" }, "es", 1280, 300);
    await page.locator("main .rows-frame").evaluate((frame) => {
      frame.style.overflow = "auto";
    });
    expect(await headingAfterScrolling(page)).toBeLessThan(0);
  });

  test.for(longTables)("$path shows each cell whole, as a table and as cards", async (row) => {
    for (const l of locales) {
      const page = await open(row, l, 1280);
      for (const width of [1280, 1024, 960, 932, 768, 640, 480])
        expect.soft(await overflowAt(page, width), `${l} at ${width} px`).toEqual([]);
      await page.setViewportSize({ width: 640, height: 800 });
      const heads = await page
        .locator("main .rows-cards thead")
        .evaluateAll((all) => all.map(({ clientHeight }) => clientHeight));
      expect(Math.max(...heads), "headings stand beside the values").toBeLessThanOrEqual(1);
    }
  });

  test.for(rows)("$path as $visitor names its tables, and what scrolls", async (row) => {
    const page = await open(row, "es", 640);
    const editor = page.locator("[data-live=timetableEditor]");
    if (await editor.count()) await page.locator("[data-ready] [role=grid] [tabindex='0']").first().waitFor();
    const unnamed = await page.evaluate(() => {
      const tables = [...document.querySelectorAll("table")].filter((table) => !table.caption?.textContent.trim());
      const scrollers = [...document.querySelectorAll<HTMLElement>("main *")].filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          element.clientWidth > 1 &&
          /auto|scroll/.test(getComputedStyle(element).overflowX) &&
          !(element.tabIndex === 0 && element.getAttribute("aria-label")) &&
          // it only follows what is named
          !element.closest("[aria-hidden=true]") &&
          // its arrow keys bring what they reach into sight
          !element.querySelector("[role=grid][aria-label] [tabindex='0']"),
      );
      return [...tables, ...scrollers].map(({ outerHTML }) => outerHTML.slice(0, 160));
    });
    expect(unnamed).toEqual([]);
  });

  test.for(rows)("$path as $visitor calls by one name only what leads to one place", async (row) => {
    const page = await open(row, "es", 1280);
    const links = await page.locator("main table").getByRole("link").all();
    const leads = new Map<string, Set<string>>();
    for (const link of links) {
      const name = (await link.getAttribute("aria-label")) ?? (await link.innerText());
      const isFigure = /^[\d%\s]+$/.test(name);
      if (!isFigure) leads.set(name, (leads.get(name) ?? new Set()).add((await link.getAttribute("href")) ?? ""));
    }
    expect([...leads].filter(([, places]) => places.size > 1).map(([name]) => name)).toEqual([]);
  });
});

describe("the header", () => {
  const headed: Visitor[] = ["guest", "official-jp", "coordinator", "admin"];

  test.for(locales)("is one row of 56 px, on a phone too, in %s", async (l) => {
    for (const visitor of headed)
      for (const width of [1280, 1024, 390, 320]) {
        const page = await open({ visitor, path: "/workshops" }, l, width);
        const height = await page.locator("header .bar").evaluate((bar) => bar.getBoundingClientRect().height);
        expect.soft(height, `${visitor} at ${width} px`).toBe(56);
      }
  });

  test.for(headed)("has a menu on a phone that names each place once, for %s", async (visitor) => {
    const page = await open({ visitor, path: "/workshops" }, "es", 390);
    await page.locator("header [popovertarget]").click();
    const names = await page.locator("header .menu a").allInnerTexts();
    expect(names.length).toBeGreaterThan(2);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe("on a phone", () => {
  test.for(locales)("the first workshop is seen without scrolling, in %s", async (l) => {
    const page = await open({ visitor: "guest", path: "/workshops" }, l, 390, 844);
    const title = await page.locator("main li.panel h2, main li.panel h3").first().boundingBox();
    expect(title?.y).toBeLessThan(844);
  });

  test("each link of the footer can be hit", async () => {
    const page = await open({ visitor: "official-jp", path: "/workshops/{few}" }, "es", 320);
    const heights = await page
      .locator("footer a")
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(1);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  });
});
