import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { seen } from "#test/support/browser.ts";

/** The longest way from one end of a page to another, in presses of the tab key. */
const farthest = 140;

/**
 * Goes on from field to field until one has the focus; each on the way can be seen. Fails where it cannot be reached.
 * @returns how often the tab key was pressed
 */
export async function tabTo(page: Page, wanted: Locator): Promise<number> {
  for (let presses = 1; presses <= farthest; presses += 1) {
    await page.keyboard.press("Tab");
    const { hidden, isThere } = await wanted.evaluate(focusSeenFrom);
    expect(hidden).toBe("");
    if (isThere) return presses;
  }
  throw new Error(`${wanted} cannot be reached with the tab key`);
}

/** What has the focus although something else lies over its middle, empty when nothing does; whether it is the one. */
function focusSeenFrom(wanted: Element) {
  const focused = document.activeElement;
  const isThere = wanted === focused;
  if (!focused || focused === document.body) return { hidden: "", isThere };
  const { left, top, width, height } = focused.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  const isSeen = over && (focused.contains(over) || over.contains(focused));
  return { isThere, hidden: isSeen ? "" : `${focused.outerHTML.slice(0, 120)} under ${over?.outerHTML.slice(0, 120)}` };
}

/** @returns how many keys were pressed */
export async function pressEnterOn(page: Page, wanted: Locator, result: Locator): Promise<number> {
  const presses = await tabTo(page, wanted);
  await page.keyboard.press("Enter");
  await seen(result);
  return presses + 1;
}
