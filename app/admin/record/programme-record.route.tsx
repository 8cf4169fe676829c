import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { archiveProgramme, holdProgramme, renameProgramme } from "#app/programmes/commands.ts";
import { findProgramme, findProgrammeTitle } from "#app/programmes/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { programmeRecordForm } from "./form.ts";
import { RecordPage } from "./record-page.tsx";
import { isProgrammeUsed } from "./usage.queries.ts";

export const loader = guardedLoader("programme.change", async ({ db, actor, locale, params, url }) => {
  const { id, code, archivedAt } = orNotFound(await findProgramme(db, params.code ?? ""));
  return {
    code,
    name: textIn(await findProgrammeTitle(db, id), locale).text || code,
    isUsed: await isProgrammeUsed(db, id),
    archived: archivedAt && formatDate(locale, localDate(archivedAt, actor.zone)),
    done: queryChoice(url, "done", ["renamed", "archived", "restored"]),
  };
});

export const action = guardedAction("programme.change", programmeRecordForm, async (visit) => {
  const { trx, by, input, values, locale, params } = visit;
  const { id, code } = orNotFound(await holdProgramme(trx, params.code ?? ""));
  if (input.part !== "code") {
    await archiveProgramme(trx, id, input.part === "archiving", by);
    const done = input.part === "archiving" ? "archived" : "restored";
    return redirect(to.programmeRecord({ locale, code }, { done }));
  }
  if (await isProgrammeUsed(trx, id)) return refuse(invalid({ code: "institutions:record.nowUsed" }, values, 409));
  if (!(await renameProgramme(trx, { id, code }, input.code, by)))
    return refuse(invalid({ code: "programmes:form.codeTaken" }, values));
  return redirect(to.programmeRecord({ locale, code: input.code }, { done: "renamed" }));
});

export default function ProgrammeRecordPage() {
  const record = useLoaderData<typeof loader>();
  const isBack = useActionData() !== undefined;
  const { t, locale } = useTranslation("programmes");
  const list = { to: to.programmes({ locale }), label: t("list.title") };
  const page = to.programme({ locale, code: record.code });
  return <RecordPage kind="programme" record={record} list={list} page={page} isBack={isBack} />;
}
