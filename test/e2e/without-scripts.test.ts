import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { WorkshopContent } from "#app/demo/workshops/workshop-content.ts";
import { kobe, nuevoLaredo, veracruz } from "#app/demo/workshops/workshops-open.ts";
import { tokyoFlood } from "#app/demo/workshops/workshops-open-japan.ts";
import { manzanilloCancelled } from "#app/demo/workshops/workshops-planned.ts";
import { endonyms, type Locale, locales } from "#app/i18n/locales.ts";
import { fillSignIn, follow, labelled, newPage, seen, signIn, submit, t, visit } from "#test/support/browser.ts";
import { changed, countLetters, downloadPdf, letterTo, untilThere } from "./papers.ts";

const phone = { javaScript: false, width: 360 };

type Official = {
  account: "official-mx" | "official-jp";
  withSeats: WorkshopContent;
  full: WorkshopContent;
  rank: number;
};

/** Workshops of the demo in which each of them has no place yet; whoever comes last in a full one gets this rank. */
const mexican: Official = { account: "official-mx", withSeats: veracruz, full: nuevoLaredo, rank: 4 };
const japanese: Official = { account: "official-jp", withSeats: tokyoFlood, full: kobe, rank: 5 };
const officials: Record<Locale, Official> = { es: mexican, ja: japanese, en: mexican };

const pages = {} as Record<Official["account"], Page>;
let number = "";

beforeAll(async () => {
  for (const account of ["official-mx", "official-jp"] as const) {
    pages[account] = await newPage(phone);
    await signIn(pages[account], "en", account);
  }
  const page = pages["official-jp"];
  await visit(page, "/en/me/certificates");
  number = (await page.locator("a[href*='/verify/MJ']").first().getAttribute("href"))?.split("/").at(-1) ?? "";
});

describe.each(locales)("without scripts, on a phone, in %s:", (l) => {
  const { account, withSeats, full, rank } = officials[l];

  test("an official takes a seat, sees it among their workshops and gives it back", async () => {
    const page = pages[account];
    const title = withSeats.texts[l]?.title ?? "";
    await openWorkshop(page, l, title);
    await submit(page, t(l, "enrolment:enrol.button"));
    await seen(page.getByText(t(l, "enrolment:done.confirmed.title")));
    await seen(row(page, title).getByText(t(l, "enrolment:state.confirmed")));
    await giveBack(page, l, title);
  });

  test("an official joins the reserve of a full workshop, reads their rank and leaves it", async () => {
    const page = pages[account];
    const title = full.texts[l]?.title ?? "";
    await openWorkshop(page, l, title);
    await seen(page.getByText(t(l, "enrolment:enrol.full")));
    await submit(page, t(l, "enrolment:enrol.reserveButton"));
    await seen(page.getByText(t(l, "enrolment:done.reserve.title")));
    await seen(row(page, title).getByText(t(l, "enrolment:state.reserveRank", { rank })));
    await giveBack(page, l, title);
  });

  test("an official downloads a certificate", async () => {
    const page = pages[account];
    await visit(page, `/${l}/me`);
    await follow(page, t(l, "enrolment:me.certificates"), t(l, "certificates:mine.title"));
    const link = page.getByRole("link", { name: t(l, "certificates:mine.download") });
    await untilThere(page, link);
    const { bytes } = await downloadPdf(page, link.first());
    expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  });

  test("the language switch keeps the page and what was searched", async () => {
    const page = pages[account];
    const other = l === "ja" ? "en" : "ja";
    await visit(page, `/${l}/workshops?country=JP&q=2027`);
    await page
      .getByRole("navigation", { name: t(l, "nav.language") })
      .getByRole("link", { name: endonyms[other] })
      .click();
    await seen(page.getByRole("heading", { level: 1, name: t(other, "workshops:list.title") }));
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, searchParams.get("country"), searchParams.get("q")]).toEqual([
      `/${other}/workshops`,
      "JP",
      "2027",
    ]);
  });

  test("whoever types a number carelessly reads that the certificate is valid; a changed one is unknown", async () => {
    const page = await newPage({ ...phone, locale: l });
    await visit(page, `/${l}`);
    await follow(page, t(l, "nav.verify"), t(l, "certificates:verify.title"));
    await typeNumber(page, l, " ", 200);
    await seen(page.getByRole("alert").getByText(t(l, "certificates:verify.missing")));
    await typeNumber(page, l, carelessly(number), 200);
    await seen(page.getByRole("heading", { level: 1, name: t(l, "certificates:verified.valid.title") }));
    await seen(page.getByText(number, { exact: true }));
    await typeNumber(page, l, changed(number), 404);
    await seen(page.getByRole("heading", { level: 1, name: t(l, "certificates:unknown.title") }));
    await page.context().close();
  });

  test("a wrong password keeps the address and says what is wrong", async () => {
    const page = await newPage({ ...phone, locale: l });
    await visit(page, `/${l}/sign-in`);
    await fillSignIn(page, l, "focal-jp", "not this one");
    await submit(page, t(l, "access:signIn.button"), 422);
    await seen(page.getByRole("alert").getByRole("heading", { name: t(l, "access:form.unknown") }));
    expect(await page.title()).toContain(t(l, "form.failed", { title: t(l, "access:signIn.title") }));
    expect(await labelled(page, t(l, "access:email")).inputValue()).toBe("focal-jp@demo.example");
    expect(await labelled(page, t(l, "access:password")).inputValue()).toBe("");
    await page.context().close();
  });

  test("whoever forgot the password chooses another by a letter in their language, and signs in with it", async () => {
    const page = await newPage({ ...phone, locale: l });
    // nobody else signs in with this one
    const [account, own] = ["focal-jp", "ja"] as const;
    const password = `tres garzas cruzan la bahía ${l}`;
    const letter = [`${account}@demo.example`, t(own, "mail:account.password.subject")] as const;
    const before = await countLetters(page, ...letter);
    await visit(page, `/${l}/sign-in`);
    await follow(page, t(l, "access:signIn.noPassword"), t(l, "access:passwordLink.title"));
    await labelled(page, t(l, "access:email")).fill(`${account}@demo.example`);
    await submit(page, t(l, "access:passwordLink.button"));
    await seen(page.getByRole("heading", { level: 1, name: t(l, "access:passwordLink.sent.title") }));
    await letterTo(page, ...letter, before);
    await follow(page, page.locator("main pre a"), t(own, "access:newPassword.title"));
    await labelled(page, t(own, "access:newPassword.password")).fill(password);
    await labelled(page, t(own, "access:newPassword.again")).fill(password);
    await submit(page, t(own, "access:newPassword.button"));
    await seen(page.getByText(t(own, "access:signIn.done.password")));
    await fillSignIn(page, own, account, password);
    await submit(page, t(own, "access:signIn.button"));
    await seen(page.getByRole("heading", { level: 1, name: t(own, "enrolment:me.title") }));
    await page.context().close();
  });
});

