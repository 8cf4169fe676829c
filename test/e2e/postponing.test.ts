import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { formatDate, formatPeriod } from "#app/i18n/format.ts";
import { endonyms, type Locale, locales } from "#app/i18n/locales.ts";
import { listHolidays } from "#app/time/holidays/list-holidays.ts";
import { weekdayOf } from "#app/time/holidays/moving-days.ts";
import { now } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { follow, labelled, marked, newPage, seen, signIn, submit, t, visit } from "#test/support/browser.ts";
import { barriers } from "./page-checks.ts";
import { fillSession, fillWorkshop, first, saveSession, second } from "./planned-workshop.ts";

const today = localDate(now(), "America/Mexico_City");

/** A Monday three weeks from now or later, after which two weeks have no public holiday in Mexico. */
function quietMonday(from: LocalDate): LocalDate {
  let day = from;
  while (weekdayOf(day) !== 1 || listHolidays("MX", day, plusLocalDays(day, 13)).length > 0)
    day = plusLocalDays(day, 1);
  return day;
}

/** One after the other, as one person takes part in all of them. */
const es = quietMonday(plusLocalDays(today, 21));
const ja = quietMonday(plusLocalDays(es, 14));
const firstDays: Record<Locale, LocalDate> = { es, ja, en: quietMonday(plusLocalDays(ja, 14)) };
const titles: Record<Locale, string> = {
  es: "Rutas de carga y sellos",
  ja: "貨物の経路と封印",
  en: "Cargo routes and seals",
};

let coordinator: Page;
let official: Page;
beforeAll(async () => {
  coordinator = await newPage();
  await signIn(coordinator, "es", "coordinator");
  official = await newPage({ timezoneId: "Asia/Tokyo" });
  await signIn(official, "es", "official-jp");
});

describe.each(locales)("a workshop that is postponed, in %s:", (l) => {
  const code = `MJ-LATER-${l.toUpperCase()}`;
  const desk = `/${l}/desk/workshops/${code}`;
  const startsOn = firstDays[l];
  const later = plusLocalDays(startsOn, 7);

  test("it is planned for three weeks from now, and published", async () => {
    const page = coordinator;
    await visit(page, `/${l}/desk/workshops/new`);
    await fillWorkshop(page, l);
    const field = (name: string) => labelled(page, t(l, `desk:field.${name}`));
    await field("code").fill(code);
    await field("startsOn").fill(startsOn);
    await field("endsOn").fill(plusLocalDays(startsOn, 1));
    const title = page.getByRole("group", { name: marked(t(l, "desk:field.title")) });
    for (const language of locales) await labelled(title, endonyms[language]).fill(`${titles[language]} (${code})`);
    await submit(page, t(l, "desk:new.submit"));
    for (const [day, session] of [first, second].entries()) {
      await visit(page, `${desk}/sessions/new`);
      await fillSession(page, l, { ...session, date: plusLocalDays(startsOn, day) });
      await saveSession(page, l);
    }
    await visit(page, desk);
    await submit(page, t(l, "desk:steps.published.button"));
  });

  test("enrolment opens by itself on its day, and has a last one", async () => {
    const page = coordinator;
    await follow(page, t(l, "desk:life.plan"), t(l, "desk:milestones.title"));
    await labelled(page, t(l, "desk:milestones.open")).fill(today);
    await labelled(page, t(l, "desk:milestones.closed")).fill(plusLocalDays(startsOn, -5));
    await submit(page, t(l, "desk:milestones.save"));
    const step = page.locator("li[aria-current=step]");
    await expect
      .poll(
        async () => {
          await visit(page, desk);
          return step.textContent();
        },
        { timeout: 100_000, interval: 2_000 },
      )
      .toContain(t(l, "workshops:state.open"));
    await visit(official, `/${l}/workshops/${code}`);
    await submit(official, official.getByRole("button", { name: t(l, "enrolment:enrol.button"), exact: true }).first());
    await seen(official.getByText(t(l, "enrolment:done.confirmed.title")));
  }, 150_000);

  /** A week later: looked at, then done. */
  async function postponeByAWeek(page: Page) {
    await visit(page, desk);
    await follow(page, t(l, "desk:postponing.link"), t(l, "desk:postponing.title"));
    const week = t(l, "desk:postponing.weeks", { count: 1, date: formatDate(l, later) });
    await page.getByRole("link", { name: week, exact: true }).click();
    await seen(page.getByText(t(l, "desk:postponing.summary", { count: 7 })));
    await seen(page.getByText(t(l, "desk:postponing.told.people", { count: 1 })));
    expect(await barriers(page)).toEqual([]);
    await page.locator("[name=reason]").fill("La sede no está disponible.");
    // the official may have another seat in that week
    const standing = page.locator("[name=clashReason]");
    if (await standing.count()) await standing.fill("Acordado con la persona.");
    await submit(page, t(l, "desk:postponing.save"));
    await seen(page.getByText(t(l, "desk:done.postponed")));
  }

  test("it moves by a week in one act, which is undone by a press, and done again", async () => {
    const page = coordinator;
    const period = formatPeriod(l, startsOn, plusLocalDays(startsOn, 1));
    await postponeByAWeek(page);
    await seen(page.getByText(t(l, "desk:postponing.was", { period })));
    await submit(page, t(l, "desk:postponing.undo"));
    await seen(page.getByText(t(l, "desk:done.postponementUndone")));
    expect(await page.getByText(t(l, "desk:postponing.was", { period })).count()).toBe(0);
    await postponeByAWeek(page);
  });

  test("one person is going to be told, and the page that they know has the new days", async () => {
    await seen(coordinator.getByText(t(l, "desk:telling.title", { count: 1 })));
    await visit(official, `/${l}/workshops/${code}`);
    await seen(official.getByText(formatPeriod(l, later, plusLocalDays(later, 1))));
  });

  test("its next edition takes the sessions along, as a draft", async () => {
    const page = coordinator;
    await visit(page, desk);
    await follow(page, t(l, "desk:edition.link"), t(l, "desk:edition.title"));
    await submit(page, t(l, "desk:edition.copy"));
    await seen(page.getByText(t(l, "desk:done.copied")));
    expect(new URL(page.url()).pathname).not.toBe(desk);
    for (const { title } of [first, second]) await seen(page.getByText(title[l]));
  });
});
