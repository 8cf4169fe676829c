import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { seen, visit } from "#test/support/browser.ts";
import { findTool } from "#test/support/tools.ts";

/** Reloads until the worker has done its part. */
export async function untilThere(page: Page, wanted: Locator): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    if ((await wanted.count()) > 0) return;
    await page.waitForTimeout(500);
    await page.reload({ waitUntil: "load" });
  }
  await seen(wanted);
}

/** The newest letter to an address with this subject, as plain text. */
export async function letterTo(page: Page, address: string, subject: string): Promise<string> {
  await visit(page, "/dev/mail");
  const row = page.getByRole("row").filter({ hasText: address }).filter({ hasText: subject });
  await untilThere(page, row);
  await row.first().getByRole("link").click();
  const letter = page.locator("main pre").first();
  await seen(letter);
  return letter.innerText();
}

export async function downloadPdf(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Without spaces, which line breaks and the tracking of names may add. */
export function textOfPdf(bytes: Buffer): string {
  return execFileSync(findTool("pdftotext") ?? "", ["-", "-"], { input: bytes, encoding: "utf8" }).replace(/\s+/g, "");
}

/** Another number of the same form. */
export const changed = (number: string) => `${number.slice(0, -1)}${number.endsWith("7") ? "8" : "7"}`;
