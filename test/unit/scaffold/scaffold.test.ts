import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { root } from "#test/architecture/sources.ts";
import { faultsWithin, readTexts, toWrite } from "#test/architecture/texts.ts";
import { newEvent } from "#test/scaffold/new-event.ts";
import { newRoute } from "#test/scaffold/new-route.ts";

const madeByRunning = [".git", "node_modules", "build", "data", ".cache", "output"];

let tree: string;
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "puente-scaffold-"));
  cpSync(root, tree, { recursive: true, filter: (path) => path === root || !madeByRunning.includes(basename(path)) });
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
});
afterAll(() => rmSync(tree, { recursive: true }));

/** Names that the site will hardly need itself. */
const packingList = {
  page: "desk/packing-list",
  address: "/:l/desk/workshops/:code/packing-list",
  permission: "workshop.change",
};
const repainted = { event: "workshop.repainted", ids: ["workshopId"], reactions: ["letter", "calendar"] };

const textIn = (path: string) => readFileSync(join(tree, path), "utf8");

/** What a program of the packages has to say against the tree; nothing where it is content. */
function complaintsOf(program: string, ...args: string[]): string {
  const script = join(tree, "node_modules", program);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: tree, encoding: "utf8" });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

/** As a translator would, each language in its own words. */
function write(locale: string): void {
  for (const name of readdirSync(join(tree, "locales", locale))) {
    const path = join(tree, "locales", locale, name);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(new RegExp(`"${toWrite} .*"`, "g"), `"${locale}"`));
  }
}

/** As whoever made two pages would, so that people find them. */
const link = () =>
  writeFileSync(
    join(tree, "app/shell/new-links.ts"),
    `import { to } from "#app/addresses.ts";
import type { Locale } from "#app/i18n/locales.ts";

export const newLinks = (locale: Locale) => [to.packingList({ locale, code: "MJ-1" }), to.aboutBridges({ locale })];
`,
  );

test("what is asked for wrongly is refused, and leaves nothing behind", () => {
  const before = textIn("app/addresses.ts");
  for (const [change, told] of [
    [{ page: "PackingList" }, "kebab-case"],
    [{ page: "nowhere/packing-list" }, "No folder"],
    [{ page: "desk/desk" }, "there already"],
    [{ page: "desk/sheet" }, "the name of an address"],
    [{ address: "packing-list" }, "slash"],
    [{ address: "/:l/desk" }, "an address already"],
    [{ permission: "quota.change" }, "app/access/permissions.ts first"],
    [{ page: "statistics/packing-list" }, "--texts="],
  ] as const)
    expect(() => newRoute(tree, { ...packingList, ...change })).toThrow(told);
  for (const [change, told] of [
    [{ event: "moved" }, "noun and a verb"],
    [{ event: "workshop.cancelled" }, "declared already"],
    [{ ids: [] }, "Name ids"],
    [{ ids: ["title"] }, "ids only"],
    [{ event: "bridge.moved" }, "--room="],
  ])
    expect(() => newEvent(tree, { ...repainted, ...(change as Partial<typeof repainted>) })).toThrow(told as string);
  expect(textIn("app/addresses.ts")).toBe(before);
});

test("pages and an event are made that pass types, style and the order of the house, once their texts are written", {
  timeout: 600_000,
}, () => {
  const left = [
    ...newRoute(tree, packingList),
    ...newRoute(tree, {
      page: "catalogue/about-bridges",
      address: "/:l/about-bridges",
      permission: "public",
      texts: "workshops",
    }),
    ...newEvent(tree, repainted),
  ];
  expect(left.join("\n")).toContain("locales/{es,ja,en}/mail.json");
  expect(textIn("app/addresses.ts")).toContain(`\n  packingList: "/:l/desk/workshops/:code/packing-list",\n`);
  const files = new Map([["locales/es/desk.json", textIn("locales/es/desk.json")]]);
  expect(faultsWithin("es", readTexts(files, "es"))).toContain("es has yet to say desk:packingList.title");
  for (const locale of locales) write(locale);
  link();
  for (const [program, ...args] of [
    ["typescript/bin/tsc", "--noEmit"],
    ["@biomejs/biome/bin/biome", "ci", "--vcs-enabled=false", "--error-on-warnings", "app", "locales"],
    ["vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts", "--project", "architecture"],
  ] as const)
    expect(complaintsOf(program, ...args)).toBe("");
});
