import { describe, expect, inject, test } from "vitest";
import { online } from "#app/demo/workshops/workshops-under-way.ts";
import { locales } from "#app/i18n/locales.ts";
import { fillSignIn, follow, newPage, seen, signIn, submit, t, visit } from "#test/support/browser.ts";
import { rawRequest } from "#test/support/raw-request.ts";
import { barriers, checkDocument, overflowAt } from "./page-checks.ts";

describe.each(locales)("in %s", (l) => {
  test("an address that leads nowhere says so, with a number for those who ask for help", async () => {
    const page = await newPage({ locale: l });
    for (const path of [`/${l}/nothing/here`, `/${l}/workshops/MJ-1999-01`, "/nothing"]) {
      await visit(page, path, 404);
      await seen(page.getByRole("heading", { level: 1, name: t(l, "error.404.title") }));
      const help = await page.getByText(t(l, "error.id", { id: "" }).trim()).innerText();
      expect(help.slice(t(l, "error.id", { id: "" }).length)).toMatch(/\w{8,}/);
      if (path.startsWith(`/${l}`)) await checkDocument(page, l);
      expect(await barriers(page)).toEqual([]);
      expect(await overflowAt(page, 320)).toEqual([]);
    }
  });

  test("an official who opens the desk reads that the account can't", async () => {
    const page = await newPage({ locale: l });
    await signIn(page, l, "official-mx");
    await visit(page, `/${l}/desk`, 403);
    await seen(page.getByRole("heading", { level: 1, name: t(l, "error.403.title") }));
    for (const path of ["progress", "admin/accounts"]) await visit(page, `/${l}/${path}`, 403);
  });

  test("a guest signs in on the way and arrives where they wanted to go", async () => {
    const page = await newPage({ locale: l });
    const wanted = `/${l}/progress/workshops?group=completed`;
    await visit(page, wanted);
    const address = new URL(page.url());
    expect([address.pathname, address.searchParams.get("next")]).toEqual([`/${l}/sign-in`, wanted]);
    await seen(page.getByText(t(l, "access:signIn.toContinue")));
    await fillSignIn(page, l, "manager", "puente-demo");
    await submit(page, t(l, "access:signIn.button"));
    expect(page.url()).toBe(new URL(wanted, page.url()).href);
    await page.locator("button[popovertarget]").click();
    await submit(page, t(l, "nav.signOut"));
    await seen(page.getByRole("link", { name: t(l, "nav.signIn"), exact: true }));
  });

  test("forms that come back name each field that is wrong, and put no barrier before anyone", async () => {
    const page = await newPage({ locale: l, width: 360 });
    await signIn(page, l, "coordinator");
    await visit(page, `/${l}/desk/workshops/new`);
    await submit(page, t(l, "desk:new.submit"), 422);
    const summary = page.getByRole("alert");
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await barriers(page)).toEqual([]);
    expect(await overflowAt(page, 320)).toEqual([]);
    const links = await summary.getByRole("link").all();
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(await page.locator(String(await link.getAttribute("href"))).count()).toBe(1);
  });

  test("nine in the morning in Mexico City is midnight in Tokyo, the day after", async () => {
    const page = await newPage({ locale: l, width: 360, timezoneId: "America/New_York" });
    await signIn(page, l, "official-jp");
    await visit(page, `/${l}/workshops`);
    const title = online.texts[l]?.title ?? "";
    await follow(page, title, title);
    const session = page
      .getByRole("listitem")
      .filter({ hasText: t(l, "common:day.span", { from: "09:00", to: "11:00" }) })
      .first();
    await seen(
      session.getByText(t(l, "workshops:clock", { city: t(l, "common:zone.America_Mexico_City"), offset: "UTC−6" })),
    );
    const own = session
      .locator("span")
      .filter({ hasText: t(l, "common:day.span", { from: "00:00", to: "02:00" }) })
      .first();
    expect(await own.innerText()).toContain(t(l, "common:day.next"));
    expect(await own.innerText()).toContain(
      t(l, "workshops:clock", { city: t(l, "common:zone.Asia_Tokyo"), offset: "UTC+9" }),
    );
  });
});

describe("an address without a language", () => {
  const landing = async (headers: Record<string, string>) => {
    const { port, host } = new URL(inject("baseUrl"));
    const answer = await rawRequest(Number(port), "/", { headers: { host, ...headers } });
    return [answer.status, answer.headers.location];
  };

  test.each([
    ["the language used last", { cookie: "puente-language=ja", "accept-language": "en-GB,en;q=0.9" }, "/ja"],
    ["the browser's language", { "accept-language": "fr-FR,ja;q=0.5,en;q=0.8" }, "/en"],
    ["Spanish where nothing else is known", { "accept-language": "fr-FR,de;q=0.9" }, "/es"],
    ["Spanish where the cookie is nonsense", { cookie: "puente-language=xx" }, "/es"],
  ] as [string, Record<string, string>, string][])("leads to %s", async (_, headers, path) => {
    expect(await landing(headers)).toEqual([302, path]);
  });

  test("remembers the language that a reader has switched to", async () => {
    const page = await newPage({ locale: "en" });
    await visit(page, "/");
    expect(new URL(page.url()).pathname).toBe("/en");
    await page.getByRole("link", { name: "日本語" }).click();
    await seen(page.getByRole("heading", { level: 1, name: t("ja", "workshops:home.title") }));
    await visit(page, "/");
    expect(new URL(page.url()).pathname).toBe("/ja");
  });
});
