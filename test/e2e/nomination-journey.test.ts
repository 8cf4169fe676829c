import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { newPage, seen, submit, t } from "#test/support/browser.ts";
import { type MailingSite, type Received, startMailingSite } from "#test/support/mailing-site.ts";
import {
  apply,
  arrive,
  decide,
  handInLetter,
  main,
  nominateKnown,
  open,
  planWorkshop,
  publishCall,
  review,
} from "./nomination-steps.ts";
import { titlesOf } from "./planned-workshop.ts";

/** In which language each of them reads and acts; in the first turn each in their own. */
const turns = [
  { host: "es", sender: "ja", official: "ja", reviewers: ["es", "en"] },
  { host: "ja", sender: "en", official: "en", reviewers: ["ja", "es"] },
  { host: "en", sender: "es", official: "es", reviewers: ["en", "ja"] },
] as const;

const names = { haruka: "髙橋 遥", kenta: "髙橋 健太", sakura: "宮﨑 さくら" };
const addresses = { haruka: "official-jp", kenta: "kenta.takahashi", sakura: "sakura.miyazaki" };
type Nominee = keyof typeof names;

// of a busy machine
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let site: MailingSite;
const ids = {} as Record<Nominee, string> & { sender: string };

beforeAll(async () => {
  site = await startMailingSite();
  for (const [name, address] of Object.entries(addresses)) {
    const account = site.database.read.selectFrom("account").select("personId");
    const { personId } = await account.where("email", "=", `${address}@demo.example`).executeTakeFirstOrThrow();
    ids[name as Nominee] = personId ?? "";
  }
  const institution = site.database.read.selectFrom("institution").select("id").where("code", "=", "JP-CUSTOMS");
  ids.sender = (await institution.executeTakeFirstOrThrow()).id;
}, 120_000);
afterAll(() => site?.stop());

/** The last minute of a day in Mexico City, and what a clock in Tokyo shows then: it has no summer time either. */
function expectUntil({ text }: Received, day: LocalDate, l: Locale): void {
  const instant = `${plusLocalDays(day, 1)}T05:59:00.000Z` as Instant;
  for (const [zone, time] of [
    ["America/Mexico_City", "23:59"],
    ["Asia/Tokyo", "14:59"],
  ] as const) {
    const moment = formatInstant(l, instant, zone);
    expect(moment).toContain(time);
    expect(text.replace(/\s+/g, " ")).toContain(moment.replace(/\s+/g, " "));
  }
}

