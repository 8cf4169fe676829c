import { everywhere } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { untilChanged } from "#app/audit/until-changed.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { listProgrammes } from "#app/programmes/queries.ts";
import { publicDownload } from "#app/web/doors/file-door.ts";
import { listPublicPages } from "#app/workshops/list.queries.ts";
import { type Mapped, mostAddresses, sitemapXml } from "./sitemap-xml.ts";

export const loader = publicDownload(async ({ db, at, context: { settings } }) => {
  const { programmes, workshops } = await untilChanged(db, at, ["sitemap"], async () => ({
    programmes: await listProgrammes(db, everywhere),
    workshops: await listPublicPages(db, mostAddresses),
  }));
  const pages: Mapped[] = [
    { addressIn: (locale) => to.home({ locale }) },
    { addressIn: (locale) => to.workshops({ locale }) },
    ...programmes.map(({ code }) => ({ addressIn: (locale: Locale) => to.publicProgramme({ locale, code }) })),
    ...workshops.map(({ code, changedAt }) => ({
      addressIn: (locale: Locale) => to.workshop({ locale, code }),
      changedAt,
    })),
  ];
  return {
    type: "application/xml; charset=utf-8",
    name: "sitemap.xml",
    content: encoded(sitemapXml(pages, settings.appUrl)),
    headers: { "Content-Disposition": "inline", "Cache-Control": "public, max-age=3600" },
  };
});

/** A visitor's line takes some kilobytes at a time: the whole is never in memory. */
function encoded(lines: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let portion = "";
      while (portion.length < 32_000) {
        const { value, done } = lines.next();
        if (done) break;
        portion += value;
      }
      if (portion) controller.enqueue(encoder.encode(portion));
      else controller.close();
    },
  });
}
