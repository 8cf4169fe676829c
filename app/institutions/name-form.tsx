import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { InstitutionNameFields, useNameLabels } from "./name-fields.tsx";

type Props = {
  /** The name that is corrected, as it is stored; null for one that is added. */
  initial: Record<string, string> | null;
  /** This page's address, with what it asks. */
  action: string;
  /** The same page without a name to correct. */
  up: string;
};

/** Adds a name from a day on. A correction keeps the name's day: otherwise it could replace another name. */
export function NameForm({ initial, action, up }: Props) {
  const { t } = useTranslation("institutions");
  const { validFrom, ...names } = useNameLabels();
  const labels = { validFrom, ...names };
  return (
    // the form has an address of its own: a redirect would keep this page's fragment, and scroll past the notice
    <PostForm action={action} part="name" initial={initial ?? {}} labels={labels} isFramed className="max-w-2xl">
      {initial ? (
        <>
          <input type="hidden" name="validFrom" value={initial.validFrom} />
          <p className="mb-6 max-w-[65ch]">{t("name.dateFixed")}</p>
        </>
      ) : (
        <DateField name="validFrom" label={t("field.validFrom")} hint={t("hint.validFrom")} />
      )}
      <InstitutionNameFields />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button look="main" width="full on a phone">
          {initial ? t("name.correctButton") : t("name.addButton")}
        </Button>
        {initial ? (
          <a className="link" href={up}>
            {t("name.cancel")}
          </a>
        ) : null}
      </div>
      <UnsavedText />
    </PostForm>
  );
}
