import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { bordersProgramme } from "#app/demo/content/programmes.ts";
import { labelled, newPage, seen, signIn, submit, t, visit } from "#test/support/browser.ts";
import { fillIn, findNames } from "./page-list.ts";

let page: Page;
let names = new Map<string, string>();

beforeAll(async () => {
  const admin = await newPage({ locale: "es" });
  await signIn(admin, "es", "admin");
  names = await findNames(admin);
  page = await newPage({ locale: "es" });
  await signIn(page, "es", "coordinator");
}, 120_000);

const topOf = async (heading: string) => {
  const box = await page.getByRole("heading", { name: heading, exact: true }).first().boundingBox();
  return box?.y ?? Number.NaN;
};

const next = t("es", "desk:steps.title");

test("on a phone what comes next stands above the sessions, on a desk beside them", async () => {
  await page.setViewportSize({ width: 390, height: 740 });
  await visit(page, fillIn("/es/desk/workshops/{running}", names));
  expect(await topOf(next)).toBeLessThan(await topOf(t("es", "desk:overview.sessions")));
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(Math.abs((await topOf(next)) - (await topOf(t("es", "desk:overview.sessions"))))).toBeLessThan(60);
});

test("of a completed workshop the certificates come first, and then what a mistake needs", async () => {
  await visit(page, fillIn("/es/desk/workshops/{certify}", names));
  expect(await topOf(next)).toBeLessThan(await topOf(t("es", "desk:steps.mistake")));
});

test("a draft says once what it lacks, each a press away", async () => {
  await visit(page, "/es/desk/workshops/new");
  const field = (name: string) => labelled(page, t("es", `desk:field.${name}`));
  await field("programmeId").selectOption({ label: bordersProgramme.texts.es.title });
  for (const day of ["startsOn", "endsOn"]) await field(day).fill("2027-06-01");
  await page.locator("[name='title.es']").fill("Lo que falta");
  await submit(page, t("es", "desk:new.submit"));
  const missing = ["noVenue", "noSession"].map((name) =>
    page.getByRole("link", { name: t("es", `desk:problems.${name}`) }),
  );
  for (const link of missing) expect(await link.count()).toBe(1);
  expect(await page.getByText(t("es", "desk:refused.incomplete")).count()).toBe(0);
  expect(await page.getByRole("link", { name: t("es", "desk:session.add"), exact: true }).count()).toBe(1);
});

test("a search that finds people doesn't say that there is nothing", async () => {
  await visit(page, "/es/desk?q=Takahashi");
  await seen(page.getByRole("heading", { name: t("es", "desk:people.title") }));
  expect(await page.getByText(t("es", "desk:empty.search")).count()).toBe(0);
  await visit(page, "/es/desk?q=zzz");
  await seen(page.getByText(t("es", "desk:empty.search")));
});
