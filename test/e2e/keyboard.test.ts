import { expect, test } from "vitest";
import { kobe } from "#app/demo/workshops/workshops-open.ts";
import { tokyoFlood } from "#app/demo/workshops/workshops-open-japan.ts";
import { labelled, newPage, seen, signIn, t, visit } from "#test/support/browser.ts";
import { pressEnterOn, tabTo } from "./hands.ts";

const small = { width: 360, height: 560 };

test("an official signs in, takes a seat and gives it back without a mouse", async () => {
  const page = await newPage({ locale: "ja" });
  await page.setViewportSize(small);
  await visit(page, "/ja/sign-in");
  await tabTo(page, labelled(page, t("ja", "access:email")));
  await page.keyboard.type("official-jp@demo.example");
  await tabTo(page, labelled(page, t("ja", "access:password")));
  await page.keyboard.type("puente-demo");
  await page.keyboard.press("Enter");
  const title = tokyoFlood.texts.ja?.title ?? "";
  await seen(page.getByRole("heading", { level: 1, name: t("ja", "enrolment:me.title") }));
  await visit(page, "/ja/workshops");
  const enrol = page.getByRole("button", { name: t("ja", "enrolment:enrol.button"), exact: true });
  await pressEnterOn(page, page.getByRole("link", { name: title }), enrol);
  await pressEnterOn(page, enrol, page.getByText(t("ja", "enrolment:done.confirmed.title")));
  const withdraw = page.getByRole("link", { name: t("ja", "enrolment:withdraw.button") });
  const confirm = page.getByRole("button", { name: t("ja", "enrolment:withdraw.confirm") });
  await pressEnterOn(page, page.getByRole("status").getByRole("link", { name: title }), withdraw);
  await pressEnterOn(page, withdraw, confirm);
  await pressEnterOn(page, confirm, page.getByText(t("ja", "enrolment:done.withdrawn.title")));
});

