import { listInstitutions } from "#app/institutions/queries.ts";
import { publicDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { pictureFacts, pictureVersion } from "./picture-facts.ts";
import { pictureOf } from "./picture-memory.ts";

/** What others show beside the address of a workshop. They ask from anywhere, and keep it for a day. */
export const loader = publicDownload(async ({ db, locale, t, at, params, request }) => {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const [host] = await listInstitutions(db, workshop.startsOn, [workshop.hostInstitutionId]);
  const facts = pictureFacts(workshop, host, { locale, t, at });
  const tag = `"${pictureVersion(facts)}"`;
  const isKnown = request.headers.get("if-none-match") === tag;
  return {
    type: "image/png",
    name: `${workshop.code}.png`,
    content: isKnown ? "" : await pictureOf(facts),
    status: isKnown ? 304 : 200,
    headers: {
      "Cache-Control": "public, max-age=86400",
      "Content-Disposition": "inline",
      "Cross-Origin-Resource-Policy": "cross-origin",
      ETag: tag,
    },
  };
});
