import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { accountHolders } from "#app/demo/accounts.ts";
import { formatShare } from "#app/i18n/format.ts";
import { type Locale, locales } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { type ClockTime, instantToWall, timeOf } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import { follow, newPage, seen, signIn, submit, t, visit } from "#test/support/browser.ts";
import { findTool } from "#test/support/tools.ts";
import { changed, downloadPdf, letterTo, textOfPdf, untilThere } from "./papers.ts";
import {
  closing,
  codeOf,
  fillSession,
  fillWorkshop,
  first,
  held,
  type PlannedSession,
  saveSession,
  second,
  titlesOf,
} from "./planned-workshop.ts";

const pages = {} as Record<"coordinator" | "official-jp" | "official-mx" | "manager", Page>;

beforeAll(async () => {
  for (const account of ["coordinator", "official-jp", "official-mx", "manager"] as const) {
    pages[account] = await newPage({ timezoneId: account === "official-jp" ? "Asia/Tokyo" : "America/Mexico_City" });
    await signIn(pages[account], "es", account);
  }
});

const holders = {
  "official-jp": { name: "髙橋 遥", familyName: "髙橋", locale: "ja" as const, zone: "Asia/Tokyo" as const },
  "official-mx": {
    name: "Mariana Núñez Ortega",
    familyName: "Núñez",
    locale: "es" as const,
    zone: "America/Tijuana" as const,
  },
};

/** What clocks elsewhere show while a session goes on in Mexico City. */
function clockIn(zone: Zone, { date, from, to }: PlannedSession, locale: Locale): string {
  const there = (time: ClockTime) =>
    timeOf(instantToWall(wallToInstant(`${date}T${time}`, "America/Mexico_City") as Instant, zone));
  return t(locale, "common:day.span", { from: there(from), to: there(to) });
}

