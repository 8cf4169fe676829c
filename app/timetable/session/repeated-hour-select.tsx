import { useTranslation } from "#app/i18n/use-translation.ts";
import { repeatedHours } from "#app/time/zoned-time.ts";

type Asked = { name: string; label: string; value: string };

/** Which of two hours is meant, within a row of a table. */
export function RepeatedHourSelect({ name, label, value }: Asked) {
  const { t } = useTranslation("desk");
  return (
    <label className="mt-1 block text-sm">
      {label}
      <select name={name} defaultValue={value} className="field">
        <option value="">{t("form.choose")}</option>
        {repeatedHours.map((hour) => (
          <option key={hour} value={hour}>
            {t(`hour.${hour}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
