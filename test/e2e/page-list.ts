import type { Page } from "playwright-core";
import { importedFile, waitingList } from "#app/demo/content/imports.ts";
import { mexico2017 } from "#app/demo/workshops/workshop-2017.ts";
import { tokyoWarning, yokohama } from "#app/demo/workshops/workshops-completed.ts";
import { kobe, veracruz } from "#app/demo/workshops/workshops-open.ts";
import { tokyoFlood } from "#app/demo/workshops/workshops-open-japan.ts";
import { cenapredDraft, tijuana, tokyoMutual } from "#app/demo/workshops/workshops-planned.ts";
import { kashiwaImages, online } from "#app/demo/workshops/workshops-under-way.ts";
import { visit } from "#test/support/browser.ts";
import { inSubstitutions, nominationPages, senderPages } from "./nomination-pages.ts";
import { firstOfLists, programmePages } from "./programme-pages.ts";

export const visitors = ["guest", "official-jp", "official-mx", "focal-mx", "coordinator", "manager", "admin"] as const;
export type Visitor = (typeof visitors)[number];

/** Workshops of the demo by the words that stand for their codes in the list. */
const named = {
  few: veracruz,
  full: kobe,
  free: tokyoFlood,
  past: mexico2017,
  certify: yokohama,
  ended: tokyoWarning,
  draft: cenapredDraft,
  online,
  handing: kashiwaImages,
  called: tijuana,
  offered: tokyoMutual,
};

/**
 * Addresses after the language. `{few}` is the code of a workshop; `{account}` and `{number}` are read off the demo.
 */
