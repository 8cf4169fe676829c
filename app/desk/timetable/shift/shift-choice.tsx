import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import type { Option } from "#app/ui/form/fields.tsx";
import { Select } from "#app/ui/form/fields.tsx";
import { FormState } from "#app/ui/form/form.tsx";
import { DateField } from "#app/web/date-field.tsx";

type ChoiceProps = {
  asked: { from: string; to: string };
  options: Option[];
  /** Nothing comes of what was asked. */
  isWrong: boolean;
};

/** What moves, and where to: the page shows what would come of it. */
export function ShiftChoice({ asked, options, isWrong }: ChoiceProps) {
  const { t } = useTranslation("timetable");
  return (
    <form className="mb-8">
      <FormState
        errors={isWrong ? { to: "desk:form.date" } : {}}
        values={asked}
        labels={{ from: t("shift.what"), to: t("shift.to") }}
      >
        <div className="fields md:grid-cols-2">
          <Select name="from" label={t("shift.what")} options={options} placeholder={t("shift.whole")} />
          <DateField name="to" label={t("shift.to")} hint={t("shift.toHint")} />
        </div>
        <Button look="plain">{t("preview")}</Button>
      </FormState>
    </form>
  );
}
