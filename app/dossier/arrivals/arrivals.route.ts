import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { compileApart } from "#app/documents/pdf-apart.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { arrivalsPaper } from "./arrivals-paper.ts";

/** The list of arrivals on paper, in the language of the address. Where nobody's is known, the page says so. */
export const loader = guardedDownload("participant.change", async ({ db, reach, params, locale, t, request }) => {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const source = await arrivalsPaper(db, { workshop, locale, t });
  if (!source) throw redirect(to.dossier({ locale, code: workshop.code }));
  return {
    type: "application/pdf",
    name: `${workshop.code}-arrivals-${locale}.pdf`,
    content: await compileApart(source, request.signal),
  };
});
