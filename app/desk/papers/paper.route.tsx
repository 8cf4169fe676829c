import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { compileApart } from "#app/documents/pdf-apart.ts";
import { guardedDownload } from "#app/web/doors/file-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { cardsPaper, type Making, participantsPaper } from "./compose.ts";
import { type PaperKind, paperOfFile, paperOptions } from "./options.ts";
import { type PaperData, paperSource } from "./paper-source.ts";
import { nameOfChoice, sheetChoice, signInPaper } from "./sign-in.ts";
import { timetablePaper } from "./timetable.ts";

/** A paper to print, made as it is asked for. Where there is nothing to print yet, the page says what will fill it. */
export const loader = guardedDownload("participant.read", async ({ db, reach, params, url, locale, request }) => {
  const kind = orNotFound(paperOfFile(params.paper));
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const options = paperOptions(url, locale);
  const data = await dataOf[kind]({ db, workshop, options }, url);
  if (!data) throw redirect(to.papers({ locale, code: workshop.code }));
  return {
    type: "application/pdf",
    name: `${workshop.code}-${kind === "sign-in" ? nameOfChoice(sheetChoice(url)) : kind}.pdf`,
    content: await compileApart(paperSource(kind, data, workshop.changedAt), request.signal),
  };
});

const dataOf: Record<PaperKind, (making: Making, url: URL) => Promise<PaperData | null>> = {
  "sign-in": (making, url) => signInPaper(making, sheetChoice(url)),
  participants: (making) => participantsPaper(making),
  badges: (making) => cardsPaper(making, "badges"),
  signs: (making) => cardsPaper(making, "signs"),
  timetable: (making) => timetablePaper(making),
};
