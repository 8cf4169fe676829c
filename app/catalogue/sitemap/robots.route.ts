import { to } from "#app/addresses.ts";
import { publicDownload } from "#app/web/doors/file-door.ts";

/** Pages about certificates say themselves that no search engine may list them: for that they have to be read. */
export const loader = publicDownload(async ({ context: { settings } }) => ({
  type: "text/plain; charset=utf-8",
  name: "robots.txt",
  content: `User-agent: *\nDisallow:\n\nSitemap: ${settings.appUrl}${to.sitemap()}\n`,
  headers: { "Content-Disposition": "inline", "Cache-Control": "public, max-age=3600" },
}));
