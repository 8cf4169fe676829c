import { useTranslation } from "#app/i18n/use-translation.ts";
import { Dispute } from "#app/ui/form/dispute.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { labelOf, type Option, Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm, useFormState } from "#app/ui/form/form.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { type FormValues, oneTextEach } from "#app/ui/form/seen.rules.ts";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { mostQuotas, quotaRows } from "./form.ts";

type Props = {
  initial: Record<string, string>;
  stored: Record<string, string>;
  choices: Option[];
  rows: number;
  seatsTaken: number;
};

const numbers = Array.from({ length: mostQuotas }, (_, index) => index + 1);

/** How many seats there are, for whom some of them are kept, and until when seats move. */
export function DivisionFields({ initial, stored, choices, rows, seatsTaken }: Props) {
  const { t } = useTranslation("quotas");
  const labels: Record<string, string> = {
    capacity: t("field.capacity"),
    promotionDays: t("field.promotionDays"),
    freezeDays: t("field.freezeDays"),
    confirmDays: t("field.confirmDays"),
    quota: t("form.quotas"),
  };
  for (const row of numbers) {
    labels[quotaRows.nameOf(row, "for")] = t("field.for", { row });
    labels[quotaRows.nameOf(row, "seats")] = t("field.seats", { row });
    labels[quotaRows.nameOf(row, "releaseOn")] = t("field.releaseOn", { row });
  }
  const narrow = { inputMode: "numeric", width: "max-w-28" } as const;
  return (
    <PostForm initial={initial} stored={stored} labels={labels}>
      <FieldGroup legend={t("form.seats")}>
        <TextField
          name="capacity"
          label={t("field.capacity")}
          hint={t("hint.capacity", { count: seatsTaken })}
          {...narrow}
        />
      </FieldGroup>
      <Quotas choices={choices} rows={rows} labels={labels} />
      <FieldGroup legend={t("form.windows")} hint={t("hint.windows")} need="optional">
        <div className="fields sm:grid-cols-2">
          <TextField name="promotionDays" label={t("field.promotionDays")} optional unmarked {...narrow} />
          <TextField name="freezeDays" label={t("field.freezeDays")} optional unmarked {...narrow} />
        </div>
      </FieldGroup>
      <FieldGroup legend={t("form.offers")} hint={t("hint.offers")} need="optional">
        <TextField name="confirmDays" label={t("field.confirmDays")} optional unmarked {...narrow} />
      </FieldGroup>
      <SaveBar label={t("division.save")} />
      <UnsavedText />
    </PostForm>
  );
}

function Quotas({ choices, rows, labels }: Pick<Props, "choices" | "rows"> & { labels: Record<string, string> }) {
  const { t } = useTranslation("quotas");
  const { values } = useFormState();
  const filled = quotaRows.read(oneTextEach(values)).map(({ row }) => row);
  const show = (side: FormValues) =>
    quotaRows
      .read(oneTextEach(side))
      .map((row) => t("form.shown", { for: labelOf(choices, row.for), seats: row.seats }))
      .join("\n");
  return (
    <FieldGroup legend={t("form.quotas")} hint={t("hint.quotas")} need="optional">
      <div className="mb-6 empty:hidden">
        <Dispute name="quota" label={t("form.quotas")} show={show} />
      </div>
      {numbers.slice(0, Math.max(rows, ...filled)).map((row) => (
        <div key={row} className="fields sm:grid-cols-[minmax(0,2fr)_7rem_13rem] *:mb-4 last:*:mb-6">
          <Select
            name={quotaRows.nameOf(row, "for")}
            label={labels[quotaRows.nameOf(row, "for")]}
            options={choices}
            placeholder={t("form.none")}
            optional
            unmarked
          />
          <TextField
            name={quotaRows.nameOf(row, "seats")}
            label={labels[quotaRows.nameOf(row, "seats")]}
            inputMode="numeric"
            optional
            unmarked
          />
          <DateField
            name={quotaRows.nameOf(row, "releaseOn")}
            label={labels[quotaRows.nameOf(row, "releaseOn")]}
            optional
          />
        </div>
      ))}
    </FieldGroup>
  );
}
