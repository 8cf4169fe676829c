import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { CodeField } from "#app/ui/form/code-field.tsx";
import { Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { addInstitution } from "./commands.ts";
import { newInstitutionForm } from "./form.ts";
import { InstitutionNameFields, useNameLabels } from "./name-fields.tsx";
import { countries } from "./rules.ts";

export const loader = guardedLoader("programme.change", async () => null);

export const action = guardedAction(
  "programme.change",
  newInstitutionForm,
  async ({ trx, by, input, values, locale }) => {
    const isAdded = await addInstitution(trx, input, by);
    if (!isAdded) return refuse(invalid({ code: "institutions:form.codeTaken" }, values));
    return redirect(to.institution({ locale, code: input.code }, { done: "added" }));
  },
);

export default function NewInstitutionPage() {
  const { t, locale } = useTranslation(["institutions", "common"]);
  const labels = { code: t("field.code"), country: t("field.country"), ...useNameLabels() };
  const institutions = to.institutions({ locale });
  return (
    <Page
      title={t("new.title")}
      lead={t("new.lead")}
      width="wide"
      crumbs={[{ to: institutions, label: t("list.title") }]}
    >
      <PostForm labels={labels} isFramed className="max-w-2xl">
        <CodeField label={labels.code} hint={t("hint.code")} />
        <Select
          name="country"
          label={labels.country}
          options={countries.map((value) => ({ value, label: t(`common:country.${value}`) }))}
          placeholder={t("choice.none")}
          width="max-w-60"
        />
        <InstitutionNameFields />
        <DateField name="validFrom" label={labels.validFrom} hint={t("hint.firstValidFrom")} />
        <Button look="main" width="full on a phone">
          {t("new.button")}
        </Button>
        <UnsavedText />
      </PostForm>
    </Page>
  );
}