test("on paper a certificate's verification shows its address, and no navigation, forms or buttons", async () => {
  const page = await newPage({ ...phone, width: 760 });
  await visit(page, `/es/verify/${number}`);
  await page.emulateMedia({ media: "print" });
  await seen(page.getByText(page.url(), { exact: true }));
  for (const hidden of ["nav", "form", "button"])
    expect(await page.locator(`${hidden}:visible`).count(), hidden).toBe(0);
  await page.context().close();
});

test("a workshop that goes on offers its calendar and a certificate, a cancelled one does not", async () => {
  const page = await newPage(phone);
  const calendar = page.getByRole("link", { name: t("es", "workshops:timetable.calendar") });
  const certificate = page.getByRole("heading", { name: t("es", "workshops:certificate.title") });
  await openWorkshop(page, "es", veracruz.texts.es?.title ?? "");
  await seen(calendar);
  await seen(certificate);
  await openWorkshop(page, "es", manzanilloCancelled.texts.es?.title ?? "");
  expect(await calendar.count()).toBe(0);
  expect(await certificate.count()).toBe(0);
  await page.context().close();
});

test("the narrowest phone shows each workshop within the column, whatever its state", async () => {
  const page = await newPage({ ...phone, width: 320 });
  await visit(page, "/es/workshops");
  const widths = await page
    .locator("main li.panel")
    .evaluateAll((cards) => cards.map(({ clientWidth }) => clientWidth));
  expect(new Set(widths).size).toBe(1);
  expect(Math.max(...widths)).toBeLessThanOrEqual(320 - 32);
  await page.context().close();
});

test("a visitor finds what is open for enrolment and nothing else", async () => {
  const page = await newPage(phone);
  await visit(page, "/es/workshops");
  await page.getByRole("link", { name: t("es", "workshops:filter.open"), exact: true }).click();
  await seen(
    page.getByRole("link", { name: t("es", "workshops:filter.open"), exact: true }).and(page.locator("[aria-current]")),
  );
  const open = ["state.open", "seats.few", "seats.full"].map((key) => t("es", `workshops:${key}`));
  const cards = await page.locator("main li.panel").allInnerTexts();
  expect(cards.length).toBeGreaterThan(0);
  for (const card of cards)
    expect(
      open.some((words) => card.includes(words)),
      card,
    ).toBe(true);
  await page.context().close();
});

async function openWorkshop(page: Page, l: Locale, title: string): Promise<void> {
  await visit(page, `/${l}/workshops`);
  await follow(page, title, title);
}

const row = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });

async function giveBack(page: Page, l: Locale, title: string): Promise<void> {
  await openWorkshop(page, l, title);
  await follow(page, t(l, "enrolment:withdraw.button"), t(l, "enrolment:withdraw.title"));
  await submit(page, t(l, "enrolment:withdraw.confirm"));
  await seen(page.getByText(t(l, "enrolment:done.withdrawn.title")));
  await seen(row(page, title).getByText(t(l, "enrolment:state.withdrawn")));
  await follow(page, title, title);
  await seen(page.getByText(t(l, "enrolment:enrol.withdrawn")));
}

/** In lower case, with spaces where there are none. */
const carelessly = (text: string) =>
  ` ${text
    .toLowerCase()
    .replaceAll("-", " - ")
    .replace(/(.{5})$/, " $1")} `;

async function typeNumber(page: Page, l: Locale, typed: string, status: number): Promise<void> {
  await page.getByRole("textbox", { name: t(l, "certificates:verify.label") }).fill(typed);
  await submit(page, t(l, "certificates:verify.button"), status);
}
