import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { seededPassword } from "#app/demo/accounts.ts";
import { cenapredDraft } from "#app/demo/workshops/workshops-planned.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { expectAnswer, fillSignIn, newPage, seen, signIn, submit, t, visit } from "#test/support/browser.ts";
import { barriers } from "./page-checks.ts";

/** The code of the demo's draft: nobody else sees what is planned in it. */
let code = "";

async function findCode(page: Page): Promise<string> {
  await visit(page, "/es/desk?state=draft");
  const link = page.getByRole("link", { name: cenapredDraft.texts.es?.title ?? "" }).first();
  return (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
}

async function openEditor(locale: Locale, page: Page): Promise<void> {
  code ||= await findCode(page);
  await visit(page, `/${locale}/desk/workshops/${code}/timetable`);
  await page.locator("[data-ready]").waitFor();
}

async function editorPage(locale: Locale): Promise<Page> {
  const page = await newPage({ locale });
  await signIn(page, locale, "coordinator");
  await openEditor(locale, page);
  return page;
}

const blocks = (page: Page) => page.locator(".timetable-days .timetable-block:not(.is-ghost)");
const times = (page: Page) =>
  page.locator(".timetable-block:not(.is-ghost) .block-time > :nth-child(2)").allTextContents();
/** Whatever was done has been saved. */
const saved = (page: Page) => page.locator("[data-part=state][data-state=saved]").waitFor();
const said = (page: Page) => page.locator("[data-part=polite]").textContent();

const actsOf = (page: Page) => `${page.url().split("?")[0]}/acts`;

let atFirst: string[] = [];
beforeEach(async () => {
  const page = await editorPage("es");
  atFirst = await times(page);
  await page.context().close();
});
/** Each test takes back what it has done: others look at the same demo. */
afterEach(async () => {
  const page = await editorPage("es");
  expect(await times(page)).toEqual(atFirst);
  await page.context().close();
});

async function undoAll(page: Page): Promise<void> {
  const undo = page.locator("[data-do=undo]");
  while ((await undo.getAttribute("aria-disabled")) === "false") await page.keyboard.press("Control+z");
  await saved(page);
}

test("a day is planned by keyboard alone, in Japanese", async () => {
  const page = await editorPage("ja");
  let keys = 0;
  const press = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name);
    keys += names.length;
  };
  const type = async (text: string) => {
    await page.keyboard.insertText(text);
    keys += text.length;
  };
  const dialog = page.locator("dialog[open]");
  const add = async (title: string) => {
    await press("Enter");
    await dialog.waitFor();
    await type(title);
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
  };
  await page.locator(".timetable-days [tabindex='0']").focus();
  // the afternoon of the second day: from its last moment up
  await press("ArrowRight", "End");
  const free = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(free).toContain("17:30");
  await press("ArrowUp", "ArrowUp", "ArrowUp");
  await add("まとめ");
  await saved(page);
  await expect.poll(() => said(page)).toContain("まとめ");
  // half an hour shorter, copied below, and moved an hour on
  await press("Shift+ArrowUp", "Shift+ArrowUp", "Enter");
  await press("Control+d");
  await press(" ", "Control+ArrowDown", "Enter");
  await saved(page);
  const own = await page.locator(".timetable-block", { hasText: "まとめ" }).locator(".block-time").allTextContents();
  expect(own.map((text) => text.trim())).toEqual(["16:00〜16:30", "17:30〜18:00"]);
  console.log(`Two sessions of a day by keyboard, in Japanese: ${keys} keys, letters included`);
  expect(await barriers(page)).toEqual([]);
  await undoAll(page);
});

test("forty pasted rows are shown first, two are mended, and all are taken back as one act", async () => {
  const page = await editorPage("es");
  const days = await page
    .locator(".timetable-day")
    .evaluateAll((all) => all.map((day) => day.getAttribute("aria-label")));
  let presses = 1;
  const clock = (step: number) => `${14 + Math.floor(step / 4)}:${String((step % 4) * 15).padStart(2, "0")}`;
  const rows = Array.from({ length: 40 }, (_, index) => {
    const step = Math.floor(index / days.length);
    const kind = index === 7 ? "fiesta" : "Exposición";
    const until = index === 20 ? "mediodía" : clock(step + 1);
    return [`día ${(index % days.length) + 1}`, clock(step), until, kind, `Fila ${index + 1}`].join("\t");
  });
  const preview = page.waitForURL(/\/paste$/);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, rows.join("\n"));
  await preview;
  const wrong = page.locator("[aria-invalid=true]");
  expect(await wrong.count()).toBe(2);
  await wrong.nth(0).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Práctica");
  await wrong.nth(1).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(clock(Math.floor(20 / days.length) + 1));
  presses += 4 + "Práctica".length + 5 + 1;
  await submit(page, t("es", "timetable:paste.save", { count: 40 }));
  await page.locator("[data-ready]").waitFor();
  expect(await blocks(page).count()).toBe(atFirst.length + 40);
  console.log(`Forty pasted rows, two mended: ${presses} keys and clicks`);
  expect(presses).toBeLessThanOrEqual(60);
  await page.keyboard.press("Control+z");
  await saved(page);
  await expect.poll(() => blocks(page).count()).toBe(atFirst.length);
});

