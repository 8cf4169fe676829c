import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { rawRequest } from "#test/support/raw-request.ts";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export async function checkDocument(page: Page, locale: Locale): Promise<void> {
  const { pathname, origin } = new URL(page.url());
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    mode: document.compatMode,
    title: document.title,
    headings: [...document.querySelectorAll("h1")].map((heading) => heading.textContent.trim()),
    alternates: [...document.querySelectorAll("link[rel=alternate][hreflang]")].map((link) =>
      link.getAttribute("href"),
    ),
  }));
  expect(found.lang).toBe(locale);
  expect(found.mode, "laid out by the standard, which a page without its doctype is not").toBe("CSS1Compat");
  expect(found.headings).toEqual([expect.stringMatching(/\S/)]);
  expect(found.title).toMatch(/\S · \S/);
  expect(found.alternates).toEqual(locales.map((other) => `${origin}${pathname.replace(/^\/\w\w/, `/${other}`)}`));
}

/** Keys that stand where a text should: in what is read, and in what is read aloud. */
export function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isKey = (text: string | null) => /^[a-z]+:?[a-z]*(\.[a-zA-Z\d]+)+$/.test(text?.trim() ?? "");
    const texts: (string | null)[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    // an address of mail may break before its sign: its first half only looks like a key
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.textContent.includes("@")) texts.push(node.textContent);
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]"))
      for (const name of ["aria-label", "placeholder", "title", "alt"]) texts.push(element.getAttribute(name));
    return texts.filter(isKey) as string[];
  });
}

/** What sticks out of a window of this width or is cut off in it; tables may scroll inside their own frame. */
export async function overflowAt(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 740 });
  return page.evaluate(() => {
    const root = document.documentElement;
    const all = [...document.body.querySelectorAll<HTMLElement>("*")];
    const isOut = (element: Element) => element.getBoundingClientRect().right > root.clientWidth + 0.5;
    const innermost = all.filter((element) => isOut(element) && ![...element.children].some(isOut));
    // one pixel wide is what only screen readers see; what is typed may be longer than its field
    const isCut = (element: HTMLElement) =>
      !(element instanceof HTMLInputElement) &&
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth + 1 &&
      /hidden|clip/.test(getComputedStyle(element).overflowX);
    const out = root.scrollWidth > root.clientWidth ? innermost : [];
    return [...out.slice(0, 5), ...all.filter(isCut).slice(0, 5)].map((element) => element.outerHTML.slice(0, 200));
  });
}

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** A line for each thing that keeps somebody from using the page. */
export async function barriers(page: Page, only: { rules: string[] } | null = null): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly = only ? { type: "rule", values: only.rules } : { type: "tag", values: levels };
  const { violations } = await page.evaluate(
    (options) => window.axe.run(document, options) as Promise<axe.AxeResults>,
    {
      runOnly,
      resultTypes: ["violations"],
    } satisfies axe.RunOptions,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, any }) => `${id} (${help}): ${target.join(" ")} ${html.slice(0, 160)} ${any[0]?.message ?? ""}`,
    ),
  );
}

const weights = new Map<string, Promise<number>>();

/** Bytes of script that the page has loaded, as gzip sends them. */
export async function scriptWeight(page: Page): Promise<number> {
  const paths = await page.evaluate(() => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    return [...new Set(loaded)].filter((path) => path.endsWith(".js"));
  });
  const sizes = await Promise.all(paths.map(weightOf));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function weightOf(path: string): Promise<number> {
  const known = weights.get(path) ?? askWeight(path);
  weights.set(path, known);
  return known;
}

async function askWeight(path: string): Promise<number> {
  const { port, host } = new URL(inject("baseUrl"));
  const { headers, text } = await rawRequest(Number(port), path, { headers: { host, "accept-encoding": "gzip" } });
  return Number(headers["content-length"] ?? text.length);
}
