import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { seededPassword } from "#app/demo/accounts.ts";
import { type Locale, locales } from "#app/i18n/locales.ts";
import { fillSignIn, newPage, seen, signIn, submit, t, visit } from "#test/support/browser.ts";

const workshop = "MJ-2026-04";
const typed = "Texto que no debe perderse · 失われてはならない文章";

const other: Record<Locale, Locale> = { es: "ja", ja: "en", en: "es" };

const summary = (page: Page) => page.locator("textarea[name='summary.es']");

async function openDetails(page: Page, l: Locale): Promise<void> {
  await visit(page, `/${l}/desk/workshops/${workshop}/details`);
}

/** As somebody does who has finished in another tab. */
async function signOutElsewhere(page: Page, l: Locale): Promise<void> {
  const tab = await page.context().newPage();
  await visit(tab, `/${l}/sign-out`);
  await submit(tab, tab.locator("main").getByRole("button", { name: t(l, "access:signOut.button") }));
  await tab.close();
}

async function signInAgain(page: Page, l: Locale, account = "coordinator"): Promise<void> {
  await fillSignIn(page, l, account, seededPassword);
  await submit(page, t(l, "access:signIn.button"));
}

/** Tries to leave. @returns whether the browser has asked, and stayed */
async function isAsked(page: Page, leave: () => Promise<unknown>): Promise<boolean> {
  let asked = false;
  const answer = page.waitForEvent("dialog", { timeout: 3_000 }).then(
    async (dialog) => {
      asked = dialog.type() === "beforeunload";
      await dialog.dismiss();
    },
    () => {},
  );
  await leave().catch(() => {});
  await answer;
  return asked;
}

describe.each(locales)("in %s, what was typed", (l) => {
  test.each([true, false])("is there again after signing in (scripts: %s)", async (javaScript) => {
    const page = await newPage({ javaScript, locale: l, width: javaScript ? 1280 : 390 });
    await signIn(page, l, "coordinator");
    await openDetails(page, l);
    await summary(page).fill(typed);
    await signOutElsewhere(page, l);
    await submit(page, t(l, "desk:details.submit"));
    await seen(page.getByText(t(l, "access:signIn.kept.form")));
    await signInAgain(page, l);
    await seen(page.getByText(t(l, "common:form.kept.form.title")));
    await seen(page.getByText(t(l, "common:form.kept.form.sendBy", { button: t(l, "desk:details.submit") })));
    expect(await summary(page).inputValue()).toBe(typed);
    await submit(page, t(l, "desk:details.submit"));
    expect(new URL(page.url()).searchParams.get("done")).toBe("changed");
    await openDetails(page, l);
    expect(await summary(page).inputValue()).toBe(typed);
    expect(await page.getByText(t(l, "common:form.kept.form.title")).count()).toBe(0);
  });

  test("is nobody else's, and a sheet comes back as well", async () => {
    const page = await newPage({ locale: l });
    await signIn(page, l, "coordinator");
    await visit(page, `/${l}/desk/workshops/${workshop}/sessions/2/attendance`);
    const late = page.locator("input[name^='mark.'][value=late]").nth(3);
    const before = await late.isChecked();
    await late.setChecked(true, { force: true });
    await signOutElsewhere(page, l);
    await submit(page, t(l, "attendance:sheet.save"));
    const way = page.url();
    await signInAgain(page, l, "admin");
    expect(await page.getByText(t(l, "common:form.kept.form.title")).count()).toBe(0);
    await signOutElsewhere(page, l);
    await visit(page, way);
    await signInAgain(page, l);
    await seen(page.getByText(t(l, "common:form.kept.form.title")));
    expect(await late.isChecked()).toBe(true);
    expect(before).toBe(false);
  });

  test("goes along into another language, and is asked about before it is left", async () => {
    const page = await newPage({ locale: l });
    await signIn(page, l, "coordinator");
    await openDetails(page, l);
    const away = () =>
      page
        .getByRole("link", { name: t(l, "desk:tabs.overview"), exact: true })
        .first()
        .click();
    await summary(page).fill(typed + l);
    expect(await isAsked(page, away)).toBe(true);
    expect(await summary(page).inputValue()).toBe(typed + l);

    const into = other[l];
    const switched = page.waitForURL(`**/${into}/desk/**`);
    expect(await isAsked(page, () => page.locator(`a[hreflang=${into}]`).first().click())).toBe(false);
    await switched;
    expect(await summary(page).inputValue()).toBe(typed + l);
  });
});