describe.each(locales)("from the plan to the certificate in %s:", (l) => {
  const code = codeOf(l);
  const titles = titlesOf(code);
  const desk = `/${l}/desk/workshops/${code}`;
  let number = "";

  test("a coordinator writes a draft in three languages", async () => {
    const page = pages.coordinator;
    await visit(page, `/${l}/desk`);
    await follow(page, t(l, "desk:plan"), t(l, "desk:new.title"));
    await fillWorkshop(page, l);
    await submit(page, t(l, "desk:new.submit"));
    await seen(page.getByText(t(l, "desk:done.planned")));
    expect(new URL(page.url()).pathname).toBe(desk);
  });

  test("adds sessions with Tokyo's clock in sight, and hears of a clash at once", async () => {
    const page = pages.coordinator;
    await visit(page, `${desk}/sessions/new`);
    await fillSession(page, l, first);
    const time = t(l, "common:day.shifted", { time: clockIn("Asia/Tokyo", first, l), day: t(l, "common:day.next") });
    await seen(page.getByText(t(l, "desk:session.otherClock", { city: t(l, "common:zone.Asia_Tokyo"), time })));
    await saveSession(page, l);
    await follow(page, t(l, "desk:session.add"), t(l, "desk:session.new"));
    await fillSession(page, l, { ...second, from: "10:00" });
    await submit(page, t(l, "desk:session.save"), 422);
    // the refusal names the other session, and leads to it
    const other = page.locator(".wrong").getByRole("link", { name: first.title[l] });
    expect(await other.getAttribute("href")).toBe(`${desk}/sessions/1`);
    await fillSession(page, l, second);
    await saveSession(page, l);
    await visit(page, `${desk}/sessions/new`);
    await fillSession(page, l, closing);
    await saveSession(page, l);
  });

  test("publishes it and opens enrolment", async () => {
    const page = pages.coordinator;
    for (const step of ["published", "open"]) await submit(page, t(l, `desk:steps.${step}.button`));
    await seen(page.getByText(t(l, "workshops:state.open")));
  });

  test.each(["official-jp", "official-mx"] as const)("%s finds it by its code and gets a seat", async (account) => {
    const page = pages[account];
    await visit(page, `/${l}/workshops`);
    const list = page.getByRole("main");
    await list.getByRole("searchbox").fill(code);
    await list.getByRole("button", { name: t(l, "workshops:filter.button") }).click();
    await seen(page.getByText(t(l, "workshops:list.found", { count: 1 }), { exact: true }));
    await follow(page, titles[l], titles[l]);
    await submit(page, t(l, "enrolment:enrol.button"));
    await seen(page.getByText(t(l, "enrolment:done.confirmed.title")));
    expect(new URL(page.url()).pathname).toBe(`/${l}/me`);
  });

  test.each(["official-jp", "official-mx"] as const)(
    "%s gets a letter in their language with both times",
    async (account) => {
      const { locale, zone } = holders[account];
      const subject = t(locale, "mail:enrolment.confirmed.subject", { workshop: titles[locale] });
      const letter = await letterTo(pages[account], `${account}@demo.example`, subject);
      expect(letter).toContain(closing.title[locale]);
      expect(letter).toContain(t(locale, "common:day.span", { from: closing.from, to: closing.to }));
      expect(letter).toContain(clockIn(zone, closing, locale));
    },
  );

  test("the coordinator moves the sessions to the day on which they were held", async () => {
    const page = pages.coordinator;
    for (const [index, session] of held.entries()) {
      await visit(page, `${desk}/sessions/${index + 1}`);
      await fillSession(page, l, session);
      await saveSession(page, l);
    }
  });

  test("the coordinator takes attendance: everybody in one click, then the exception", async () => {
    const page = pages.coordinator;
    await visit(page, desk);
    for (const step of ["closed", "running"]) await submit(page, t(l, `desk:steps.${step}.button`));
    for (const [session, exception] of [
      [1, "absent"],
      [2, "late"],
    ] as const) {
      await takeAttendance(page, l, session, exception);
      await page
        .getByRole("navigation", { name: t(l, "nav.crumbs") })
        .getByRole("link")
        .last()
        .click();
      await seen(page.getByRole("heading", { name: titles[l] }));
    }
    await seen(
      page
        .getByRole("row")
        .filter({ hasText: t(l, "desk:session.marked", { marked: 2, of: 2 }) })
        .nth(1),
    );
  });

  test("completes it and reads who can have a certificate, and why somebody can't", async () => {
    const page = pages.coordinator;
    await follow(page, t(l, "desk:steps.completed.button"), t(l, "attendance:completion.title"));
    await seen(page.getByText(t(l, "attendance:completion.people", { count: 1 })).first());
    await submit(page, t(l, "attendance:completion.confirm"));
    const row = (account: keyof typeof holders) =>
      page.getByRole("row").filter({ hasText: holders[account].familyName });
    await seen(row("official-jp").getByText(t(l, "certificates:issue.isEligible")));
    const reason = t(l, "certificates:obstacle.attendanceBelow", {
      attended: 1,
      base: 2,
      minimum: formatShare(l, 0.8),
    });
    await seen(row("official-mx").getByText(reason));
    expect(await page.getByRole("checkbox").count()).toBe(1);
    const warning = page.getByText(t(l, "certificates:issue.final"));
    await seen(warning);
    await page.locator("[name=chosen]").uncheck();
    await submit(page, t(l, "certificates:issue.submit"), 422);
    await page
      .getByRole("alert")
      .getByRole("link", { name: t(l, "certificates:form.nobody") })
      .click();
    // nobody is chosen again behind the coordinator's back: what is issued stays issued
    await page.locator("[name=chosen]:focus:not(:checked)").check();
    await submit(page, t(l, "certificates:issue.submit"));
    await seen(page.getByText(t(l, "certificates:issue.issued", { count: 1 })));
    expect(await warning.count()).toBe(0);
    await untilThere(page, row("official-jp").getByRole("link", { name: new RegExp(`^${code}`) }));
  });

  test("the official downloads a certificate that bears their name", async () => {
    const page = pages["official-jp"];
    await visit(page, `/${l}/me/certificates`);
    const item = page.getByRole("listitem").filter({ hasText: code });
    const file = await downloadPdf(page, item.getByRole("link", { name: t(l, "certificates:mine.download") }));
    expect(file.bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    number = file.name.replace(/\.pdf$/, "");
    if (findTool("pdftotext")) expect(textOfPdf(file.bytes)).toContain(holders["official-jp"].name.replace(" ", ""));
  });

  test("a stranger who follows the QR code reads that it is valid, and a changed number is not known", async () => {
    const page = await newPage({ locale: l });
    for (const address of [`/v/${number}`, `/V/${number.toUpperCase()}`]) {
      await visit(page, address);
      expect(new URL(page.url()).pathname).toBe(`/${l}/verify/${number}`);
      await seen(page.getByRole("heading", { name: t(l, "certificates:verified.valid.title") }));
      await seen(page.getByText(holders["official-jp"].name, { exact: true }));
    }
    await visit(page, `/v/${changed(number)}`, 404);
    await seen(page.getByRole("heading", { name: t(l, "certificates:unknown.title") }));
    await page.context().close();
  });

  test("the manager goes from a figure to the people and workshops behind it", async () => {
    const page = pages.manager;
    await visit(page, `/${l}/progress`);
    await follow(page, figure(page, l, "certified"), t(l, "progress:people.title.certified"));
    await seen(page.getByRole("row").filter({ hasText: code }).filter({ hasText: holders["official-jp"].familyName }));
    expect(await page.getByRole("row").filter({ hasText: code }).count()).toBe(1);
    await visit(page, `/${l}/progress`);
    await follow(page, figure(page, l, "completed"), t(l, "progress:workshops.title.completed"));
    await seen(page.getByRole("row").filter({ hasText: code }).getByText("2 / 12"));
  });
});

async function takeAttendance(page: Page, l: Locale, session: number, exception: "absent" | "late"): Promise<void> {
  const unmarked = page.getByRole("row").filter({ hasText: t(l, "desk:session.marked", { marked: 0, of: 2 }) });
  const sheet = unmarked.getByRole("link", { name: t(l, "desk:session.sheet") });
  await follow(page, sheet.first(), t(l, "attendance:sheet.title", { number: session }));
  await page.getByRole("button", { name: t(l, "attendance:sheet.everybody") }).click();
  await seen(page.getByText(t(l, "attendance:sheet.marked", { marked: 2, of: 2 })));
  const bar = page.getByRole("radiogroup", { name: holders["official-mx"].name });
  await bar.getByRole("radio", { name: t(l, `attendance:mark.${exception}`), exact: true }).check();
  await submit(page, t(l, "attendance:sheet.save"));
  await seen(page.getByText(t(l, "attendance:sheet.saved", { count: 2 })));
}

/** More than one of each are in the demo already, so that the plural is right. */
const figure = (page: Page, l: Locale, group: "certified" | "completed") =>
  page.getByRole("link", { name: new RegExp(`^\\d+\\s*${t(l, `progress:figure.${group}`, { count: 2 })}$`) });

test("the demo's officials are called what this journey calls them", () => {
  for (const [account, { name }] of Object.entries(holders)) {
    const holder = accountHolders.find(({ email }) => email === `${account}@demo.example`);
    expect(holder?.certificateNames[0]).toBe(name);
  }
});
