import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeAll, expect, test } from "vitest";
import { veracruz } from "#app/demo/workshops/workshops-open.ts";
import { follow, newPage, seen, signIn, t, visit } from "#test/support/browser.ts";
import { findTool } from "#test/support/tools.ts";
import { fillIn, findNames } from "./page-list.ts";
import { downloadPdf, untilThere } from "./papers.ts";

const folder = resolve("test/screenshots");
const mostBytes = 200_000;

let names = new Map<string, string>();
let taken = "";

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const page = await newPage();
  await signIn(page, "en", "admin");
  names = await findNames(page);
});

afterEach(() => expect(statSync(taken).size, taken).toBeLessThan(mostBytes));

/** From its main heading on, or from another one that matters more. */
async function take(page: Page, name: string, level: 1 | 2 = 1): Promise<void> {
  taken = join(folder, `${name}.png`);
  await page.evaluate(() => document.fonts.ready);
  const heading = page.locator(`main h${level}`).first();
  await heading.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 24));
  await page.screenshot({ path: taken, animations: "disabled", caret: "hide" });
}

async function open(path: string, options: { account?: string; width?: number } = {}): Promise<Page> {
  const { account, width = 1280 } = options;
  const page = await newPage({ locale: "es", width });
  if (account) await signIn(page, "es", account);
  await visit(page, fillIn(path, names));
  return page;
}

test("the catalogue in Japanese", async () => {
  const page = await open("/ja/workshops");
  await page.setViewportSize({ width: 1280, height: 1040 });
  await take(page, "catalogue-ja");
});

test("a workshop on a phone, in Spanish", async () => {
  const page = await open("/es/workshops", { account: "official-mx", width: 360 });
  const title = veracruz.texts.es?.title ?? "";
  await follow(page, title, title);
  await seen(page.getByRole("button", { name: t("es", "enrolment:enrol.button") }));
  await take(page, "workshop-es-phone");
});

test.each([
  ["attendance-es", 1280],
  ["attendance-es-phone", 360],
] as const)("the attendance sheet of today: %s", async (name, width) => {
  const page = await open("/es/desk/workshops/{running}", { account: "coordinator", width });
  const today = page.getByRole("rowgroup").filter({ hasText: t("es", "desk:session.today") });
  await follow(
    page,
    today.getByRole("link", { name: t("es", "desk:session.sheet") }).last(),
    new RegExp(t("es", "attendance:sheet.title", { number: "" })),
  );
  await take(page, name, 2);
});

test("certificates to be issued, in English", async () => {
  await take(await open("/en/desk/workshops/{certify}/certificates", { account: "coordinator" }), "certificates-en");
});

test("progress, in English", async () => {
  await take(await open("/en/progress", { account: "manager" }), "progress-en");
});

test("a certificate verified on a phone, in Japanese", async () => {
  await take(await open("/ja/verify/{number}", { width: 360 }), "verification-ja-phone");
});

test.skipIf(!findTool("pdftotext"))("the certificate itself", async () => {
  const page = await open("/es/me/certificates", { account: "official-jp" });
  const link = page.getByRole("link", { name: t("es", "certificates:mine.download") });
  await untilThere(page, link);
  const { bytes } = await downloadPdf(page, link.first());
  taken = join(folder, "certificate.jpg");
  const options = ["-r", "110", "-jpeg", "-jpegopt", "quality=75", "-singlefile", "-", taken.replace(/\.jpg$/, "")];
  execFileSync("pdftoppm", options, { input: bytes });
});
