import { expect, test } from "vitest";
import { folderOf } from "./house.ts";
import { readSources, type Sources } from "./sources.ts";

const sources = readSources(["app"], /./);

/** Layers of a room: alone, or behind the noun that they are about. What each may do stands in the import rules. */
const layer = /^([a-z0-9-]+\.)?(rules|form|queries|commands|jobs)\.ts$/;
/** The other kinds of a file, each by its ending. */
const kinds = /^[a-z0-9-]+(\.route\.tsx?|\.client\.ts|\.server\.ts|\.d\.ts|\.tsx|\.ts|\.mjs|\.css|\.typ|\.md)$/;
/** What a folder says of itself. */
const readme = "README.md";
/** Words that some house has for a layer, and ours has not. */
const foreign = /\b(utils?|helpers?|services?|misc|lib|common|models?|repositor(y|ies)|controllers?)\.(ts|tsx)$/;

/** Files whose name says nothing of what they hold, or says it as nobody else here does. */
const misnamed = (paths: Iterable<string>) =>
  [...paths]
    .filter((path) => folderOf(path) !== "")
    .filter((path) => {
      const name = path.split("/").at(-1) ?? "";
      return !(layer.test(name) || kinds.test(name) || name === readme) || isDotted(name) || foreign.test(name);
    });

/** Behind a noun stands a layer, or one of the endings: nothing that looks like a layer of its own. */
const isDotted = (name: string) =>
  name.replace(/\.(route|client|server|d)\./, ".").split(".").length > 2 && !layer.test(name);

/** What Remix, and the face of privacy, look for under one name in many files. */
const shared = ["loader", "action", "handle", "findOwnData"];

const exported = /^export (?:async )?(?:function|const|type|class|interface) (\w+)/gm;

/** Names that mean two things. A word of one concept is looked for with one search. */
function ambiguous(files: Sources): string[] {
  const named = [...files].flatMap(([path, text]) =>
    [...text.matchAll(exported)].map(([, name = ""]) => ({ name, path })),
  );
  return [...Map.groupBy(named, ({ name }) => name)]
    .filter(([name, places]) => places.length > 1 && !shared.includes(name))
    .map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(", ")}`);
}

const code = new Map([...sources].filter(([path]) => /\.tsx?$/.test(path)));

test("a file says by its name what it holds", () => {
  expect(misnamed(sources.keys())).toEqual([]);
});

test("one name stands for one thing", () => {
  expect(ambiguous(code)).toEqual([]);
});

test("what is wrong is seen", () => {
  const wrong = [
    "app/desk/utils.ts",
    "app/desk/date-helper.ts",
    "app/desk/Today.tsx",
    "app/desk/today.view.ts",
    "app/desk/seats.command.ts",
    "app/desk/mail.jobs.tsx",
  ];
  expect(misnamed([...wrong, "app/desk/today-view.ts", "app/desk/seats.commands.ts", "app/desk/a.route.ts"])).toEqual(
    wrong,
  );
  const twice: Sources = new Map([
    ["app/desk/a.ts", "export const countMarks = 1;\nexport const loader = 1;\n"],
    ["app/desk/b.ts", "export async function countMarks() {}\nexport const loader = 2;\n"],
  ]);
  expect(ambiguous(twice)).toEqual(["countMarks: app/desk/a.ts, app/desk/b.ts"]);
});
