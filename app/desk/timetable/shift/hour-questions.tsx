import { useTranslation } from "#app/i18n/use-translation.ts";
import { RepeatedHourSelect } from "#app/timetable/session/repeated-hour-select.tsx";
import { useFormState } from "#app/ui/form/form.tsx";
import { hourField } from "./hour-answers.ts";
import type { MovedView } from "./moved-view.ts";

/** Which of two hours is meant, where clocks show one twice on the day that a session comes to. */
export function HourQuestions({ row: { key, hours } }: { row: Pick<MovedView, "key" | "hours"> }) {
  const { t } = useTranslation("desk");
  const { values } = useFormState();
  return hours.map((side) => {
    const name = hourField(key, side);
    return <RepeatedHourSelect key={side} name={name} label={t(`field.${side}`)} value={String(values[name] ?? "")} />;
  });
}
