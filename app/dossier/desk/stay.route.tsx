import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { stayForm } from "#app/dossier/journey/form.ts";
import { saveStay } from "#app/dossier/journey/journey.commands.ts";
import { JourneyFields, useJourneyLabels } from "#app/dossier/journey/journey-fields.tsx";
import { stayFormValues } from "#app/dossier/journey/journey-form-values.ts";
import { LodgingFields, useLodgingLabels } from "#app/dossier/journey/lodging-fields.tsx";
import { isDossierOpen } from "#app/dossier/person/marking.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { shownName } from "#app/people/names.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { seatedPerson } from "./desk-person.ts";

export const loader = guardedLoader("participant.change", async (visit) => {
  const { db, params, t } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const person = await seatedPerson(db, workshop, params);
  return {
    ...{ frame, id: person.id, name: shownName(person), city: cityOf(workshop.zone, t) },
    initial: await stayFormValues(db, person.id),
  };
});

export const action = guardedEdit("participant.change", stayForm, {
  async hold(visit) {
    const workshop = await heldWorkshop(visit);
    return { workshop, enrolmentId: (await seatedPerson(visit.trx, workshop, visit.params)).id };
  },
  stored: ({ trx }, { enrolmentId }) => stayFormValues(trx, enrolmentId),
  record: (_, { enrolmentId }) => ({
    actions: ["dossier.journeyChanged", "dossier.lodgingChanged"],
    subjectId: enrolmentId,
  }),
  async save({ trx, by, input, values, locale }, { workshop, enrolmentId }) {
    if (!isDossierOpen(workshop)) return refuse(invalid({ "": "dossier:refused.over" }, values, 409));
    const outcome = await saveStay(trx, workshop, { enrolmentId, input }, by);
    if (outcome.status === "refused")
      return refuse(invalid({ [outcome.field]: `dossier:refused.${outcome.because}` }, values));
    const page = { locale, code: workshop.code, enrolment: enrolmentId };
    return redirect(to.dossierPerson(page, { done: "journey" }));
  },
});

export default function StayPage() {
  const { frame, id, name, city, initial } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("dossier");
  const labels = { ...useJourneyLabels(), ...useLodgingLabels() };
  return (
    <WorkshopFrame {...frame} isWithin title={t("stay.change")}>
      <p className="mb-2">
        <a className="link" href={to.dossierPerson({ locale, code: frame.workshop.code, enrolment: id })}>
          {name.name}
        </a>
      </p>
      <h2 className="mb-4 text-xl">{t("stay.change")}</h2>
      <PostForm initial={initial} labels={labels} className="max-w-3xl">
        <JourneyFields city={city} />
        <LodgingFields />
        <Button look="main" width="full on a phone">
          {t("journey.save")}
        </Button>
        <UnsavedText />
      </PostForm>
    </WorkshopFrame>
  );
}
