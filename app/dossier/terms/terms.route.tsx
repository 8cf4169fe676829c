import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { itemPayers, paidItems } from "#app/dossier/rules.ts";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { termsForm } from "./form.ts";
import { saveTerms } from "./terms.commands.ts";
import { findTerms } from "./terms.queries.ts";
import { termsFormValues } from "./terms-form-values.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  return { frame, initial: termsFormValues(await findTerms(visit.db, workshop.id)) };
});

export const action = guardedEdit("workshop.change", termsForm, {
  hold: heldWorkshop,
  stored: async ({ trx }, { id }) => termsFormValues(await findTerms(trx, id)),
  record: (_, { id }) => ({ actions: ["dossier.termsChanged"], subjectId: id }),
  async save({ trx, by, input, locale }, workshop) {
    await saveTerms(trx, workshop, input, by);
    return redirect(to.dossier({ locale, code: workshop.code }, { done: "terms" }));
  },
});

export default function TermsPage() {
  const { frame, initial } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("dossier");
  const { code } = frame.workshop;
  const payers = itemPayers.map((value) => ({ value, label: t(`payer.${value}`) }));
  const labels = {
    ...Object.fromEntries(paidItems.map((item) => [item, t(`item.${item}`)])),
    ...Object.fromEntries(
      locales.map((lang) => [`meetingPoint.${lang}`, `${t("journey.meetingPoint")} (${endonyms[lang]})`]),
    ),
  };
  return (
    <WorkshopFrame {...frame} isWithin title={t("terms.title")}>
      <p className="mb-2">
        <a className="link" href={to.dossier({ locale, code })}>
          {t("desk.back")}
        </a>
      </p>
      <h2 className="mb-2 text-xl">{t("terms.title")}</h2>
      <p className="mb-6 max-w-[65ch]">{t("terms.lead")}</p>
      <PostForm initial={initial} labels={labels} saysNeed={false}>
        <FieldGroup legend={t("terms.title")} need="optional">
          <div className="fields sm:grid-cols-2 lg:grid-cols-3">
            {paidItems.map((item) => (
              <Select
                key={item}
                name={item}
                label={t(`item.${item}`)}
                placeholder={t("terms.open")}
                options={payers}
                optional
                unmarked
              />
            ))}
          </div>
        </FieldGroup>
        <FieldGroup legend={t("journey.meetingPoint")} hint={t("terms.meetingPointHint")} need="optional">
          <LocalisedFields name="meetingPoint" maxLength={200} />
        </FieldGroup>
        <Button look="main" width="full on a phone">
          {t("terms.save")}
        </Button>
        <UnsavedText />
      </PostForm>
    </WorkshopFrame>
  );
}
