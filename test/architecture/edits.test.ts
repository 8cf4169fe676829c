import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";
import { edits } from "#app/web/doors/edit-door.ts";
import { importsOf } from "./import-graph.ts";
import { readSources, type Sources } from "./sources.ts";

/** A form that begins with what is stored. */
const isFilled = (text: string) => /<PostForm\b[^>]*\sinitial=/.test(text);
/** There a form begins with what we suggest. */
const isForSomethingNew = (file: string) => /(-new|\/first-administrator)\.route\.tsx$/.test(file);

/** Routes of which a part fills a form, by the files that they are made of. */
function filling(sources: Sources): string[] {
  const imports = importsOf(sources).filter(({ isType, to }) => !isType && to.endsWith(".tsx"));
  const partsOf = (route: string) => {
    const parts = new Set([route]);
    for (const part of parts) for (const { from, to } of imports) if (from === part) parts.add(to);
    return [...parts];
  };
  return [...sources.keys()]
    .filter((file) => file.endsWith(".route.tsx") && !isForSomethingNew(file))
    .filter((route) => partsOf(route).some((part) => isFilled(sources.get(part) ?? "")));
}

/**
 * Controls that are filled in past the form, so that it cannot say what it has seen. What is typed for this one time,
 * suggested, or sought is not stored.
 */
const filledPast = (sources: Sources) =>
  [...sources]
    .filter(([file]) => !file.startsWith("app/ui/form/"))
    .filter(([, text]) => /\bdefault(Value|Checked)=/.test(text))
    .map(([file]) => file);

const typedThisTime = [
  "app/attendance/sheet/sheet.tsx",
  "app/certificates/issue/candidate-list.tsx",
  "app/desk/desk.route.tsx",
  "app/desk/faculty/member-new.route.tsx",
  "app/desk/timetable/paste/paste-preview.tsx",
  "app/desk/timetable/paste/row-questions.tsx",
  "app/desk/timetable/shift/repeat.route.tsx",
  "app/doubles/side-row.tsx",
  "app/enrolment/behalf/adding/adding-search.tsx",
  "app/enrolment/selection/board.tsx",
  "app/faculty/requests/teaching-answer.tsx",
  "app/imports/review/encoding-form.tsx",
  "app/imports/review/review-rows.tsx",
  "app/nominations/sender/people-choice.tsx",
  "app/shell/search/search-box.tsx",
  "app/sign-in/password/new-password-fields.tsx",
  "app/timetable/session/repeated-hour-select.tsx",
  "app/ui/display/list-tools.tsx",
];

const sources = readSources(["app"], /\.tsx$/);

// it loads every page
test("a form that shows what is stored has a door that asks before it undoes what others have saved", {
  timeout: 60_000,
}, async () => {
  const files = ((await routes) as RouteConfigEntry[]).map(({ file }) => file);
  const modules = await Promise.all(
    files.map(async (file) => ({ file, ...(await import(/* @vite-ignore */ `../../app/${file}`)) })),
  );
  const editing = modules.filter(({ action }) => action && edits in action).map(({ file }) => `app/${file}`);
  expect(editing.sort()).toEqual(filling(sources).sort());
});

test("nothing that is stored is filled in past the form", () => {
  expect(filledPast(sources)).toEqual(typedThisTime);
});

test("what is wrong is seen", () => {
  const form = `export const ThingForm = () => <PostForm\n  part="thing" initial={initial} labels={labels}>`;
  const page = `import { ThingForm } from "./thing-form.tsx";`;
  const planted: Sources = new Map([
    ["app/desk/thing-form.tsx", form],
    ["app/desk/thing.route.tsx", page],
    ["app/desk/thing-new.route.tsx", page],
    ["app/desk/empty.route.tsx", `<PostForm labels={labels}>`],
    ["app/desk/box.tsx", `<input defaultChecked={isOn} />`],
  ]);
  expect(filling(planted)).toEqual(["app/desk/thing.route.tsx"]);
  expect(filledPast(planted)).toEqual(["app/desk/box.tsx"]);
});