export const pageList: Record<Visitor, string[]> = {
  guest: [
    "",
    "/workshops",
    "/workshops?when=past",
    "/workshops?q=zzz",
    "/workshops?view=calendar",
    "/workshops?view=calendar&month=2027-02&country=JP",
    "/workshops/{few}",
    "/workshops/{past}",
    "/workshops/{called}/call",
    "/programmes/MJ-BORDERS",
    "/verify",
    "/verify?number=",
    "/verify/{number}",
    "/sign-in?next=%2Fes%2Fme",
    "/sign-out",
    "/password",
    "/password?done=sent",
    "/password/used",
    "/requests/used",
    "/offers/used",
    "/first-administrator/used",
    "/dev/gallery",
  ],
  "official-jp": [
    "/search?q=aduana",
    "/me?done=confirmed&workshop={few}",
    "/me/teaching",
    "/me/calendar",
    "/me/materials",
    "/me/certificates",
    "/me/messages",
    "/me/profile",
    "/me/privacy",
    "/workshops/{few}",
    "/workshops/{full}",
    "/workshops/{online}",
    "/workshops/{online}/enrolment/withdrawal",
    ...["", "?task=2", "/journey"].map((page) => `/me/dossier/{few}${page}`),
  ],
  // asked whether they keep a seat
  "official-mx": ["/me", "/me/offers/{offered}"],
  "focal-mx": senderPages,
  coordinator: [
    "/search",
    "/search?q=ando",
    "/search?q=zzzz",
    "/desk",
    "/desk/planner",
    "/desk/planner?period=2027-01&group=coordinator",
    "/desk/planner?period=fy2026",
    "/desk/planner?q=zzz",
    "/desk/workshops/new",
    "/desk/people/import",
    "/desk/people/import/{imported}",
    "/desk/people/import/{waiting}",
    "/desk/people/import/{waiting}?group=byName",
    "/desk/workshops/{draft}",
    "/desk/workshops/{running}",
    "/desk/workshops/{draft}/details",
    "/desk/workshops/{running}/timetable",
    "/desk/workshops/{running}/timetable?by=room",
    "/desk/workshops/{draft}/timetable/paste",
    "/desk/workshops/{draft}/timetable/shift?to=2027-11-01",
    "/desk/workshops/{draft}/timetable/texts",
    "/desk/workshops/{running}/copy",
    "/desk/workshops/{draft}/dates",
    "/desk/workshops/{draft}/postponement",
    "/desk/workshops/{draft}/postponement?to=2027-11-01",
    "/desk/workshops/{draft}/dates?profile=short",
    "/desk/workshops/{draft}/sessions/1/repeat?weekday=1&weekday=2&until=2027-12-31",
    "/desk/workshops/{running}/sessions/new",
    "/desk/workshops/{running}/sessions/1",
    "/desk/workshops/{running}/sessions/1/attendance",
    "/desk/workshops/{full}/participants",
    ...["", "/division", "/trial?what=capacity&seats=9"].map((page) => `/desk/workshops/{full}/quotas${page}`),
    "/desk/workshops/{handing}/materials",
    "/desk/workshops/{handing}/materials/new",
    "/desk/workshops/{handing}/materials/2",
    "/desk/workshops/{handing}/materials/2/versions/new",
    "/desk/workshops/{draft}/materials",
    "/desk/workshops/{full}/participants/new",
    "/desk/workshops/{full}/participants/new?q=su",
    "/desk/workshops/{full}/participants/new?step=person",
    "/desk/workshops/{full}/participants/{enrolment}",
    "/desk/workshops/{full}/participants/{enrolment}?do=withdrawn",
    "/desk/workshops/{full}/papers",
    "/desk/workshops/{draft}/papers",
    "/desk/workshops/{running}/completion",
    "/desk/workshops/{running}/reopening",
    "/desk/workshops/{certify}/reopening",
    "/desk/workshops/{certify}/certificates",
    "/desk/workshops/{ended}/certificates",
    "/desk/workshops/{ended}/certificates/{ended number}/replacement",
    "/desk/workshops/{ended}/certificates/{ended number}/revocation",
    "/desk/workshops/{full}/messages",
    "/desk/faculty",
    "/desk/faculty?q=zzz",
    "/desk/faculty/new",
    "/desk/faculty/new?q=nakagawa",
    "/desk/faculty/{member}",
    "/desk/faculty/{member}/availability",
    "/desk/workshops/{first}/modules",
    "/desk/workshops/{first}/modules/new",
    "/desk/workshops/{first}/modules/{module}",
    "/desk/clashes",
    "/desk/clashes?show=advice",
    ...programmePages,
    "/desk/venues",
    "/desk/venues/new",
    "/desk/venues/{venue}",
    "/desk/venues/{venue}/facts",
    "/desk/venues/{venue}/rooms/new",
    "/desk/venues/{venue}/rooms/{room}",
    "/desk/people",
    "/desk/people?q=zzz",
    "/desk/people?columns=all",
    "/desk/people/new",
    "/desk/people/{person}",
    "/desk/people/{person}/facts",
    "/desk/people/doubles",
    "/desk/people/{person}/merge",
    "/desk/people/{person}/merge/{double}",
    "/desk/workshops/{full}/messages/new",
    ...["", "/tasks", "/tasks/new", "/tasks/2", "/payers"].map((page) => `/desk/workshops/{few}/dossier${page}`),
    ...["", "?task=2", "/journey"].map((page) => `/desk/workshops/{few}/dossier/{prepared}${page}`),
    "/desk/workshops/{offered}/participants/{asked}/offer",
    ...nominationPages,
    "/desk/workshops/{online}/sessions/2/removal",
    ...["{scheduled}", "{scheduled}/text", "{sent}"].map((page) => `/desk/workshops/{online}/messages/${page}`),
  ],
  manager: [
    ...["", "/{reviewed}", "/{reviewed}/{judged}"].map((page) => `/reviews${page}`),
    ...["", "/workshops?group=completed", "/people?group=marked"].map((page) => `/progress${page}`),
  ],
  admin: [
    "/progress/people?group=reserve",
    "/search?q=ana",
    "/admin/accounts",
    "/admin/accounts?q=zzz",
    "/admin/accounts/new",
    "/admin/accounts/{account}",
    "/admin/accounts/{account}/person",
    ...["", "/new", "/MX-CUSTOMS", "/MX-CUSTOMS/record"].map((page) => `/admin/institutions${page}`),
    "/admin/programmes",
    "/admin/programmes/new",
    "/admin/programmes/MJ-BORDERS",
    "/admin/programmes/MJ-BORDERS/record",
  ],
};

