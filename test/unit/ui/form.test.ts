import { type ComponentProps, createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { serverI18n } from "#app/i18n/translator.server.ts";
import { I18nProvider } from "#app/i18n/use-translation.ts";
import { Boxes, Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { choiceField, writeSeen } from "#app/ui/form/seen.rules.ts";
import { HereProvider, type Returned } from "#app/ui/frame/here.tsx";

const countries = [
  { value: "MX", label: "México" },
  { value: "JP", label: "Japón" },
];
const initial = { title: "Uno", country: "MX", day: "2026-11-23", themes: ["MX", "JP"], isCounted: "1" };

/** A page with a form of one field of each kind, as it is opened, or as it comes back. */
function page(returned: Returned | null): string {
  const fields = [
    createElement(TextField, { key: 1, name: "title", label: "Título", lang: "es" }),
    createElement(TextField, { key: 2, name: "day", type: "date", label: "Día" }),
    createElement(Select, { key: 3, name: "country", label: "País", options: countries }),
    createElement(Boxes, { key: 4, name: "themes", legend: "Temas", options: countries }),
    createElement(Boxes, { key: 5, name: "isCounted", legend: "Cuenta", options: [{ value: "1", label: "Sí" }] }),
  ];
  const labels = { title: "Título", day: "Día", country: "País", themes: "Temas" };
  const props: Omit<ComponentProps<typeof PostForm>, "children"> = { initial, labels };
  const form = createElement<typeof props>(PostForm as FunctionComponent<typeof props>, props, ...fields);
  const here = createElement(HereProvider, { value: { path: "/es", search: "", returned } }, form);
  return renderToStaticMarkup(createElement(I18nProvider, { value: serverI18n("es") }, here));
}

const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1]?.replaceAll("&quot;", '"');
const ticked = (html: string) => (html.match(/<input[^>]*checked=""[^>]*>/g) ?? []).length;

describe("a form", () => {
  test("says what it has seen, and goes on saying so when it comes back", () => {
    expect(seenIn(page(null))).toBe(writeSeen(initial));
    const seen = writeSeen({ title: "Antes" });
    expect(seenIn(page({ errors: { title: "common:form.missing" }, values: { ...initial, seen } }))).toBe(seen);
  });

  test("that comes back keeps a box unticked", () => {
    expect(ticked(page(null))).toBe(3);
    expect(ticked(page({ errors: {}, values: { title: "", country: "MX", themes: "JP" } }))).toBe(1);
  });

  test("shows both values of what is disputed, in words, and chooses none", () => {
    const stored = { ...initial, country: "JP", day: "2026-11-24", themes: ["JP"], title: "Dos" };
    const names = ["title", "country", "day", "themes"];
    const asked = Object.fromEntries(names.map((name) => [choiceField(name), ""]));
    const html = page({
      errors: Object.fromEntries(names.map((name) => [choiceField(name), "common:form.disputed"])),
      values: { ...initial, ...asked, seen: writeSeen(stored) },
      lastChange: { by: "Ben Ruiz", at: "hoy" },
    });
    const shown = [...html.matchAll(/class="dispute-value"[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(shown).toEqual([
      ...["Uno", "Dos"],
      ...["23 de noviembre de 2026", "24 de noviembre de 2026"],
      ...["México", "Japón"],
      ...["México y Japón", "Japón"],
    ]);
    expect(html).not.toMatch(/<input type="radio"[^>]*checked/);
    expect(html).toContain("Ben Ruiz, hoy");
    for (const name of names) expect(html).toContain(`href="#field-choice-${name}"`);
    for (const name of names) expect(html).toContain(`id="field-choice-${name}"`);
  });

  test("that comes back for another reason keeps what was chosen", () => {
    const values = { ...initial, [choiceField("title")]: ["", "stored"], seen: writeSeen({ title: "Dos" }) };
    const html = page({ errors: { country: "common:form.choose" }, values });
    expect(html).toMatch(/<input type="radio" name="choice\.title" checked="" value="stored"/);
  });
});
