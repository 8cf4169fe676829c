import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { newPage, signIn, visit } from "#test/support/browser.ts";
import { fillIn, findNames, pageList, statusOf, type Visitor, visitors } from "./page-list.ts";

const folder = resolve("test/output/pages");
const pages = {} as Record<Visitor, Page>;
let names = new Map<string, string>();

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const visitor of visitors) {
    pages[visitor] = await newPage({ locale: "en" });
    if (visitor !== "guest") await signIn(pages[visitor], "en", visitor);
  }
  names = await findNames(pages.admin, pages.coordinator);
}, 120_000);

const rows = visitors.flatMap((visitor) => pageList[visitor].map((path) => ({ visitor, path })));

/** Each page as it stands, whole: `{visitor}-{path}.{language}.{1280, 360, dark or print}.png`. */
test.for(rows)("pictures of $path as $visitor", async ({ visitor, path }) => {
  const page = pages[visitor];
  const take = async (kind: string) => {
    const file = `${visitor}-${path.replace(/[^\w{}=]+/g, "_")}.${kind}.png`;
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, file), fullPage: true, animations: "disabled", caret: "hide" });
  };
  for (const l of locales) {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await visit(page, `/${l}${fillIn(path, names)}`, statusOf(path));
      await take(`${l}.${width}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 740 });
  await page.emulateMedia({ colorScheme: "dark" });
  await take("en.dark");
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  await take("en.print");
  await page.emulateMedia({ media: "screen" });
});
