import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { targetGroup } from "#app/programmes/indicators/form.ts";
import { levels, maxTargets, measures } from "#app/programmes/indicators/rules.ts";
import { numbersTo } from "#app/programmes/rules.ts";
import { Dispute } from "#app/ui/form/dispute.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Select, TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { LocalisedFields } from "#app/ui/form/localised-fields.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { rowsInWords } from "../rows-in-words.ts";

const texts = ["name", "definition", "unit", "verification"] as const;
const plain = ["code", "level", "measure", "baseline"] as const;

/** What is agreed about an indicator. Whoever changes it says why. */
export function IndicatorForm({ initial, submit }: { initial?: Record<string, string>; submit: string }) {
  const { t } = useTranslation("programmes");
  return (
    <PostForm initial={initial} labels={useLabels()}>
      <Facts />
      {texts.map((field) => (
        <Text key={field} field={field} />
      ))}
      <Targets />
      {initial ? (
        <FieldGroup legend={t("indicator.why")}>
          <TextField
            name="reason"
            label={t("indicator.field.reason")}
            hint={t("indicator.hint.reason")}
            maxLength={300}
          />
        </FieldGroup>
      ) : null}
      <SaveBar label={submit} />
      <UnsavedText />
    </PostForm>
  );
}

function useLabels(): Record<string, string> {
  const { t } = useTranslation("programmes");
  return Object.fromEntries([
    ...plain.map((name) => [name, t(`indicator.field.${name}`)]),
    ...texts.flatMap((field) =>
      locales.map((lang) => [
        `${field}.${lang}`,
        t("field.in", { field: t(`indicator.field.${field}`), language: endonyms[lang] }),
      ]),
    ),
    ["target", t("indicator.targets")],
    ...numbersTo(maxTargets).flatMap((row) => [
      [targetGroup.nameOf(row, "dueOn"), t("indicator.field.targetDay", { row })],
      [targetGroup.nameOf(row, "value"), t("indicator.field.targetValue", { row })],
    ]),
    ["reason", t("indicator.field.reason")],
  ]);
}

function Facts() {
  const { t } = useTranslation("programmes");
  return (
    <FieldGroup legend={t("indicator.facts")}>
      <div className="fields sm:grid-cols-2">
        <TextField
          name="code"
          label={t("indicator.field.code")}
          hint={t("indicator.hint.code")}
          width="max-w-40"
          maxLength={12}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Select
          name="level"
          label={t("indicator.field.level")}
          hint={t("indicator.hint.level")}
          placeholder={t("choice.none")}
          options={levels.map((value) => ({ value, label: t(`indicator.level.${value}`) }))}
        />
        <Select
          name="measure"
          label={t("indicator.field.measure")}
          hint={t("indicator.hint.measure")}
          placeholder={t("choice.none")}
          options={measures.map((value) => ({ value, label: t(`indicator.measure.${value}`) }))}
        />
        <TextField
          name="baseline"
          label={t("indicator.field.baseline")}
          hint={t("indicator.hint.baseline")}
          inputMode="decimal"
          autoComplete="off"
          width="max-w-40"
        />
      </div>
    </FieldGroup>
  );
}

const longest = { name: 160, unit: 40, verification: 300 };

function Text({ field }: { field: (typeof texts)[number] }) {
  const { t } = useTranslation("programmes");
  return (
    <FieldGroup
      legend={t(`indicator.field.${field}`)}
      hint={t(`indicator.hint.${field}`)}
      need={field === "name" ? "required" : "optional"}
    >
      {field === "definition" ? (
        <LocalisedFields name={field} rows={4} />
      ) : (
        <LocalisedFields name={field} maxLength={longest[field]} />
      )}
    </FieldGroup>
  );
}

function Targets() {
  const { t } = useTranslation("programmes");
  return (
    <FieldGroup legend={t("indicator.targets")} hint={t("indicator.hint.targets")} need="optional">
      <div className="mb-6 empty:hidden">
        <Dispute name="target" label={t("indicator.targets")} show={(side) => rowsInWords(targetGroup, side, ": ")} />
      </div>
      <div className="grid gap-x-12 xl:grid-cols-2">
        {numbersTo(maxTargets).map((row) => (
          <div key={row} className="fields grid-cols-[minmax(0,1fr)_minmax(0,1fr)] *:mb-2">
            <DateField
              name={targetGroup.nameOf(row, "dueOn")}
              label={t("indicator.field.targetDay", { row })}
              optional
            />
            <TextField
              name={targetGroup.nameOf(row, "value")}
              label={t("indicator.field.targetValue", { row })}
              inputMode="decimal"
              autoComplete="off"
              width="max-w-40"
              optional
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}
