import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { cityInstant, cityOf } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { formChoices } from "#app/nominations/application/form-choices.ts";
import { listForms } from "#app/nominations/application/queries.ts";
import { callFormValues, offeredClosing, offeredValues } from "#app/nominations/call/call-form-values.ts";
import { missingIn } from "#app/nominations/call/call-view.ts";
import { saveCall } from "#app/nominations/call/commands.ts";
import { callForm } from "#app/nominations/call/form.ts";
import { findCall, listCallVersions } from "#app/nominations/call/queries.ts";
import { liveQuestions } from "#app/nominations/call/questions/rules.ts";
import { deadlineProfileNames, publicationRefusal, publicationRefusals } from "#app/nominations/call/rules.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { CallForm } from "./call-form.tsx";
import { CallStanding } from "./call-standing.tsx";
import { VersionList } from "./version-list.tsx";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, at, url, locale, t, actor } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const call = await findCall(db, workshop.id);
  const profile = queryChoice(url, "profile", deadlineProfileNames);
  const stored = await callFormValues(db, workshop);
  const isPublished = Boolean(call?.version);
  const offered = { ...stored, ...(profile && !isPublished && offeredClosing(workshop, { at, profile })) };
  return {
    frame,
    stored,
    initial: call ? offered : await offeredValues(db, workshop, { at, profile }),
    institutions: await institutionChoices(db, visit, call?.content.institutionIds),
    applicationForms: await formChoices(visit),
    city: cityOf(call?.content.zone ?? workshop.zone, t),
    version: call?.version ?? null,
    missing: call ? missingIn(call.content.texts) : [],
    hindrance: call && !isPublished ? publicationRefusal(call.content, workshop, at) : null,
    versions: (await listCallVersions(db, workshop.id)).map(({ number, reason, publishedAt }) => ({
      ...{ number, reason },
      at: cityInstant({ locale, t }, publishedAt, actor.zone),
    })),
    questions: liveQuestions(call?.content.questions).length,
    done: queryChoice(url, "done", ["saved", "published", "changed"]),
    refused: queryChoice(url, "refused", [...publicationRefusals, "nothing", "already"]),
  };
});

export const action = guardedEdit("workshop.change", callForm, {
  hold: heldWorkshop,
  stored: ({ trx }, workshop) => callFormValues(trx, workshop),
  record: (_, { id }) => ({ actions: ["call.saved", "call.changed"], subjectId: id }),
  async save(visit, workshop) {
    const { trx, by, input, values, locale } = visit;
    const known = new Set(
      (await institutionChoices(trx, { ...visit, at: by.at }, input.institutions)).map((o) => o.value),
    );
    if (!input.institutions.every((id) => known.has(id)))
      return refuse(invalid({ institutions: "common:form.choose" }, values));
    const forms = input.applicationForm ? await listForms(trx) : [];
    if (input.applicationForm && !forms.some(({ formId }) => formId === input.applicationForm))
      return refuse(invalid({ applicationForm: "common:form.choose" }, values));
    const outcome = await saveCall(trx, workshop, input, by);
    if (outcome.status === "refused")
      return refuse(invalid({ [outcome.field]: `calls:refused.${outcome.because}` }, values));
    return redirect(to.call({ locale, code: workshop.code }, { done: outcome.isNew ? "changed" : "saved" }));
  },
});

export default function CallPage() {
  const { frame, done, refused, version, missing, hindrance, versions, questions, ...form } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("calls");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("desk.title")}>
      {done ? <Notice tone="good" title={t(`desk.done.${done}`)} /> : null}
      {refused ? <Notice tone="warn" title={t(`refused.${refused}`)} /> : null}
      <h2 className="mb-2 text-xl">{t("desk.title")}</h2>
      <p className="mb-6 max-w-[65ch]">{t("desk.lead")}</p>
      <CallStanding code={code} version={version} hindrance={hindrance} missing={missing} questions={questions} />
      <CallForm code={code} isPublished={Boolean(version)} {...form} />
      {versions.length ? <VersionList code={code} versions={versions} /> : null}
    </WorkshopFrame>
  );
}
