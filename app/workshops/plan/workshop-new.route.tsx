import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { planWorkshop } from "#app/workshops/commands.ts";
import { draftForm } from "#app/workshops/form.ts";
import { hold } from "#db/hold.ts";
import { findWholeDraft } from "./draft.queries.ts";
import { draftValues, formOptions } from "./form-options.ts";
import { WorkshopForm } from "./workshop-form.tsx";

export const loader = guardedLoader("workshop.change", async ({ db, actor, reach, locale, at }) => {
  const today = localDate(at, actor.zone);
  return { ...(await formOptions(db, reach, { locale, today })), ...(await draftValues(db, reach, today)) };
});

export const action = guardedAction("workshop.change", draftForm, async ({ trx, by, reach, input, values, locale }) => {
  // of two who plan at once the second counts on from the code that the first has got
  await hold(trx, "programme", input.programmeId);
  const draft = await findWholeDraft(trx, input, reach);
  const outcome = draft.status === "whole" ? await planWorkshop(trx, draft.input, { ...by, reach }) : draft;
  if (outcome.status === "refused") return refuse(invalid({ [outcome.field]: outcome.because }, values));
  return redirect(to.overview({ locale, code: outcome.code }, { done: "planned" }));
});

export default function NewWorkshopPage() {
  const options = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["workshops", "desk"]);
  return (
    <Page
      width="wide"
      title={t("desk:new.title")}
      lead={t("desk:new.lead")}
      crumbs={[{ to: to.desk({ locale }), label: t("desk:title") }]}
    >
      {options.programmes.length ? (
        <WorkshopForm {...options} isDraft submit={t("desk:new.submit")} />
      ) : (
        <NoProgramme />
      )}
    </Page>
  );
}

/** Only an administrator can have no programme to choose: a coordinator's role names one. */
function NoProgramme() {
  const { t, locale } = useTranslation("desk");
  return (
    <Notice isStanding tone="warn" title={t("new.noProgramme")}>
      <a className="link" href={to.newProgramme({ locale })}>
        {t("new.createProgramme")}
      </a>
    </Notice>
  );
}
