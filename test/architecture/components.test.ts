import { expect, test } from "vitest";
import { readSources, type Sources } from "./sources.ts";

const components = readSources(["app"], /\.tsx?$/);

/** Remix's ways to what a loader or an action gave, or to the address. */
const dataHook =
  /\buse(LoaderData|ActionData|RouteLoaderData|Matches|RouteError|Location|Params|SearchParams|Navigation)[(<]/g;

/** They frame every page, and take from Remix what no page could hand down. */
const framing = ["app/root.tsx", "app/web/errors/error-page.tsx"];

/** Where a route's page component begins and ends: what stands outside is a component like any other. */
function pageWithin(text: string): { from: number; to: number } {
  const from = text.search(/^export default function /m);
  const length = from < 0 ? 0 : text.slice(from).search(/^}/m);
  return { from, to: from + length };
}

/** Components that take from Remix what their page could hand them. */
const readers = (sources: Sources) =>
  [...sources]
    .filter(([path]) => !framing.includes(path))
    .flatMap(([path, text]) => {
      const page = path.endsWith(".route.tsx") ? pageWithin(text) : { from: 0, to: 0 };
      return [...text.matchAll(dataHook)]
        .filter(({ index }) => index < page.from || index > page.to)
        .map(([hook]) => `${path}: ${hook.slice(0, -1)}`);
    });

/** Outside `ui`, where the reader is comes as props like everything else. */
const lookers = (sources: Sources) =>
  [...sources].filter(([path, text]) => !path.startsWith("app/ui/") && /\buseHere\(/.test(text)).map(([path]) => path);

test("components take props: only a route's own page asks Remix for data", () => {
  expect(readers(components)).toEqual([]);
});

test("only the shared components know where the reader is", () => {
  expect(lookers(components)).toEqual([]);
});

/** Signing out twice is harmless: whoever does is signed out. */
const mayBeRepeated = ["app/shell/person-menu.tsx"];

/** Forms that change something and are told from no other: sent twice, they would act twice. */
const keyless = (sources: Sources) =>
  [...sources]
    .filter(([, text]) => /method(?:=|: )"post"/.test(text) && !/<FormKey\b/.test(text))
    .map(([path]) => path)
    .filter((path) => !mayBeRepeated.includes(path));

test("each form that changes something carries a key, by PostForm or PressForm", () => {
  expect(keyless(components)).toEqual([]);
});

test("what is wrong is seen", () => {
  const planted = (path: string, text: string): Sources => new Map([[path, text]]);
  const reading = "  const { rows } = useLoaderData<typeof loader>();\n";
  const page = `export default function Page() {\n${reading}}\n`;
  expect(readers(planted("app/desk/desk.route.tsx", page))).toEqual([]);
  expect(readers(planted("app/desk/desk.route.tsx", `${page}\nfunction List() {\n${reading}}\n`))).toHaveLength(1);
  expect(readers(planted("app/desk/desk.route.tsx", `function List() {\n${reading}}\n\n${page}`))).toHaveLength(1);
  expect(readers(planted("app/desk/today.tsx", page))).toEqual(["app/desk/today.tsx: useLoaderData"]);
  expect(readers(planted("app/ui/frame/nav-link.tsx", "const { pathname } = useLocation();"))).toHaveLength(1);
  expect(keyless(planted("app/desk/today.tsx", '<form method="post">'))).toHaveLength(1);
  expect(lookers(planted("app/desk/today.tsx", "const { path } = useHere();"))).toHaveLength(1);
});
