import { listCandidates } from "#app/certificates/issue/candidates.ts";
import { readFontCoverage } from "#app/documents/font-coverage.ts";
import { missingGlyphs } from "#app/documents/glyphs.ts";
import { compileApart } from "#app/documents/pdf-apart.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryText } from "#app/web/search-params.ts";
import { findWorkshop } from "#app/workshops/queries.ts";

import { certificateSource } from "./certificate-pdf.ts";
import { composeData, composeShared, wordingOf } from "./compose.ts";

/**
 * How the certificate of one person would look: marked as a specimen, without a number, and kept nowhere. Whoever
 * cannot have one yet has no specimen.
 */
export const loader = guardedDownload("certificate.issue", async ({ db, reach, params, url, at, request, context }) => {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const fonts = readFontCoverage();
  const enrolment = queryText(url, "enrolment");
  const candidates = await listCandidates(db, workshop, fonts);
  const { person } = orNotFound(candidates.find((one) => one.person.id === enrolment && one.hindrances.length === 0));
  const shared = await composeShared(db, workshop, at);
  orNotFound(missingGlyphs(fonts, wordingOf(shared, [person])).length === 0 || null);
  const holder = { ...person, certificateName: person.certificateName as string };
  const data = composeData(shared, holder, { number: "", verifyUrl: context.settings.appUrl });
  return {
    type: "application/pdf",
    name: `${workshop.code}-specimen.pdf`,
    content: await compileApart(certificateSource(data), request.signal),
  };
});
