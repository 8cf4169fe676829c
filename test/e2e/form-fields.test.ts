import { matchRoutes } from "@remix-run/react";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { takes } from "#app/web/doors/door.ts";
import { errorsOfOlderPage } from "#app/web/older-page.ts";
import { newPage, signIn, visit } from "#test/support/browser.ts";
import { type SitePlace, sitePlaces } from "#test/support/site.ts";
import { fillIn, findNames, pageList, type Visitor } from "./page-list.ts";

type Sent = { address: string; names: string[] };

/** The forms of a page that somebody fills in, each with its fields. */
const formsOn = (page: Page): Promise<Sent[]> =>
  page.locator("form:has(input[name=key][value^='form-'])").evaluateAll((forms) =>
    (forms as HTMLFormElement[]).map((form) => ({
      address: new URL(form.action).pathname,
      // a file is taken apart before the form's own fields
      names: [...new FormData(form)]
        .filter(([name, value]) => name !== "key" && typeof value === "string")
        .map(([name]) => name),
    })),
  );

let names: Map<string, string>;
let places: SitePlace[];
beforeAll(async () => {
  const [admin, coordinator] = [await newPage(), await newPage()];
  await signIn(admin, "en", "admin");
  await signIn(coordinator, "en", "coordinator");
  names = await findNames(admin, coordinator);
  places = await sitePlaces();
}, 120_000);

/** Fields with a text that the form's own action does not know: it would take the page for one older than itself. */
function unknownIn({ address, names: fields }: Sent): string[] {
  const path = matchRoutes(routes as Parameters<typeof matchRoutes>[0], address)?.at(-1)?.route.path;
  const action = places.find((place) => place.path === `/${path}`)?.action;
  const filled = Object.fromEntries(fields.map((name) => [name, "x"]));
  const errors = action ? errorsOfOlderPage(action[takes], filled) : { [address]: "no action" };
  return Object.keys(errors ?? {});
}

test.each(["official-jp", "coordinator", "admin"] satisfies Visitor[])(
  "each form of a page sends what its action takes, and nothing else: %s",
  async (visitor) => {
    const page = await newPage();
    await signIn(page, "es", visitor);
    let forms = 0;
    for (const path of pageList[visitor]) {
      await visit(page, `/es${fillIn(path, names)}`);
      for (const sent of await formsOn(page)) {
        forms += 1;
        expect([sent.address, unknownIn(sent)]).toEqual([sent.address, []]);
      }
    }
    expect(forms).toBeGreaterThan(1);
  },
);
