import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PasteAnswer, PasteColumn } from "#app/timetable/paste/rows.rules.ts";
import { RepeatedHourSelect } from "#app/timetable/session/repeated-hour-select.tsx";
import { useFormState } from "#app/ui/form/form.tsx";
import { cellField } from "./form.ts";

/** Beside which cell each question stands. */
export const columnOfAnswer: Record<PasteAnswer, PasteColumn> = { night: "to", startsHour: "from", endsHour: "to" };

/** What only its author knows of a time: whether it is that of the next day, and which of two hours it is. */
export function RowQuestions({ row, asks }: { row: number; asks: readonly PasteAnswer[] }) {
  const { t } = useTranslation(["timetable", "desk"]);
  const { values } = useFormState();
  return asks.map((ask) => {
    const name = cellField(row, ask);
    if (ask !== "night")
      return (
        <RepeatedHourSelect key={ask} name={name} label={t(`desk:field.${ask}`)} value={String(values[name] ?? "")} />
      );
    return (
      <label key={ask} className="mt-1 flex min-h-11 items-center gap-2 text-sm">
        <input type="checkbox" name={name} value="1" defaultChecked={values[name] === "1"} className="size-5" />
        {t("desk:hint.endsNextDay")}
      </label>
    );
  });
}