describe.each(turns)("a coordinator in $host, a focal point in $sender, an official in $official:", (turn) => {
  const { host, sender, official, reviewers } = turn;
  const code = `MJ-NOM-${host.toUpperCase()}`;
  const titles = titlesOf(code);
  const pages = {} as Record<"host" | "sender" | "official" | "first" | "second" | "stranger", Page>;
  const days = {} as Record<"startsOn" | "closesOn" | "nomineeClosesOn", LocalDate>;
  const today = () => localDate(site.at(), "America/Mexico_City");
  const letterTo = (account: string, l: Locale, key: string, values: Record<string, string> = {}) =>
    site.letterTo(`${account}@demo.example`, t(l, `mail:${key}.subject`, { workshop: titles[l], ...values }));

  beforeAll(async () => {
    days.startsOn = plusLocalDays(today(), 150);
    days.nomineeClosesOn = plusLocalDays(days.startsOn, -112);
    days.closesOn = plusLocalDays(days.startsOn, -105);
    const { baseURL } = site;
    for (const who of ["host", "first", "second"] as const) pages[who] = await newPage({ baseURL });
    for (const who of ["sender", "official", "stranger"] as const)
      pages[who] = await newPage({ baseURL, timezoneId: "Asia/Tokyo" });
    const [first, second] = reviewers;
    const read = { coordinator: host, "focal-jp": sender, manager: first, admin: second };
    const nominees = Object.values(addresses).map((address) => [address, official] as const);
    await site.database.transact(async (trx) => {
      for (const [address, locale] of [...Object.entries(read), ...nominees])
        await trx
          .updateTable("person")
          .set({ locale })
          .where("id", "=", (eb) =>
            eb.selectFrom("account").select("personId").where("email", "=", `${address}@demo.example`).$castTo<never>(),
          )
          .execute();
    });
  });
  afterAll(async () => {
    for (const page of Object.values(pages)) await page.context().close();
  });

  test("the coordinator publishes the call, and the focal point is told until when", async () => {
    await open(pages.host, `/${host}/desk/workshops/new`, "coordinator");
    await planWorkshop(pages.host, host, { code, startsOn: days.startsOn, endsOn: plusLocalDays(days.startsOn, 4) });
    await publishCall(pages.host, host, code, ids.sender);
    await site.work();
    const letter = letterTo("focal-jp", sender, "call.announced");
    expectUntil(letter, days.nomineeClosesOn, sender);
    expectUntil(letter, days.closesOn, sender);
    await arrive(pages.sender, letter.link, "focal-jp");
  });

  test("the focal point nominates two, and one of them applies", async () => {
    await nominateKnown(pages.sender, sender, "Takahashi", [ids.haruka, ids.kenta]);
    await site.work();
    await open(pages.official, `/${official}/me`, "official-jp");
    await main(pages.official).locator("a[href*='/me/nominations/']", { hasText: titles[official] }).click();
    await main(pages.official).locator(`a[href$='/workshops/${code}/application']`).first().click();
    await apply(pages.official, official);
  });

  test("a week before the end the focal point is reminded, adds the signed letter and sends both", async () => {
    await site.passDays(38);
    const letter = letterTo("focal-jp", sender, "call.reminded");
    expectUntil(letter, days.closesOn, sender);
    await arrive(pages.sender, letter.link, "focal-jp");
    await handInLetter(pages.sender, sender, today());
    await submit(pages.sender, t(sender, "nominations:nominating.sendButton", { count: 2 }));
    await seen(pages.sender.getByText(t(sender, "nominations:done.sent")));
  });

  test("two review both, each by themselves", async () => {
    await site.passDays(8);
    await open(pages.host, `/${host}/desk/workshops/${code}/review/criteria`, "coordinator");
    await submit(pages.host, t(host, "review:form.save"));
    for (const account of ["manager", "admin"]) {
      await pages.host.locator("main [name=email]").fill(`${account}@demo.example`);
      await pages.host.locator("[name=scope][value=all]").check();
      await submit(pages.host, t(host, "review:reviewers.button"));
      await seen(pages.host.getByText(t(host, "review:done.named")));
    }
    await site.work();
    for (const [place, account] of (["manager", "admin"] as const).entries()) {
      const [l, page] = [reviewers[place] ?? "es", place ? pages.second : pages.first];
      await arrive(page, letterTo(account, l, "reviewer.named").link, account);
      await review(page, l, { [names.haruka]: "4", [names.kenta]: "3" });
    }
  });

  test("one is selected and one in reserve; the focal point hears of it first, then each of the two", async () => {
    await decide(pages.host, host, code, names.haruka, "selected");
    await decide(pages.host, host, code, names.kenta, "reserve");
    await pages.host.getByRole("link", { name: t(host, "selection:announcement.link") }).click();
    await submit(pages.host, t(host, "selection:announcement.button"));
    await seen(pages.host.getByText(t(host, "selection:done.announced")));
    await site.work();
    const letter = letterTo("focal-jp", sender, "nomination.results");
    await arrive(pages.sender, letter.link, "focal-jp");
    expectUntil(letterTo("official-jp", official, "enrolment.selectedToConfirm"), plusLocalDays(today(), 10), official);
    letterTo("kenta.takahashi", official, "enrolment.selectedReserve");
  });

  test("halfway the official is reminded, accepts by the link without signing in, and drops out", async () => {
    const until = plusLocalDays(today(), 10);
    await site.passDays(5);
    const letter = letterTo("official-jp", official, "enrolment.reminded");
    expectUntil(letter, until, official);
    await pages.stranger.goto(letter.link);
    await submit(pages.stranger, t(official, "offers:accept.button"));
    await seen(pages.stranger.getByText(t(official, "offers:done.accepted")));
    await site.work();
    await arrive(pages.official, letterTo("official-jp", official, "enrolment.accepted").link, "official-jp");
    await open(pages.official, `/${official}/workshops/${code}/enrolment/withdrawal`, "official-jp");
    await submit(pages.official, t(official, "enrolment:withdraw.confirm"));
    await seen(pages.official.getByText(t(official, "enrolment:done.withdrawn.title")));
    await site.work();
    letterTo("official-jp", official, "enrolment.withdrawn");
  });

  test("who is in reserve is offered the seat, and accepts", async () => {
    const letter = letterTo("kenta.takahashi", official, "enrolment.offered");
    expectUntil(letter, plusLocalDays(today(), 10), official);
    await pages.stranger.goto(letter.link);
    await submit(pages.stranger, t(official, "offers:accept.button"));
    await seen(pages.stranger.getByText(t(official, "offers:done.accepted")));
  });

  test("the focal point proposes somebody else in their place, and the coordinator agrees", async () => {
    const page = pages.sender;
    await open(page, `/${sender}/nominations/${code}`, "focal-jp");
    await page.getByRole("link", { name: names.kenta }).first().click();
    const last = formatDate(sender, plusLocalDays(days.startsOn, -7));
    await seen(page.getByText(t(sender, "nominations:substitute.offer", { date: last })));
    await page.getByRole("link", { name: t(sender, "nominations:substitute.propose") }).click();
    expect(await page.locator(`[name=personId][value="${ids.haruka}"]`).count()).toBe(0);
    await page.locator(`[name=personId][value="${ids.sakura}"]`).check();
    await page.locator("[name=because]").selectOption("workload");
    await submit(page, t(sender, "nominations:substitute.button"));
    const nominee = page.url();
    await handInLetter(page, sender, today());
    await page.goto(nominee);
    await submit(page, t(sender, "nominations:nominee.send"));
    await site.work();
    const letter = letterTo("coordinator", host, "substitute.proposed");
    await arrive(pages.host, letter.link, "coordinator");
    await submit(pages.host, t(host, "nominations:substitute.decision.accept"));
    await seen(pages.host.getByText(t(host, "nominations:done.accepted")));
    await site.work();
    await arrive(page, letterTo("focal-jp", sender, "substitute.accepted").link, "focal-jp");
    const offer = letterTo("sakura.miyazaki", official, "enrolment.selectedToConfirm");
    expectUntil(offer, plusLocalDays(today(), 10), official);
    await pages.stranger.goto(offer.link);
    await submit(pages.stranger, t(official, "offers:accept.button"));
  });

  test("what is to be done before the first day is in the dossier, and the substitute is reminded of it", async () => {
    await open(pages.host, `/${host}/desk/workshops/${code}/dossier/tasks`, "coordinator");
    for (const box of await pages.host.locator("[name=templates]").all()) await box.check();
    await submit(pages.host, t(host, "dossier:template.button"));
    await open(pages.host, `/${host}/desk/workshops/${code}/dossier`, "coordinator");
    await seen(main(pages.host).getByRole("link", { name: names.sakura }));
    expect(await main(pages.host).getByText(names.kenta).count()).toBe(0);
    // a week before the passport is due, which is sixty days before the first one
    await site.passDays(32);
    const letter = letterTo("sakura.miyazaki", official, "dossier.reminded");
    expect(letter.text).toContain(formatDate(official, plusLocalDays(days.startsOn, -60)));
    expect(new URL(letter.link).pathname).toBe(`/${official}/me/dossier/${code}`);
    await open(pages.sender, `/${sender}/nominations/${code}`, "focal-jp");
    await pages.sender.getByRole("link", { name: t(sender, "dossier:sender.title") }).click();
    await seen(main(pages.sender).getByRole("link", { name: names.sakura }));
    expect(await main(pages.sender).getByText(names.kenta).count()).toBe(0);
    await seen(main(pages.sender).getByText(t(sender, "dossier:template.authorisation.title")));
  });
});
