import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { visitorsOf2017 } from "#app/demo/content/people-japan.ts";
import { yokohama } from "#app/demo/workshops/workshops-completed.ts";
import { locales } from "#app/i18n/locales.ts";
import { newPage, seen, signIn, submit, t, visit } from "#test/support/browser.ts";

const focusedName = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? "");

const field = (page: Page) => page.locator("input[name=q]");

test("the key / leads to the search from any page, and types itself wherever somebody types", async () => {
  const page = await newPage();
  await signIn(page, "es", "coordinator");
  await visit(page, "/es/me/profile");
  await page.keyboard.press("/");
  expect(await focusedName(page)).toBe("q");
  // in the field it is a letter as any other
  await page.keyboard.type("ana/lucia");
  expect(await field(page).inputValue()).toBe("ana/lucia");
  await field(page).fill("");
  const names = page.locator("main input[name=familyName]");
  await names.fill("");
  await names.focus();
  await page.keyboard.type("a/b");
  expect([await names.inputValue(), await focusedName(page)]).toEqual(["a/b", "familyName"]);
  // held together with another key it is somebody else's
  await visit(page, "/es/desk");
  await page.keyboard.press("Control+/");
  expect(await focusedName(page)).not.toBe("q");
});

test("a coordinator finds somebody with the keyboard alone", async () => {
  const page = await newPage();
  await signIn(page, "es", "coordinator");
  await visit(page, "/es/desk");
  await page.keyboard.press("/");
  // of the workshop with which it began: whom other workshops take may change with them
  const visitor = visitorsOf2017[0]?.[0] ?? "";
  await page.keyboard.type("たかはし様");
  await page.keyboard.press("Enter");
  await seen(page.getByRole("heading", { level: 2, name: t("es", "search:group.people") }));
  await seen(page.getByRole("link", { name: visitor }));
  await page.getByRole("link", { name: visitor }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/es\/desk\//);
});

test("without room in the header the key follows its link, and the page begins in its field", async () => {
  const page = await newPage({ width: 390 });
  await signIn(page, "ja", "coordinator");
  await visit(page, "/ja/me");
  expect(await page.locator("header input[name=q]").isVisible()).toBe(false);
  await page.keyboard.press("/");
  await page.waitForURL("**/ja/search");
  await seen(page.getByRole("heading", { level: 1, name: t("ja", "search:title") }));
  expect(await focusedName(page)).toBe("q");
});

test("the key can be turned off in a browser, and on again", async () => {
  const page = await newPage();
  await signIn(page, "en", "coordinator");
  await visit(page, "/en/search?q=zzzz");
  const turnOff = page.getByRole("button", { name: t("en", "common:search.key.turnOff") });
  const turnOn = page.getByRole("button", { name: t("en", "common:search.key.turnOn") });
  await turnOff.click();
  await visit(page, "/en/desk");
  await page.keyboard.press("/");
  expect(await focusedName(page)).not.toBe("q");
  await visit(page, "/en/search?q=zzzz");
  await turnOn.click();
  await visit(page, "/en/desk");
  await page.keyboard.press("/");
  expect(await focusedName(page)).toBe("q");
});

describe.each(locales)("without scripts, in %s:", (l) => {
  test("the header's field searches, and a result leads to its place", async () => {
    const page = await newPage({ javaScript: false });
    await signIn(page, l, "official-jp");
    await visit(page, `/${l}/me`);
    const title = yokohama.texts[l]?.title ?? "";
    await field(page).fill(title);
    await submit(page, t(l, "common:search.label"));
    expect(new URL(page.url()).pathname).toBe(`/${l}/search`);
    expect(await page.locator("[data-live=searchKeySwitch]").isVisible()).toBe(false);
    await page.getByRole("link", { name: title }).first().click();
    await seen(page.getByRole("heading", { level: 1, name: title }));
  });

  test("a phone has a link to the search in the header", async () => {
    const page = await newPage({ javaScript: false, width: 360 });
    await signIn(page, l, "official-jp");
    await visit(page, `/${l}/me`);
    await page.getByRole("link", { name: t(l, "common:search.label") }).click();
    await seen(page.getByText(t(l, "search:what")));
    await field(page).fill("zzzz");
    await submit(page, t(l, "common:search.button"));
    await seen(page.getByText(t(l, "search:none.title", { q: "zzzz" })));
  });
});