/** A link that has been used, or never was, answers that it is gone. */
export const statusOf = (path: string) => (path.endsWith("/used") ? 410 : 200);

/** What the words in braces stand for in this run's demo. Lists of people are shown to whoever has sent them. */
export async function findNames(admin: Page, coordinator?: Page): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const last = async (path: string, selector: string, page = admin) => {
    await visit(page, path);
    const href = await page.locator(selector).first().getAttribute("href");
    return href?.split("?")[0]?.split("/").at(-1) ?? "";
  };
  for (const [name, { texts }] of Object.entries(named)) {
    names.set(
      name,
      await last(`/es/desk?q=${encodeURIComponent(texts.es?.title ?? "")}`, "main tbody td a, main tbody th a"),
    );
  }
  names.set("enrolment", await last(`/es/desk/workshops/${names.get("full")}/participants`, "main tbody th a"));
  names.set("running", await last("/es/desk?state=running", "main tbody td a, main tbody th a"));
  names.set("account", await last("/es/admin/accounts?q=coordinator", "main tbody td a, main tbody th a"));
  // two records of one, who are both in one workshop
  names.set("double", await last("/es/desk/people?q=takahashi+haruka", "main tbody tr:nth-child(2) th a"));
  names.set("person", await last("/es/desk/people?q=takahashi+haruka", "main tbody tr:nth-child(1) th a"));
  if (coordinator)
    for (const [name, file] of Object.entries({ imported: importedFile, waiting: waitingList.fileName }))
      names.set(name, await last("/es/desk/people/import", `main tbody a:text-is('${file}')`, coordinator));
  const reviewed = coordinator ? await last("/es/reviews", "main h3 a", coordinator) : "";
  names.set("reviewed", reviewed);
  if (reviewed) names.set("judged", await last(`/es/desk/workshops/${reviewed}/review`, "#list tbody th a"));
  names.set("first", "MJ-2017-01");
  for (const [name, [path, link]] of Object.entries(firstOfLists)) names.set(name, await last(path, link));
  names.set("venue", await last("/es/desk/venues", "main tbody th a"));
  names.set("room", await last(`/es/desk/venues/${names.get("venue")}`, "main tbody th a"));
  names.set("prepared", await last(`/es/desk/workshops/${names.get("few")}/dossier`, "#list tbody th a"));
  names.set("nominee", await last(`/es/desk/workshops/${names.get("called")}/nominations`, "main tbody th a"));
  const inRow = (path: string, name: string) => last(path, `main tr:has-text('${name}') th a`);
  names.set("asked", await inRow(`/es/desk/workshops/${names.get("offered")}/participants`, "Núñez"));
  // the demo's focal point is a nominee, too
  names.set("self", await inRow(`/es/desk/workshops/${names.get("called")}/nominations`, "Zamudio"));
  if (reviewed) {
    const nominees = `/es/desk/workshops/${reviewed}/nominations`;
    for (const [name, link] of Object.entries(inSubstitutions)) names.set(name, await last(nominees, link));
  }
  names.set("number", await last("/es/progress/people?group=certified", "main a[href*='/verify/']"));
  const online = `/es/desk/workshops/${names.get("online")}/messages`;
  names.set("scheduled", await last(online, "main table a:has-text('segunda sesión')"));
  names.set("sent", await last(online, "main table a:has-text('Prueba de conexión')"));
  names.set("ended number", await numberIn(admin, names.get("ended") ?? ""));
  return names;
}

/** The number of a valid certificate of a workshop. */
async function numberIn(admin: Page, code: string): Promise<string> {
  await visit(admin, `/es/desk/workshops/${code}/certificates`);
  const href = await admin.locator("main a[href$='/revocation']").first().getAttribute("href");
  return href?.split("/").at(-2) ?? "";
}

export const fillIn = (path: string, names: Map<string, string>) =>
  path.replace(/\{([\w ]+)\}/g, (_, name: string) => names.get(name) ?? "");
