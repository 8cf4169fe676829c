import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Dispute } from "#app/ui/form/dispute.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { PostForm, useFormState } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { oneTextEach } from "#app/ui/form/seen.rules.ts";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { checkRows, mostChecks, mostWeighted, weightedRows } from "./form.ts";

type Props = { initial: Record<string, string>; stored: Record<string, string> };

const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);
const narrow = { inputMode: "numeric", width: "max-w-28" } as const;

/** By what nominees are judged: how marks are given, questions, and criteria with their weights. */
export function PlanForm({ initial, stored }: Props) {
  const { t } = useTranslation("review");
  const labels: Record<string, string> = {
    check: t("form.checks"),
    criterion: t("form.criteria"),
    scale: t("field.scale"),
    minimum: t("field.minimum"),
    mostDifference: t("field.mostDifference"),
  };
  const inEach = (field: string, label: string) => {
    for (const lang of locales) labels[`${field}.${lang}`] = `${label} (${endonyms[lang]})`;
  };
  for (const row of upTo(mostChecks)) inEach(`check.${row}.name`, t("field.check", { row }));
  for (const row of upTo(mostWeighted)) {
    inEach(`criterion.${row}.name`, t("field.criterion", { row }));
    labels[weightedRows.nameOf(row, "weight")] = t("field.weightOf", { row });
    inEach(`criterion.${row}.lowest`, t("field.lowestOf", { row }));
    inEach(`criterion.${row}.highest`, t("field.highestOf", { row }));
  }
  return (
    <PostForm initial={initial} stored={stored} labels={labels} saysNeed={false}>
      <FieldGroup legend={t("form.marks")} need="required">
        <div className="fields md:grid-cols-3">
          <TextField name="scale" label={labels.scale} hint={t("hint.scale")} unmarked {...narrow} />
          <TextField name="minimum" label={labels.minimum} hint={t("hint.minimum")} unmarked {...narrow} />
          <TextField
            name="mostDifference"
            label={labels.mostDifference}
            hint={t("hint.mostDifference")}
            unmarked
            {...narrow}
          />
        </div>
      </FieldGroup>
      <Checks />
      <Weighted />
      <SaveBar label={t("form.save")} />
      <UnsavedText />
    </PostForm>
  );
}

/** Some more rows than are filled in. */
const rowsFor = (filled: readonly { row: number }[], most: number) =>
  upTo(Math.min(most, Math.max(0, ...filled.map(({ row }) => row)) + 1));

type Named = Record<"name.es" | "name.ja" | "name.en", string> & { weight?: string };

/** What stands in the rows, for whoever has to choose between two lists. */
const namesIn = (rows: readonly Named[]) =>
  rows
    .map((row) => [row["name.es"] || row["name.ja"] || row["name.en"], row.weight].filter(Boolean).join(" · "))
    .join("\n");

function Checks() {
  const { t } = useTranslation("review");
  const { values } = useFormState();
  return (
    <FieldGroup legend={t("form.checks")} hint={t("hint.checks")} need="optional">
      <div className="mb-6 empty:hidden">
        <Dispute name="check" label={t("form.checks")} show={(side) => namesIn(checkRows.read(oneTextEach(side)))} />
      </div>
      {rowsFor(checkRows.read(oneTextEach(values)), mostChecks).map((row) => (
        <fieldset key={row} className="mb-4">
          <legend className="mb-1 font-bold">{t("field.check", { row })}</legend>
          <LocalisedFields name={`check.${row}.name`} maxLength={160} />
        </fieldset>
      ))}
    </FieldGroup>
  );
}

function Weighted() {
  const { t } = useTranslation("review");
  const { values } = useFormState();
  return (
    <FieldGroup legend={t("form.criteria")} hint={t("hint.criteria")} need="required">
      <div className="mb-6 empty:hidden">
        <Dispute
          name="criterion"
          label={t("form.criteria")}
          show={(side) => namesIn(weightedRows.read(oneTextEach(side)))}
        />
      </div>
      {rowsFor(weightedRows.read(oneTextEach(values)), mostWeighted).map((row) => (
        <fieldset key={row} className="mb-6 border-t border-hairline pt-4">
          <legend className="float-start mb-1 w-full font-bold">{t("field.criterion", { row })}</legend>
          <div className="clear-both">
            <LocalisedFields name={`criterion.${row}.name`} maxLength={160} />
            <TextField
              name={weightedRows.nameOf(row, "weight")}
              label={t("field.weight")}
              optional
              unmarked
              {...narrow}
            />
            <p className="mb-1 font-bold">{t("field.lowest")}</p>
            <LocalisedFields name={`criterion.${row}.lowest`} maxLength={200} />
            <p className="mb-1 font-bold">{t("field.highest")}</p>
            <LocalisedFields name={`criterion.${row}.highest`} maxLength={200} />
          </div>
        </fieldset>
      ))}
    </FieldGroup>
  );
}