test("a coordinator takes attendance without a mouse, and the bar that stays in sight hides nothing", async () => {
  const page = await newPage();
  await page.setViewportSize(small);
  await signIn(page, "es", "coordinator");
  await visit(page, "/es/desk?state=running");
  const heading = page.getByRole("heading", { name: t("es", "desk:overview.sessions") });
  await pressEnterOn(page, page.locator("main tbody th a, main tbody td a").first(), heading);
  const today = page.getByRole("rowgroup").filter({ hasText: t("es", "desk:session.today") });
  const everybody = page.getByRole("button", { name: t("es", "attendance:sheet.everybody") });
  const sheet = today.getByRole("link", { name: t("es", "desk:session.sheet") }).last();
  await pressEnterOn(page, sheet, everybody);
  await pressEnterOn(page, everybody, page.getByText(t("es", "attendance:sheet.marked", { marked: 12, of: 12 })));
  const bars = page.getByRole("radiogroup");
  await tabTo(page, bars.last().getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowRight");
  expect(
    await bars
      .last()
      .getByRole("radio", { name: t("es", "attendance:mark.late") })
      .isChecked(),
  ).toBe(true);
  // marks that were saved before are corrected with a reason
  const reason = page.locator("input[name=reason]");
  if (await reason.count()) {
    await tabTo(page, reason);
    await page.keyboard.type("Fila equivocada");
  }
  const save = page.getByRole("button", { name: t("es", "attendance:sheet.save") });
  await pressEnterOn(page, save, page.getByRole("status").filter({ hasText: /\d/ }));
});

test.each([1280, 390])(
  "without a script, the menu beside the name opens, leads on and closes by keyboard at %i px",
  async (width) => {
    const page = await newPage({ javaScript: false, width });
    await signIn(page, "es", "coordinator");
    await visit(page, "/es/desk");
    const button = page.locator("button[popovertarget]");
    const profile = page.getByRole("banner").getByRole("link", { name: t("es", "mine.profile") });
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await seen(profile);
    await page.keyboard.press("Escape");
    expect(await profile.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await pressEnterOn(page, profile, page.getByRole("heading", { level: 1, name: t("es", "people:profile.title") }));
  },
);

test("one link leads past the header to the page, the next past its tabs to the list", async () => {
  const page = await newPage({ javaScript: false });
  await signIn(page, "es", "coordinator");
  await visit(page, "/es/desk?state=running");
  const running = await page.locator("#list a").first().getAttribute("href");
  for (const path of ["/es/desk", `${running}`, `${running}/sessions/6/attendance`]) {
    await visit(page, path);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator("#list").evaluate((list) => list.contains(document.activeElement)), path).toBe(true);
  }
});

test("a coordinator adds somebody, undoes it and withdraws another with a reason, without a mouse", async () => {
  const page = await newPage();
  await signIn(page, "es", "coordinator");
  await visit(page, `/es/desk?q=${encodeURIComponent(kobe.texts.es?.title ?? "")}`);
  const code = (await page.locator("main tbody th a, main tbody td a").first().getAttribute("href"))?.split("/").at(-1);
  const list = `/es/desk/workshops/${code}/participants`;
  await visit(page, list);
  const roster = await page.locator("main tbody tr").count();
  const search = page.locator("main input[name=q]");
  await pressEnterOn(page, page.getByRole("link", { name: t("es", "behalf:adding.open") }), search);
  await tabTo(page, search);
  await page.keyboard.type("su");
  await page.keyboard.press("Enter");
  const box = page.locator("input[name=p]:enabled").first();
  await seen(box);
  await tabTo(page, box);
  await page.keyboard.press("Space");
  const add = page.getByRole("button", { name: t("es", "behalf:adding.button", { count: 1 }) });
  await pressEnterOn(page, page.getByRole("button", { name: t("es", "behalf:adding.continue") }), add);
  const undo = page.getByRole("button", { name: t("es", "behalf:undo.button") });
  await pressEnterOn(page, add, undo);
  expect(await page.locator("main tbody tr").count()).toBe(roster + 1);
  await pressEnterOn(page, undo, page.getByText(t("es", "behalf:undo.done")));
  expect(await page.locator("main tbody tr").count()).toBe(roster);

  const withdraw = page.getByRole("link", { name: t("es", "behalf:do.withdrawn.link") });
  await pressEnterOn(page, page.locator("main tbody th a").first(), withdraw);
  const reason = page.locator("textarea[name=reason]");
  await pressEnterOn(page, withdraw, reason);
  await tabTo(page, reason);
  await page.keyboard.type("Lo pidió su dirección general.");
  const confirm = page.getByRole("button", { name: t("es", "behalf:do.withdrawn.button") });
  await pressEnterOn(page, confirm, page.getByText(t("es", "behalf:outcome.movedUp")));
  await pressEnterOn(page, undo, page.getByText(t("es", "behalf:undo.done")));
});

test("a coordinator merges two records of one, parts them, and adds one to a workshop without a mouse", async () => {
  const page = await newPage();
  await signIn(page, "es", "coordinator");
  await visit(page, "/es/desk/people/doubles");
  const merge = page.getByRole("button", { name: t("es", "deskPeople:merge.button") });
  await pressEnterOn(page, page.getByRole("link", { name: t("es", "deskPeople:doubles.compare") }).first(), merge);
  const stays = page.locator("input[name^='workshop.']").first();
  await tabTo(page, stays);
  await page.keyboard.press("ArrowDown");
  expect(await stays.isChecked()).toBe(false);
  await page.keyboard.press("ArrowUp");
  await pressEnterOn(page, merge, page.getByText(t("es", "deskPeople:story.done.merged")));
  const part = page.getByRole("button", { name: t("es", "deskPeople:mergeSection.undo") });
  await pressEnterOn(page, part, page.getByText(t("es", "deskPeople:story.done.unmerged")));
  // and adds them to a workshop: nothing is saved before it has been looked at
  const workshop = page.locator("select[name=code]");
  await tabTo(page, workshop);
  await page.keyboard.press("ArrowDown");
  const go = page.getByRole("button", { name: t("es", "deskPeople:story.enrol.button") });
  await pressEnterOn(page, go, page.getByRole("button", { name: t("es", "behalf:adding.button", { count: 1 }) }));
});
