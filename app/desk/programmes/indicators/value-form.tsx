import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import { DateField } from "#app/web/date-field.tsx";

type ValueFormProps = { action: string; unit: Localised };

/** What was measured, and on which day. */
export function ValueForm({ action, unit }: ValueFormProps) {
  const { t } = useTranslation("programmes");
  const labels = {
    measuredOn: t("indicator.field.measuredOn"),
    value: t("indicator.field.value"),
    note: t("indicator.field.note"),
  };
  return (
    <div className="print:hidden">
      <Section title={t("indicator.record")}>
        <PostForm part="value" action={action} labels={labels} isFramed>
          <div className="fields lg:grid-cols-[auto_auto_1fr]">
            <DateField name="measuredOn" label={labels.measuredOn} />
            <TextField
              name="value"
              label={
                <>
                  {labels.value}{" "}
                  {unit.text ? (
                    <span className="font-normal">
                      (<LocalText value={unit} />)
                    </span>
                  ) : null}
                </>
              }
              inputMode="decimal"
              autoComplete="off"
              width="max-w-44"
            />
            <TextField name="note" label={labels.note} maxLength={300} optional />
          </div>
          <Button look="main" width="full on a phone">
            {t("indicator.recordButton")}
          </Button>
        </PostForm>
      </Section>
    </div>
  );
}
