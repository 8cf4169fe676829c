import { dayWords } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Boxes } from "#app/ui/form/fields.tsx";
import { FormState } from "#app/ui/form/form.tsx";
import { DateField } from "#app/web/date-field.tsx";

/** Monday first, as both countries plan their weeks. */
const inOrder = [1, 2, 3, 4, 5, 6, 0];

/** On which weekdays a session is held again, and until when. */
export function RepeatChoice({ asked }: { asked: { weekdays: string[]; until: string } }) {
  const { t, locale } = useTranslation("timetable");
  const { weekdays } = dayWords(locale);
  return (
    <form className="mb-8">
      <FormState
        errors={{}}
        values={{ weekday: asked.weekdays, until: asked.until }}
        labels={{ weekday: t("repeat.weekdays"), until: t("repeat.until") }}
      >
        <Boxes
          name="weekday"
          legend={t("repeat.weekdays")}
          options={inOrder.map((day) => ({ value: String(day), label: weekdays[day] ?? "" }))}
        />
        <DateField name="until" label={t("repeat.until")} />
        <Button look="plain">{t("preview")}</Button>
      </FormState>
    </form>
  );
}
