import type { Page } from "playwright-core";
import { kobe, tokyoFlood, veracruz } from "#db/seed/workshops-open.ts";
import { mexico2017, yokohama } from "#db/seed/workshops-completed.ts";
import { cenapredDraft } from "#db/seed/workshops-planned.ts";
import { online } from "#db/seed/workshops-under-way.ts";
import { visit } from "#test/support/browser.ts";

export const visitors = ["guest", "official-jp", "coordinator", "manager", "admin"] as const;
export type Visitor = (typeof visitors)[number];

/** Workshops of the demo by the words that stand for their codes in the list. */
const named = { few: veracruz, full: kobe, free: tokyoFlood, past: mexico2017, certify: yokohama, draft: cenapredDraft, online };

/** Addresses after the language; `{few}` is the code of a workshop, `{account}` and `{number}` are read off the demo too. */
export const pageList: Record<Visitor, string[]> = {
  guest: [
    "",
    "/workshops",
    "/workshops?when=past",
    "/workshops?q=zzz",
    "/workshops/{few}",
    "/workshops/{past}",
    "/verify",
    "/verify/{number}",
    "/sign-in?next=%2Fes%2Fme",
    "/sign-out",
    "/password",
    "/password?done=sent",
  ],
  "official-jp": [
    "/me?done=confirmed&workshop={few}",
    "/me/certificates",
    "/me/profile",
    "/me/privacy",
    "/workshops/{few}",
    "/workshops/{full}",
    "/workshops/{online}",
  ],
  coordinator: [
    "/desk",
    "/desk/workshops/new",
    "/desk/workshops/{draft}",
    "/desk/workshops/{running}",
    "/desk/workshops/{draft}/details",
    "/desk/workshops/{running}/sessions/new",
    "/desk/workshops/{running}/sessions/1",
    "/desk/workshops/{running}/sessions/1/attendance",
    "/desk/workshops/{full}/participants",
    "/desk/workshops/{certify}/certificates",
    "/desk/workshops/{full}/messages",
  ],
  manager: ["/progress", "/progress/workshops?group=completed", "/progress/people?group=marked"],
  admin: ["/admin/accounts", "/admin/accounts?q=zzz", "/admin/accounts/new", "/admin/accounts/{account}", "/progress/people?group=reserve"],
};

/** What the words in braces stand for in this run's demo. */
export async function findNames(admin: Page): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const last = async (path: string, selector: string) => {
    await visit(admin, path);
    const href = await admin.locator(selector).first().getAttribute("href");
    return href?.split("?")[0]?.split("/").at(-1) ?? "";
  };
  for (const [name, { texts }] of Object.entries(named)) {
    names.set(name, await last(`/es/desk?q=${encodeURIComponent(texts.es?.title ?? "")}`, "main td a, main th a"));
  }
  names.set("running", await last("/es/desk?state=running", "main td a, main th a"));
  names.set("account", await last("/es/admin/accounts?q=coordinator", "main td a, main th a"));
  names.set("number", await last("/es/progress/people?group=certified", "main a[href*='/verify/']"));
  return names;
}

export const fillIn = (path: string, names: Map<string, string>) => path.replace(/\{(\w+)\}/g, (_, name: string) => names.get(name) ?? "");
