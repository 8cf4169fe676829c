import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { demoAnswersOfJapan, demoDeclarations } from "#app/demo/content/applications.ts";
import { demoCall } from "#app/demo/content/calls.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import { fillSignIn, labelled, seen, submit, t, visit } from "#test/support/browser.ts";
import { plainPdf } from "#test/support/plain-pdf.ts";
import { fillSession, fillWorkshop, first, saveSession } from "./planned-workshop.ts";

/** Follows the link of a letter; whoever has to sign in first comes to its page all the same. */
export async function arrive(page: Page, link: string, account: string): Promise<void> {
  await page.goto(link, { waitUntil: "load" });
  await signInWhereAsked(page, account);
  expect(new URL(page.url()).pathname).toBe(new URL(link).pathname);
}

/** Opens a page of somebody whose session may have ended meanwhile. */
export async function open(page: Page, path: string, account: string): Promise<void> {
  await page.goto(path, { waitUntil: "load" });
  await signInWhereAsked(page, account);
  expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
}

async function signInWhereAsked(page: Page, account: string): Promise<void> {
  const [, l, where] = new URL(page.url()).pathname.split("/");
  if (where !== "sign-in") return;
  await fillSignIn(page, l as Locale, account, "puente-demo");
  await submit(page, t(l as Locale, "access:signIn.button"));
}

type Planned = { code: string; startsOn: LocalDate; endsOn: LocalDate };

/** A workshop with one seat, published, whose seats are confirmed within ten days. */
export async function planWorkshop(page: Page, l: Locale, { code, startsOn, endsOn }: Planned): Promise<void> {
  await fillWorkshop(page, l, { code, startsOn, endsOn, capacity: "1" });
  await submit(page, t(l, "desk:new.submit"));
  await visit(page, `/${l}/desk/workshops/${code}/sessions/new`);
  await fillSession(page, l, { ...first, date: startsOn });
  await saveSession(page, l);
  await submit(page, t(l, "desk:steps.published.button"));
  await visit(page, `/${l}/desk/workshops/${code}/quotas/division`);
  for (const [name, days] of Object.entries({ promotionDays: "14", freezeDays: "7", confirmDays: "10" }))
    await page.locator(`[name=${name}]`).fill(days);
  await submit(page, t(l, "quotas:division.save"));
  await seen(page.getByText(t(l, "quotas:done.divided")));
}

/** The call with the days that the programme's profile offers, for one institution, with the standard form. */
export async function publishCall(page: Page, l: Locale, code: string, institutionId: string): Promise<void> {
  await visit(page, `/${l}/desk/workshops/${code}/call`);
  await page.locator("a[href*='profile=long']").click();
  for (const [name, text] of Object.entries(demoCall)) await page.locator(`[name="${name}"]`).fill(text);
  await page.locator(`[name=institutions][value="${institutionId}"]`).check();
  await page.locator("[name=nomineesMax]").fill("3");
  await page.locator("[name=applicationForm]").selectOption({ index: 1 });
  await submit(page, t(l, "calls:form.saveDraft"));
  await seen(page.getByText(t(l, "calls:desk.done.saved")));
  await submit(page, t(l, "calls:desk.publish"));
  await seen(page.getByText(t(l, "calls:desk.done.published")));
}

export async function nominateKnown(page: Page, l: Locale, search: string, personIds: string[]): Promise<void> {
  await page
    .locator("main")
    .getByRole("link", { name: t(l, "nominations:nominating.add") })
    .first()
    .click();
  await page.locator("main [name=q]").fill(search);
  await page.getByRole("button", { name: t(l, "nominations:new.find"), exact: true }).click();
  for (const id of personIds) await page.locator(`[name=p][value="${id}"]`).check();
  await submit(page, t(l, "nominations:new.button"));
  await seen(page.getByText(t(l, "nominations:done.nominated")));
}

export async function handInLetter(page: Page, l: Locale, signedOn: LocalDate): Promise<void> {
  await page.locator("main").locator("a[href*='/letter']").first().click();
  await labelled(page, t(l, "nominations:letter.signatory")).fill("山口 洋子");
  await labelled(page, t(l, "nominations:letter.signatoryPost")).fill("財務省関税局 監視課長");
  await page.locator("[name=signedOn]").fill(signedOn);
  const buffer = Buffer.from(plainPdf([{ media: "0 0 595 842" }]));
  await page.locator("[name=file]").setInputFiles({ name: "推薦状.pdf", mimeType: "application/pdf", buffer });
  await page
    .locator("main form")
    .filter({ has: page.locator("[name=file]") })
    .getByRole("button")
    .last()
    .click();
  await seen(page.getByText(t(l, "nominations:done.letter")));
}

/** Section by section, each led to by the one before, then what is declared. */
export async function apply(page: Page, l: Locale): Promise<void> {
  await page.locator("main a[href*='/sections/']").first().click();
  for (const answers of Object.values(demoAnswersOfJapan)) {
    for (const [question, given] of Object.entries(answers)) await answer(page, `answer.${question}`, given);
    await submit(page, page.locator("main form button.button-main, main form button").first());
  }
  await seen(page.getByRole("heading", { name: t(l, "applications:check.title") }));
  for (const key of demoDeclarations) await page.locator(`[name=declarations][value="${key}"]`).check();
  await submit(page, t(l, "applications:check.send"));
  await seen(page.getByText(t(l, "applications:done.sent")));
}

async function answer(page: Page, name: string, given: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`);
  const kind = await field.first().evaluate((one) => (one as HTMLInputElement).type);
  if (kind === "select-one") await field.selectOption(given);
  else if (kind !== "radio" && kind !== "checkbox") await field.fill(given);
  else for (const value of given.split("\n")) await page.locator(`[name="${name}"][value="${value}"]`).check();
}

/** Whoever reviews gives everybody who waits for it this mark, or as near as a question allows. */
export async function review(page: Page, l: Locale, marks: Record<string, string>): Promise<void> {
  const overview = page.url();
  for (const [name, mark] of Object.entries(marks)) {
    await page.goto(overview);
    await page.getByRole("link", { name }).first().click();
    const fields = await page.locator("select[name$='.mark']").all();
    for (const field of fields) {
      const isCheck = (await field.locator("option").count()) === 3;
      await field.selectOption(isCheck ? "1" : mark);
    }
    await submit(page, t(l, "review:own.send"));
    await seen(page.getByText(t(l, "review:done.send")));
  }
}

export async function decide(page: Page, l: Locale, code: string, name: string, decision: "selected" | "reserve") {
  await visit(page, `/${l}/desk/workshops/${code}/selection`);
  await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("button", { name: t(l, `selection:board.to.${decision}`), exact: true }).click();
  await submit(page, t(l, "selection:review.button"));
  await seen(page.getByText(t(l, "selection:done.saved")));
}

export const main = (page: Page): Locator => page.locator("main");
