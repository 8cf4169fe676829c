import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { journeyForm } from "#app/dossier/journey/form.ts";
import { saveJourney } from "#app/dossier/journey/journey.commands.ts";
import { JourneyFields, useJourneyLabels } from "#app/dossier/journey/journey-fields.tsx";
import { journeyFormValues } from "#app/dossier/journey/journey-form-values.ts";
import { isDossierOpen } from "#app/dossier/person/marking.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { heldSeat, ownSeat } from "./own-seat.ts";

export const loader = guardedLoader("own.read", async (visit) => {
  const { workshop, enrolmentId } = await ownSeat(visit);
  return {
    code: workshop.code,
    city: cityOf(workshop.zone, visit.t),
    initial: await journeyFormValues(visit.db, enrolmentId),
  };
});

export const action = guardedEdit("own.change", journeyForm, {
  hold: heldSeat,
  stored: ({ trx }, { enrolmentId }) => journeyFormValues(trx, enrolmentId),
  record: (_, { enrolmentId }) => ({ actions: ["dossier.journeyChanged"], subjectId: enrolmentId }),
  async save({ trx, by, input, values, locale }, { workshop, enrolmentId }) {
    if (!isDossierOpen(workshop)) return refuse(invalid({ "": "dossier:refused.over" }, values, 409));
    const outcome = await saveJourney(trx, workshop, { enrolmentId, input }, by);
    if (outcome.status === "refused")
      return refuse(invalid({ [outcome.field]: `dossier:refused.${outcome.because}` }, values));
    return redirect(to.myDossier({ locale, code: workshop.code }, { done: "journey" }));
  },
});

export default function MyJourneyPage() {
  const { code, city, initial } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["dossier", "enrolment"]);
  return (
    <Page
      width="form"
      title={t("journey.title")}
      crumbs={[
        { to: to.me({ locale }), label: t("enrolment:me.title") },
        { to: to.myDossier({ locale, code }), label: code },
      ]}
    >
      <PostForm initial={initial} labels={useJourneyLabels()}>
        <JourneyFields city={city} />
        <Button look="main" width="full on a phone">
          {t("journey.save")}
        </Button>
      </PostForm>
    </Page>
  );
}
