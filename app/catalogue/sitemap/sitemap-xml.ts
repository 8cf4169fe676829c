import { xmlText } from "#app/catalogue/xml-text.ts";
import { type Locale, locales } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";

/** A page in all languages, as one address each; `changedAt` where it is known. */
export type Mapped = { addressIn: (locale: Locale) => string; changedAt?: Instant | null };

/** More addresses a sitemap may not have (sitemaps.org). */
export const mostAddresses = 50_000;

/**
 * The sitemap's lines, bit by bit. Each language of a page has an entry of its own, which names the others. What comes
 * first is in it, as far as it may go; a page is there in all its languages, or in none.
 * @param origin without a slash at its end
 */
export function* sitemapXml(pages: Iterable<Mapped>, origin: string): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  let left = mostAddresses;
  for (const page of pages) {
    left -= locales.length;
    if (left < 0) break;
    yield entriesOf(page, origin);
  }
  yield "</urlset>\n";
}

function entriesOf({ addressIn, changedAt }: Mapped, origin: string): string {
  const addresses = locales.map((locale) => ({ locale, href: xmlText(origin + addressIn(locale)) }));
  const twins = addresses.map(
    ({ locale, href }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${href}"/>`,
  );
  const lastmod = changedAt ? `<lastmod>${changedAt}</lastmod>` : "";
  return addresses.map(({ href }) => `<url><loc>${href}</loc>${lastmod}${twins.join("")}</url>\n`).join("");
}
