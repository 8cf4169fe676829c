import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AnswerItems } from "#app/nominations/application/answers.tsx";
import { type PartView, partView } from "#app/nominations/application/application-view.ts";
import { sealedSections } from "#app/nominations/application/rules.ts";
import { findFilledIn } from "#app/nominations/application/standing.queries.ts";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { readSealed } from "#app/nominations/sealed/commands.ts";
import { unsealForm } from "#app/nominations/sealed/form.ts";
import { Readings } from "#app/nominations/sealed/readings.tsx";
import { isSeatHolder } from "#app/nominations/substitution/substitution.queries.ts";
import { shownName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import type { Reader } from "#db/database.ts";
import { readingsView, sealedParts } from "./sealed-view.ts";

/** Of an application that was sent; of any other nobody at the desk reads anything. */
async function sentTo(db: Reader, workshop: Workshop, id: string | undefined, at: Instant) {
  const nomination = orNotFound(await findNomination(db, { workshopId: workshop.id, id: id ?? "" }));
  const filled = orNotFound(await findFilledIn(db, workshop, nomination, at));
  const application = orNotFound(filled.application?.state === "sent" ? filled.application : null);
  return { nomination, filled, application };
}

export const loader = guardedLoader("nomination.unseal", async (visit) => {
  const { db, locale, t, at, actor, params } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const { nomination, filled, application } = await sentTo(db, workshop, params.nomination, at);
  const page = { db, locale, t, zone: actor.zone };
  return {
    frame,
    id: nomination.id,
    name: shownName(nomination).name,
    isOpen: await isSeatHolder(db, nomination),
    parts: await sealedParts(filled, workshop, page),
    readings: await readingsView(application.id, filled, page),
  };
});

/** Shows a section on this one page, and nowhere else: whoever comes back to it presses again. */
export const action = guardedAction("nomination.unseal", unsealForm, async (visit) => {
  const { trx, by, input, values, locale, t, actor, params, context } = visit;
  const workshop = await heldWorkshop(visit);
  const { nomination, filled, application } = await sentTo(trx, workshop, params.nomination, by.at);
  const section = orNotFound(sealedSections(filled.version.content).find(({ key }) => key === input.section) ?? null);
  if (!(await isSeatHolder(trx, nomination))) return refuse(invalid({ "": "applications:sealed.waits" }, values, 409));
  const part = { nominationId: nomination.id, applicationId: application.id, section: section.key };
  const reader = { ...by, accountId: actor.accountId };
  const outcome = await readSealed(trx, part, context.settings.answerKeys, reader);
  if (outcome.status === "refused")
    return refuse(invalid({ "": `applications:sealed.refused.${outcome.because}` }, values, 409));
  return { shown: partView(section, outcome.answers, { locale, t }) };
});

export default function SealedAnswersPage() {
  const { frame, id, name, isOpen, parts, readings } = useLoaderData<typeof loader>();
  const answer = useActionData() as { shown?: PartView; errors?: Record<string, string> } | undefined;
  const { t, locale } = useTranslation("applications");
  const { code } = frame.workshop;
  const refused = answer?.errors?.[""];
  return (
    <WorkshopFrame {...frame} isWithin title={`${t("sealed.sections")} · ${name}`}>
      {refused ? <Notice tone="warn" title={t(refused as "sealed.waits")} /> : null}
      <p className="mb-2 print:hidden">
        <a className="link" href={to.deskApplication({ locale, code, nomination: id })}>
          {t("sealed.back")}
        </a>
      </p>
      <h2 className="mb-2 text-2xl">{t("sealed.of", { name })}</h2>
      <p className="mb-6 max-w-[65ch]">{t(isOpen ? "sealed.lead" : "sealed.waits")}</p>
      <div className="mb-12 grid gap-4">
        {parts.map(({ key, title, state, until, erasedOn }) => (
          <Panel key={key} as="section" pad="text">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
              <div>
                <h3 className="text-lg">
                  <LocalText value={title} note />
                </h3>
                <p className="text-sm text-hint">
                  {state === "erased" ? t("sealed.erasedOn", { on: erasedOn }) : t(`sealed.${state}`, { until })}
                </p>
              </div>
              {isOpen && state === "kept" && answer?.shown?.key !== key ? (
                <PostButton
                  look="plain"
                  isSmall
                  fields={{ section: key }}
                  aria-label={t("sealed.showOf", { section: title.text })}
                >
                  {t("sealed.show")}
                </PostButton>
              ) : null}
            </div>
            {answer?.shown?.key === key ? (
              <div className="mt-3">
                <AnswerItems items={answer.shown.items} />
              </div>
            ) : null}
          </Panel>
        ))}
      </div>
      <Readings readings={readings} />
    </WorkshopFrame>
  );
}