test("a finger carries after a long press, and scrolls before", async () => {
  const page = await editorPage("es");
  await page.setViewportSize({ width: 390, height: 740 });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const last = blocks(page).first();
  await last.scrollIntoViewIfNeeded();
  const before = await last.locator(".block-time").textContent();
  const drag = async (holdMs: number, down: number) => {
    const box = await last.boundingBox();
    if (!box) throw new Error("The session is not on the page.");
    const [x, y] = [box.x + 40, box.y + box.height / 2];
    const scrolled = await page.evaluate(() => scrollY);
    await touch("touchStart", x, y);
    await page.waitForTimeout(holdMs);
    for (let step = 1; step <= 8; step += 1) await touch("touchMove", x, y + (down / 8) * step);
    await page.waitForTimeout(100);
    await touch("touchEnd");
    await page.waitForTimeout(300);
    return (await page.evaluate(() => scrollY)) - scrolled;
  };
  expect(Math.abs(await drag(0, -120))).toBeGreaterThan(40);
  expect(await last.locator(".block-time").textContent()).toBe(before);
  // an hour up: before nine there is nothing else
  expect(Math.abs(await drag(600, -68))).toBeLessThan(5);
  await saved(page);
  expect(await last.locator(".block-time").textContent()).not.toBe(before);
  await undoAll(page);
});

test("moved, stretched, deleted: undone and done again, also after the network was away", async () => {
  const page = await editorPage("es");
  const moved = async () => {
    await saved(page);
    return times(page);
  };
  await page.locator(".timetable-days [tabindex='0']").focus();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Enter");
  const shorter = await moved();
  expect(shorter).not.toEqual(atFirst);
  await page.keyboard.press("Delete");
  await expect.poll(() => blocks(page).count()).toBe(atFirst.length - 1);
  await page.keyboard.press("Control+z");
  expect(await moved()).toEqual(shorter);
  await page.keyboard.press("Control+z");
  expect(await moved()).toEqual(atFirst);
  await page.keyboard.press("Control+Shift+z");
  expect(await moved()).toEqual(shorter);
  expectAnswer("ERR_INTERNET_DISCONNECTED", actsOf(page));
  await page.context().setOffline(true);
  await page.keyboard.press("Control+z");
  await page.locator("[data-part=state][data-state=waiting]").waitFor();
  await page.context().setOffline(false);
  expect(await moved()).toEqual(atFirst);
});

test("two coordinators who change the same are asked, with both sides", async () => {
  const [one, other] = [await editorPage("es"), await editorPage("en")];
  const shorten = async (page: Page, keys: string[]) => {
    await page.locator(".timetable-days [tabindex='0']").focus();
    for (const key of keys) await page.keyboard.press(key);
  };
  await shorten(one, ["Shift+ArrowUp", "Enter"]);
  await saved(one);
  expectAnswer(409, actsOf(other));
  await shorten(other, ["Shift+ArrowUp", "Shift+ArrowUp", "Enter"]);
  const dialog = other.locator("dialog[open]");
  await seen(dialog);
  expect(await dialog.locator("tbody tr").count()).toBe(1);
  expect(await barriers(other)).toEqual([]);
  await dialog.getByRole("button", { name: t("en", "timetable:editor.button.theirs") }).click();
  await saved(other);
  expect(await times(other)).toEqual(await times(one));
  await undoAll(one);
  await one.context().close();
});

test("whoever was signed out signs in again, and finds the change saved", async () => {
  const page = await editorPage("es");
  const acts = actsOf(page);
  await page.context().clearCookies();
  expectAnswer(401, acts);
  await page.locator(".timetable-days [tabindex='0']").focus();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/sign-in/);
  await fillSignIn(page, "es", "coordinator", seededPassword);
  await submit(page, t("es", "access:signIn.button"));
  await page.locator("[data-ready]").waitFor();
  await saved(page);
  await openEditor("es", page);
  expect(await times(page)).not.toEqual(atFirst);
  await page.locator(".timetable-days [tabindex='0']").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Enter");
  await saved(page);
});
