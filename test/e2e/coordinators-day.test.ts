import type { Locator, Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { online } from "#app/demo/workshops/workshops-under-way.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { locales } from "#app/i18n/locales.ts";
import { newPage, signIn, t, visit } from "#test/support/browser.ts";
import { xlsxOf } from "#test/support/xlsx-made.ts";
import { pressEnterOn, tabTo } from "./hands.ts";

/** An agency's list in each language, as it was sent; those of a phone name others. */
const lists: Record<Locale, { headings: string[]; wide: string[][]; narrow: string[][] }> = {
  es: {
    headings: ["Primer apellido", "Nombre(s)", "Correo electrónico", "País", "Cargo"],
    wide: [
      ["Zepeda", "Ximena", "ximena.zepeda@lista.example", "México", "Verificadora"],
      ["Yáñez", "Wenceslao", "wenceslao.yanez@lista.example", "México", "Analista"],
    ],
    narrow: [["Quintanilla", "Eulalia", "eulalia.quintanilla@lista.example", "México", "Jefa de área"]],
  },
  ja: {
    headings: ["姓", "名", "メールアドレス", "国", "職名"],
    wide: [
      ["早乙女", "弥生", "yayoi.saotome@lista.example", "日本", "係長"],
      ["五十嵐", "樹里", "juri.igarashi@lista.example", "日本", "調査官"],
    ],
    narrow: [["薬師寺", "温子", "atsuko.yakushiji@lista.example", "日本", "主任"]],
  },
  en: {
    headings: ["Family name", "Given name", "E-mail", "Country", "Post"],
    wide: [
      ["Vexley", "Thaddeus", "thaddeus.vexley@lista.example", "Japan", "Analyst"],
      ["Oakhampton", "Prudence", "prudence.oakhampton@lista.example", "Japan", "Inspector"],
    ],
    narrow: [["Umberleigh", "Cordelia", "cordelia.umberleigh@lista.example", "Japan", "Head of unit"]],
  },
};

/** Some 300 keys, and two pieces of long work. */
const patient = { timeout: 240_000 };

/** The page shows by itself when its long work has ended. */
const worked = { timeout: 60_000 };

const counted: string[] = [];
afterAll(() => console.log(counted.join("\n")));

const shapes = locales.flatMap((l) => ([1280, 390] as const).map((width) => ({ l, width })));

describe.each(shapes)("a coordinator's day by keyboard alone, in $l at $width px:", ({ l, width }) => {
  const rows = width === 1280 ? lists[l].wide : lists[l].narrow;
  const count = rows.length;
  const keys = { presses: 0, typed: 0 };

  const reach = async (page: Page, wanted: Locator) => {
    keys.presses += await tabTo(page, wanted);
  };
  const enterOn = async (page: Page, wanted: Locator, result: Locator) => {
    keys.presses += await pressEnterOn(page, wanted, result);
  };
  const type = async (page: Page, text: string) => {
    await page.keyboard.type(text);
    keys.typed += [...text].length;
  };
  const button = (page: Page, key: string, params = {}) =>
    page.getByRole("button", { name: t(l, key, params) }).first();
  const link = (page: Page, key: string, params = {}) =>
    page
      .locator("main")
      .getByRole("link", { name: t(l, key, params), exact: true })
      .first();
  /** A file that the browser takes: it opens no page. */
  const taking = async (page: Page, wanted: Locator) => {
    await reach(page, wanted);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    keys.presses += 1;
    expect(await download.failure()).toBeNull();
    return download.suggestedFilename();
  };

  test("a list that an agency sent → people → roster → message → sign-in sheet → attendance", patient, async () => {
    const page = await newPage({ locale: l, width });
    await signIn(page, l, "coordinator");
    await visit(page, `/${l}/desk?q=${encodeURIComponent(online.texts[l]?.title ?? "")}`);
    const tab = (name: string) => link(page, `desk:tabs.${name}`);
    await enterOn(page, page.locator("main tbody th a, main tbody td a").first(), tab("participants"));

    // the list → people
    await enterOn(page, tab("participants"), link(page, "import:open"));
    const file = page.locator("input[name=file]");
    await enterOn(page, link(page, "import:open"), file);
    await reach(page, file);
    const bytes = await xlsxOf({ rows: [lists[l].headings, ...rows] });
    await file.setInputFiles({
      ...{ name: `lista-${l}-${width}.xlsx`, buffer: Buffer.from(bytes) },
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
    keys.presses += 1;
    await enterOn(page, button(page, "import:form.submit"), page.locator("main h1"));
    const apply = button(page, "import:review.apply", { count });
    await apply.waitFor(worked);
    await enterOn(page, apply, page.locator("main h1"));
    const add = link(page, "import:workshop.add", { count });
    await add.waitFor(worked);

    // people → roster: nobody is enrolled before this has been looked at
    const confirm = button(page, "behalf:adding.button", { count });
    await enterOn(page, add, confirm);
    await enterOn(page, confirm, page.getByRole("status").filter({ hasText: t(l, "behalf:done.added") }));
    for (const [family, given] of rows) {
      const person = page
        .getByRole("row")
        .filter({ hasText: `${family}` })
        .filter({ hasText: `${given}` });
      expect(await person.count()).toBe(1);
    }

    // roster → message
    const write = link(page, "messages:new.title");
    await enterOn(page, tab("messages"), write);
    await enterOn(page, write, page.locator("input[name=audience]").first());
    await reach(page, page.locator("input[name=audience]:checked"));
    await reach(page, page.locator(`input[name="subject.${l}"]`));
    await type(page, lists[l].headings[0] ?? "");
    await reach(page, page.locator(`textarea[name="body.${l}"]`));
    await type(page, lists[l].headings.join(" "));
    const send = page
      .locator("main form")
      .filter({ has: page.locator("input[value=send]") })
      .getByRole("button");
    await enterOn(page, button(page, "messages:form.submit"), send);
    await enterOn(page, send, page.getByText(t(l, "messages:done.send")));

    // what people sign, and what they have signed
    await enterOn(page, tab("papers"), page.getByRole("heading", { name: t(l, "papers:title") }));
    const signingSheet = page.getByRole("form", { name: t(l, "papers:forSession") }).getByRole("button");
    expect(await taking(page, signingSheet)).toMatch(/\.pdf$/);
    await enterOn(page, tab("participants"), link(page, "behalf:adding.open"));
    expect(await taking(page, page.locator("a[href*='/attendance.xlsx']"))).toMatch(/\.xlsx$/);
    counted.push(`${l}, ${width} px, ${count} people: ${keys.presses} keys, and ${keys.typed} characters typed`);
    await page.context().close();
  });
});
