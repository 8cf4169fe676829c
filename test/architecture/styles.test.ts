import { expect, test } from "vitest";
import { faces, folderOf, rooms } from "./house.ts";
import { readSources, type Sources } from "./sources.ts";

const styles = readSources(["app/ui"], /\.css$/);
const components = readSources(["app"], /\.tsx$/);

/** What the domain talks of, beside the names of its rooms. */
const nouns = [
  "workshop",
  "session",
  "seat",
  "sheet",
  "sign",
  "signature",
  "official",
  "theme",
  "offer",
  "participant",
];

/** `institutions` and `institution`: a class could be named after either. */
const words = new Set([...rooms, ...faces, ...nouns].flatMap((word) => [word, word.replace(/s$/, "")]));

const classesIn = (sources: Sources): string[] => {
  const bare = [...sources.values()].join("\n").replace(/\/\*[\s\S]*?\*\/|"[^"]*"/g, " ");
  return [...new Set([...bare.matchAll(/\.(-?[a-z][\w-]*)/g)].map(([, name]) => name ?? ""))].sort();
};

/** Folders that name a class, whole or up to the part that is known only as the code runs: `badge-${tone}`. */
function foldersUsing(name: string, sources: Sources): string[] {
  const stem = name.replace(/[a-z]+$/, "");
  const named = new RegExp(`(?<![\\w.-])${name}(?![\\w.-])`);
  const isUsed = (text: string) =>
    literalsIn(text).some((literal) => named.test(literal) || (stem !== "" && literal.includes(`${stem}\${`)));
  return [...new Set([...sources].filter(([, text]) => isUsed(text)).map(([path]) => folderOf(path)))];
}

const literalsIn = (text: string): string[] => text.match(/"[^"\n]*"|`[^`]*`/g) ?? [];

const knowsItsRoom = (names: string[]) => names.filter((name) => name.split("-").some((part) => words.has(part)));

function badlyPlaced(names: string[], sources: Sources): string[] {
  return names.flatMap((name) => {
    const [only, ...others] = foldersUsing(name, sources);
    if (only === undefined) return [`.${name} is used nowhere`];
    const isRoom = [...rooms, ...faces].some((room) => room === only);
    return others.length === 0 && isRoom ? [`.${name} belongs to ${only}`] : [];
  });
}

test("no class in ui/ has its name from the domain", () => {
  expect(knowsItsRoom(classesIn(styles))).toEqual([]);
});

test("every class in ui/ is in use, and by more than one room", () => {
  expect(badlyPlaced(classesIn(styles), components)).toEqual([]);
});

test("what is wrong is seen", () => {
  const css =
    ".panel { color: red; }\n/* .comment */ .badge-good::before, .dense:has(.sign-in) > nav { width: 0.5rem; }";
  const names = classesIn(new Map([["app/ui/styles/layout.css", css]]));
  expect(names).toEqual(["badge-good", "dense", "panel", "sign-in"]);
  expect(knowsItsRoom([...names, "session", "workshop-card", "people"])).toEqual([
    "sign-in",
    "session",
    "workshop-card",
    "people",
  ]);
  const using: Sources = new Map([
    ["app/ui/badge.tsx", "className={`badge badge-${tone}`}"],
    ["app/desk/today.tsx", '<div className="panel wide" />'],
  ]);
  expect(badlyPlaced(["badge-good", "panel", "thread"], using)).toEqual([
    ".panel belongs to desk",
    ".thread is used nowhere",
  ]);
});
