import { useTranslation } from "#app/i18n/use-translation.ts";
import { repeatedHours } from "#app/time/zoned-time.ts";
import { Boxes } from "#app/ui/form/fields.tsx";
import { useFormState } from "#app/ui/form/form.tsx";

/** Which of two hours is meant: asked for once a time is typed that clocks show twice that night. */
export function RepeatedHourFields() {
  const { t } = useTranslation("desk");
  const { errors, values } = useFormState();
  return (["startsHour", "endsHour"] as const).map((name) =>
    errors[name] || values[name] ? (
      <Boxes
        key={name}
        name={name}
        type="radio"
        legend={t(`field.${name}`)}
        options={repeatedHours.map((value) => ({ value, label: t(`hour.${value}`) }))}
        unmarked
      />
    ) : null,
  );
}
