import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { archiveInstitution, renameInstitution } from "#app/institutions/commands.ts";
import { findInstitution, listInstitutions } from "#app/institutions/queries.ts";
import { localDate } from "#app/time/wall-time.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { hold } from "#db/hold.ts";
import { institutionRecordForm } from "./form.ts";
import { RecordPage } from "./record-page.tsx";
import { isInstitutionUsed } from "./usage.queries.ts";

export const loader = guardedLoader("programme.change", async ({ db, actor, locale, at, params, url }) => {
  const { id, code, archivedAt } = orNotFound(await findInstitution(db, params.code ?? ""));
  const [named] = await listInstitutions(db, localDate(at, actor.zone), [id]);
  return {
    code,
    name: textIn(named?.name ?? {}, locale).text || code,
    isUsed: await isInstitutionUsed(db, id),
    archived: archivedAt && formatDate(locale, localDate(archivedAt, actor.zone)),
    done: queryChoice(url, "done", ["renamed", "archived", "restored"]),
  };
});

export const action = guardedAction("programme.change", institutionRecordForm, async (visit) => {
  const { trx, by, input, values, locale, params } = visit;
  const { id, code } = orNotFound(await findInstitution(trx, params.code ?? ""));
  await hold(trx, "institution", id);
  if (input.part !== "code") {
    await archiveInstitution(trx, id, input.part === "archiving", by);
    const done = input.part === "archiving" ? "archived" : "restored";
    return redirect(to.institutionRecord({ locale, code }, { done }));
  }
  if (await isInstitutionUsed(trx, id)) return refuse(invalid({ code: "institutions:record.nowUsed" }, values, 409));
  if (!(await renameInstitution(trx, { id, code }, input.code, by)))
    return refuse(invalid({ code: "institutions:form.codeTaken" }, values));
  return redirect(to.institutionRecord({ locale, code: input.code }, { done: "renamed" }));
});

export default function InstitutionRecordPage() {
  const record = useLoaderData<typeof loader>();
  const isBack = useActionData() !== undefined;
  const { t, locale } = useTranslation("institutions");
  const list = { to: to.institutions({ locale }), label: t("list.title") };
  const page = to.institution({ locale, code: record.code });
  return <RecordPage kind="institution" record={record} list={list} page={page} isBack={isBack} />;
}
