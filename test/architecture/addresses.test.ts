import { expect, test } from "vitest";
import { addresses } from "#app/addresses.ts";
import { gluedIn, isReviewed, type Reviewed, sameAddresses, unlinked } from "./glued-addresses.ts";
import { readSources, type Sources } from "./sources.ts";

/** They name the addresses; everybody else asks `to`. */
const siteMap = ["app/addresses.ts", "app/address-makers.ts", "app/routes.ts", "app/list-files.ts"];
const sources: Sources = new Map([...readSources(["app"], /\.tsx?$/)].filter(([file]) => !siteMap.includes(file)));

const reviewed: Reviewed[] = [
  {
    file: "app/demo/mail-reader.route.tsx",
    text: "word.startsWith(`${appUrl}/`)",
    reason: "tells our addresses in a letter from those of others",
  },
  {
    file: "app/i18n/locales.ts",
    text: "pathname.replace(/^\\/[^/]+/, `/${locale}`) : `/${locale}`",
    reason: "gives an address that is there already another language, below whatever knows our addresses",
  },
  { file: "app/operations/backup.ts", text: "`${dataDir}/backups/puente-${stamp}.sqlite`", reason: "a file's path" },
  {
    file: "app/operations/http/static-files.ts",
    text: "`/${relative(folder, join(parentPath, name))",
    reason: "public files have their paths as addresses",
  },
  { file: "app/files/s3-store.ts", text: "`${bucketUrl}/${id}${query}`", reason: "an address of the store's" },
  { file: "app/settings/files-url.ts", text: "}://${host}/${bucket}`", reason: "an address of the store's" },
  {
    file: "app/web/doors/stored-download.ts",
    text: "`bytes ${first}-${last}/${sizeBytes}`",
    reason: "a range of bytes",
  },
  {
    file: "app/ui/frame/nav-link.tsx",
    text: "path.startsWith(`${href}/`)",
    reason: "asks whether an address that is there already is below another",
  },
];

/** Nobody is led there by us. */
const reachedFromOutside: Record<string, string> = {
  language: "what people type, or have from a poster",
  robots: "search engines ask for it by themselves",
  gallery: "engineers type it; the page moves to `galleryIn`",
};

test("no address is glued by hand", () => {
  expect(gluedIn(sources).filter((found) => !isReviewed(found, reviewed))).toEqual([]);
});

test("what is reviewed is still there", () => {
  const found = gluedIn(sources);
  const gone = reviewed.filter((known) => !found.some((one) => isReviewed(one, [known])));
  expect(gone).toEqual([]);
});

test.each([
  ["a whole one", "const page = `/${locale}/desk`;"],
  ["one of the first words", "const page = `/dev/mail`;"],
  ["one in a page's own HTML", `<p><a href="/\${locale}">\${t("error.home")}</a></p>`],
  ["one that goes on from another", "<a href={`${base}/sessions/new`}>"],
  ["one that goes on from a call", "redirect(`${to.desk({ locale })}/workshops`);"],
  ["one behind our origin", "const link = `${settings.appUrl}/${locale}/me`;"],
  ["one that needs nothing", `<a className="link" href="/dev/mail">`],
  ["one in a language", `const page = "/es/desk";`],
  ["a part for somebody else to glue", `progressAddress(locale, "/people", query);`],
  ["a part behind a plus", `const page = to.me({ locale }) + "/profile?done=person";`],
])("an address glued by hand is seen: %s", (_, line) => {
  expect(gluedIn(new Map([["app/desk/x.tsx", `import "x";\n${line}\n`]]))).toEqual([{ file: "app/desk/x.tsx", line }]);
});

test.each([
  ["an address that is asked for", "<a href={to.sheet({ locale, code, n: number })}>"],
  ["a place on a page", "const page = `${to.details({ locale, code })}#field-title-${locale}`;"],
  ["a question to the same page", "href: `?state=${state}`,"],
  ["a file that the browser gets as it is", `<link rel="icon" href="/icon.svg" />`],
  ["a fraction", "const share = `${part} / ${whole}`;"],
  ["a comment", " * Where `/es/desk` leads."],
])("%s is not glued", (_, line) => {
  expect(gluedIn(new Map([["app/desk/x.tsx", `${line}\n`]]))).toEqual([]);
});

test("every address is linked from somewhere", () => {
  expect(unlinked(Object.keys(addresses), sources)).toEqual(Object.keys(reachedFromOutside));
});

test("an address without a link is seen", () => {
  const asking = `import { to } from "#app/addresses.ts";\n`;
  const planted = new Map([
    ["app/desk/a.tsx", `${asking}const page = to.desk({ locale });`],
    [
      "app/desk/b.tsx",
      `${asking}const parts = ["state", "details"] as const;\nparts.map((part) => to[part]({ locale }));`,
    ],
    ["app/desk/c.tsx", `${asking}const name = "messages"; to.newSession({ locale });`],
  ]);
  const names = ["desk", "state", "details", "session", "messages"];
  expect(unlinked(names, planted)).toEqual(["session", "messages"]);
});

test("no address has two names", () => {
  expect(sameAddresses(addresses)).toEqual([]);
  expect(sameAddresses({ account: "/:l/accounts/:id", person: "/:l/accounts/:code", own: "/:l/me" })).toEqual([
    "account = person",
  ]);
});
