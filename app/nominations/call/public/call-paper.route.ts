import { compileApart } from "#app/documents/pdf-apart.ts";
import { findCallVersion, listCallVersions } from "#app/nominations/call/queries.ts";
import { publicDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryCount } from "#app/web/search-params.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { callPaper } from "./call-paper.ts";

/** A version of a call on paper, in the language of the address. */
export const loader = publicDownload(async ({ db, params, url, locale, t, request, context }) => {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const asked = queryCount(url, "version");
  const [latest = null] = asked === null ? await listCallVersions(db, workshop.id) : [];
  const version = orNotFound(asked === null ? latest : await findCallVersion(db, workshop.id, asked));
  const { appUrl } = context.settings;
  return {
    type: "application/pdf",
    name: `${workshop.code}-${locale}-v${version.number}.pdf`,
    content: await compileApart(await callPaper(db, { workshop, version, locale, t, appUrl }), request.signal),
  };
});
