import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readSources, root, type Sources } from "./sources.ts";

/** Versions before these have known holes, or bit us; the registry's own audit does not answer everywhere. */
const minimum: Record<string, string> = {
  "@remix-run/express": "2.17.5",
  "@remix-run/node": "2.17.5",
  "@remix-run/react": "2.17.5",
  "@remix-run/router": "1.23.2",
  "better-sqlite3": "13.2.0",
  cookie: "0.7.0",
  express: "4.21.2",
  i18next: "27.1.2",
  kysely: "0.29.9",
  nodemailer: "10.6.0",
  "path-to-regexp": "0.1.12",
  pg: "8.23.1",
  qs: "6.13.0",
  react: "19.3.1",
  "react-dom": "19.3.1",
  send: "0.19.0",
  "serve-static": "1.16.2",
  "turbo-stream": "2.4.1",
  undici: "6.24.0",
  zod: "4.6.7",
};

/** What a reader meets first, and what tools insist on. */
const topLevel = [
  ...["app", "db", "locales", "public", "test", ".ci", ".github"],
  ...[
    "README.md",
    "DECISIONS.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ],
  ...["biome.json", "vite.config.ts", ".gitignore", ".npmrc"],
];
const madeByRunning = [".git", "node_modules", "build", "data", ".cache"];

const ours = new Map(
  readdirSync(root)
    .filter((name) => topLevel.includes(name))
    .flatMap((name) => [...readSources([name], /./)])
    .filter(([path]) => !path.startsWith("test/output/")),
);

const tooLong = (sources: Sources) =>
  [...sources]
    .filter(([path]) => /^(app|db|test)\/.*\.(tsx?|mjs|css|typ)$/.test(path) && path !== "db/schema.ts")
    .filter(([, text]) => text.trimEnd().split("\n").length > 250)
    .map(([path]) => path);

/** Where packages come from is the business of whoever installs them. */
const namesRegistry = (sources: Sources) =>
  [...sources]
    .filter(([, text]) => /\bregistry\.(npmjs|yarnpkg|npmmirror)\.\w+|\bnpm\.pkg\.github|"resolved": "\w+:/.test(text))
    .map(([path]) => path);

const isOlder = (version: string, than: string) => version.localeCompare(than, "en", { numeric: true }) < 0;

test.each(Object.entries(minimum))("%s is at least %s wherever the running site has it", (name, version) => {
  const { packages } = JSON.parse(ours.get("package-lock.json") ?? "{}") as {
    packages: Record<string, { version: string; dev?: boolean }>;
  };
  const installed = Object.entries(packages).filter(([path, { dev }]) => path.endsWith(`node_modules/${name}`) && !dev);
  expect(installed.length).toBeGreaterThan(0);
  expect(
    installed.filter(([, found]) => isOlder(found.version, version)).map(([path, found]) => `${path} ${found.version}`),
  ).toEqual([]);
});

test("versions are compared as numbers", () => {
  expect(isOlder("4.9.0", "4.21.2")).toBe(true);
  expect(isOlder("13.2.0", "9.0.0")).toBe(false);
  expect(isOlder("2.17.5", "2.17.5")).toBe(false);
});

test("the top level holds nothing that has no place there", () => {
  expect(readdirSync(root).filter((name) => !topLevel.includes(name) && !madeByRunning.includes(name))).toEqual([]);
});

test("no file is longer than 250 lines", () => {
  expect(tooLong(ours)).toEqual([]);
});

test("no file says where packages come from", () => {
  expect(namesRegistry(ours)).toEqual([]);
});

test("a long file and a registry's name are seen", () => {
  for (const path of [
    "app/long.ts",
    "app/ui/long.css",
    "app/long.typ",
    "db/migrations/long.ts",
    "test/unit/long.test.ts",
  ])
    expect(tooLong(new Map([[path, "x;\n".repeat(251)]]))).toEqual([path]);
  expect(tooLong(new Map([["db/schema.ts", "x;\n".repeat(251)]]))).toEqual([]);
  expect(namesRegistry(new Map([["package-lock.json", `"resolved": "${"https:"}//example/a.tgz"`]]))).toEqual([
    "package-lock.json",
  ]);
});
