import { useTranslation } from "#app/i18n/use-translation.ts";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { TextArea, TextField } from "#app/ui/form/fields.tsx";
import { DateField } from "#app/web/date-field.tsx";

/** Of the summary's links. */
export function useLodgingLabels(): Record<string, string> {
  const { t } = useTranslation("dossier");
  return {
    ...{ lodgingName: t("lodging.name"), lodgingAddress: t("lodging.address") },
    ...{ lodgingTelephone: t("lodging.telephone"), lodgingFrom: t("lodging.from"), lodgingTo: t("lodging.to") },
  };
}

/** Where somebody stays, as the coordinators have arranged it. */
export function LodgingFields() {
  const { t } = useTranslation("dossier");
  const labels = useLodgingLabels();
  return (
    <FieldGroup legend={t("lodging.title")}>
      <TextField name="lodgingName" label={labels.lodgingName} maxLength={120} optional />
      <TextArea name="lodgingAddress" label={labels.lodgingAddress} rows={2} optional />
      <TextField
        name="lodgingTelephone"
        label={labels.lodgingTelephone}
        type="tel"
        inputMode="tel"
        maxLength={40}
        width="max-w-72"
        optional
      />
      <div className="fields md:grid-cols-2">
        <DateField name="lodgingFrom" label={labels.lodgingFrom} optional />
        <DateField name="lodgingTo" label={labels.lodgingTo} optional />
      </div>
    </FieldGroup>
  );
}
