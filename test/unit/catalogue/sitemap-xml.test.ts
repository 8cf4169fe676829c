import { expect, test } from "vitest";
import { to } from "#app/addresses.ts";
import { mostAddresses, sitemapXml } from "#app/catalogue/sitemap/sitemap-xml.ts";

const origin = "https://puente.example";
const written = (...args: Parameters<typeof sitemapXml>) => [...sitemapXml(...args)].join("");

test("each language of a page has an entry that names all of them, and when it has changed", () => {
  const page = {
    addressIn: (locale: "es" | "ja" | "en") => to.workshops({ locale }),
    changedAt: "2026-11-01T00:00:00.000Z",
  };
  const twins = ["es", "ja", "en"]
    .map((l) => `<xhtml:link rel="alternate" hreflang="${l}" href="${origin}/${l}/workshops"/>`)
    .join("");
  const entry = (l: string) =>
    `<url><loc>${origin}/${l}/workshops</loc><lastmod>2026-11-01T00:00:00.000Z</lastmod>${twins}</url>\n`;
  expect(written([{ ...page, changedAt: "2026-11-01T00:00:00.000Z" }], origin)).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n` +
      `${entry("es")}${entry("ja")}${entry("en")}</urlset>\n`,
  );
  expect(written([{ addressIn: page.addressIn }], origin)).not.toContain("lastmod");
});

test("what means something to XML is written out", () => {
  const xml = written([{ addressIn: () => `/a?b=1&c='"<>` }], origin);
  expect(xml).toContain(`<loc>${origin}/a?b=1&amp;c=&apos;&quot;&lt;&gt;</loc>`);
});

test("it holds as many addresses as it may, and each page in all its languages", () => {
  const many = Array.from({ length: mostAddresses }, (_, n) => ({ addressIn: (locale: string) => `/${locale}/${n}` }));
  const count = written(many, origin).split("<url>").length - 1;
  expect([count <= mostAddresses, count % 3, count]).toEqual([true, 0, 49_998]);
});
