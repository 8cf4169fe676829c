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

const lettersTo = (page: Page, address: string, subject: string) =>
  page.getByRole("row").filter({ hasText: address }).filter({ hasText: subject });

export async function countLetters(page: Page, address: string, subject: string): Promise<number> {
  await visit(page, "/dev/mail");
  return lettersTo(page, address, subject).count();
}

/** The newest letter to an address with this subject, as plain text, once there are more than `before`. */
export async function letterTo(page: Page, address: string, subject: string, before = 0): Promise<string> {
  await visit(page, "/dev/mail");
  const letters = lettersTo(page, address, subject);
  await untilThere(page, letters.nth(before));
  await letters.first().getByRole("link").click();
  const letter = page.locator("main pre").first();
  await seen(letter);
  return letter.innerText();
}

export async function downloadPdf(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What stands on each sheet, without spaces, which line breaks and the tracking of names may add. */
export function pagesOfPdf(bytes: Buffer): string[] {
  const text = execFileSync(findTool("pdftotext") ?? "", ["-", "-"], { input: bytes, encoding: "utf8" });
  return text
    .split("\f")
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ""));
}

export const textOfPdf = (bytes: Buffer): string => pagesOfPdf(bytes).join("");

/** Another number of the same form. */
export const changed = (number: string) => `${number.slice(0, -1)}${number.endsWith("7") ? "8" : "7"}`;
