import { findFeedOwner } from "#app/timetable/feed/feed.queries.ts";
import { publicDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { feedCalendar } from "./feed-calendar.ts";

/** Calendar programs ask again and again, and cannot sign in: whoever knows the address sees its calendar. */
export const loader = publicDownload(async ({ db, params, at, context: { settings } }) => {
  const [, token = ""] = /^([\w-]{43})\.ics$/.exec(params.file ?? "") ?? [];
  const owner = orNotFound(token ? await findFeedOwner(db, token) : null);
  return {
    type: "text/calendar; charset=utf-8",
    name: "puente.ics",
    content: await feedCalendar(db, owner, { appUrl: settings.appUrl, at }),
  };
});
