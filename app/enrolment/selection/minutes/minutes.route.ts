import { compileApart } from "#app/documents/pdf-apart.ts";
import { findMinutesText } from "#app/nominations/selection/queries.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryCount } from "#app/web/search-params.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import type { Minutes } from "./minutes.queries.ts";
import { minutesPaper } from "./minutes-paper.ts";

/** The minutes of a round, in the language of the address: `?round=1`, the latest by default. */
export const loader = guardedDownload("nomination.review", async ({ db, reach, params, url, locale, t, request }) => {
  const workshop = orNotFound(await findWorkshopId(db, params.code ?? "", reach));
  const { number, minutes } = orNotFound(await findMinutesText(db, workshop.id, queryCount(url, "round")));
  const paper = minutesPaper({ minutes: JSON.parse(minutes) as Minutes, number, locale, t });
  return {
    type: "application/pdf",
    name: `${params.code}-${locale}-${number}.pdf`,
    content: await compileApart(paper, request.signal),
  };
});
