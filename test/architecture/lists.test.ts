import { expect, test } from "vitest";
import { type AddressName, addresses } from "#app/addresses.ts";
import { listFiles } from "#app/list-files.ts";
import routes from "#app/routes.ts";
import { handsOver } from "#app/web/doors/list-door.ts";
import { readSources, type Sources } from "./sources.ts";

const sources = readSources(["app"], /\.tsx?$/);

/** Lists of a page that no file has, and why. */
const withoutFile: Record<string, string> = {
  "app/attendance/sheet/sheet.tsx": "a form: its page hands the sheet over as a list of its own",
  "app/desk/planner/chart/chart.tsx": "bars over days: they leave as a list of their own",
  "app/desk/workshop/session-table.tsx": "a timetable: it leaves as a calendar",
  "app/imports/review/review-rows.tsx": "a file that somebody has sent, as it would be taken: they have it",
  "app/messages/mine/my-messages.route.tsx": "somebody's own: it leaves with everything that is kept about them",
  "app/search/search.route.tsx": "a few of each kind: the whole of each is a list of its own",
};

/** Draws every described list. */
const drawing = "app/tables/list-table.tsx";

/** Files that draw a list of their own, past its description. */
const undescribed = (files: Sources) =>
  [...files].filter(([path, text]) => path !== drawing && /\bid="list"/.test(text)).map(([path]) => path);

/** Routes whose page shows a described list: by their own hand, or through components that they import. */
function showing(files: Sources): string[] {
  const found = new Set([...files].filter(([, text]) => /<List(Table|Rows)\b/.test(text)).map(([path]) => path));
  const importsFound = (path: string, text: string) =>
    [...text.matchAll(/from "(#app|\.)\/([^"]+)"/g)].some(([, where, name]) =>
      found.has(where === "." ? path.replace(/[^/]+$/, name ?? "") : `app/${name}`),
    );
  found.delete(drawing);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const [path, text] of files) if (path.endsWith(".tsx") && importsFound(path, text)) found.add(path);
  }
  return [...found].filter((path) => path.endsWith(".route.tsx"));
}

const entries = await routes;
const pathOf = (name: AddressName) => addresses[name].slice(1);
const pageOf = (name: string) => `app/${entries.find(({ path }) => path === pathOf(name as AddressName))?.file}`;
const handedOver = Object.keys(listFiles).map(pageOf);

/** Pages with a list that cannot be taken along. */
const untakeable = (files: Sources, taken: readonly string[]) => showing(files).filter((path) => !taken.includes(path));

test("every list is described once, or says why it leaves as no file", () => {
  expect(undescribed(sources).sort()).toEqual(Object.keys(withoutFile).sort());
});

test("every page with a list hands it over as a file", () => {
  expect(showing(sources).length).toBeGreaterThan(7);
  expect(untakeable(sources, handedOver)).toEqual([]);
});

test.each(Object.entries(listFiles))("%s has its list at its address with .xlsx and .csv", async (name, file) => {
  const { loader } = await import(/* @vite-ignore */ `../../app/${file}`);
  expect(handsOver in loader).toBe(true);
  const own = entries.filter((entry) => entry.file === file).map(({ path }) => path);
  expect(own).toEqual([`${pathOf(name as AddressName)}.xlsx`, `${pathOf(name as AddressName)}.csv`]);
});

test("what is wrong is seen", () => {
  const planted = (path: string, text: string): Sources => new Map([[path, text]]);
  const table = `<Table id="list" caption={t("title")} />`;
  expect(undescribed(planted("app/desk/today.tsx", table))).toEqual(["app/desk/today.tsx"]);
  const page = `import { Guests } from "./guests.tsx";\n<Guests />`;
  const files = new Map([
    ...planted("app/desk/guests.tsx", "<ListTable list={guestList} rows={rows} />"),
    ...planted("app/desk/guests.route.tsx", page),
    ...planted("app/desk/other.route.tsx", "<Page />"),
  ]);
  expect(untakeable(files, [])).toEqual(["app/desk/guests.route.tsx"]);
  expect(untakeable(files, ["app/desk/guests.route.tsx"])).toEqual([]);
});
