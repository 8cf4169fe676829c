import { useTranslation } from "#app/i18n/use-translation.ts";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { DateField } from "#app/web/date-field.tsx";
import { directions } from "../rules.ts";

const parts = ["Carrier", "Place", "On", "Time"] as const;

/** Of the summary's links. */
export function useJourneyLabels(): Record<string, string> {
  const { t } = useTranslation("dossier");
  return Object.fromEntries(
    directions.flatMap((direction) =>
      parts.map((part) => [
        `${direction}${part}`,
        t("journey.label", { direction: t(`direction.${direction}`), part: t(`journey.part${part}`) }),
      ]),
    ),
  );
}

/** How somebody arrives and leaves; all of it may stay empty until it is known. */
export function JourneyFields({ city }: { city: string }) {
  const { t } = useTranslation(["dossier", "desk"]);
  return directions.map((direction) => (
    <FieldGroup key={direction} legend={t(`direction.${direction}`)} hint={t("journey.hint", { city })}>
      <div className="fields md:grid-cols-2">
        <DateField name={`${direction}On`} label={t("journey.partOn")} optional />
        <TextField
          name={`${direction}Time`}
          label={t("journey.partTime")}
          hint={t("desk:hint.time")}
          width="max-w-28"
          optional
        />
        <TextField
          name={`${direction}Carrier`}
          label={t("journey.partCarrier")}
          hint={t("journey.carrierHint")}
          maxLength={80}
          optional
        />
        <TextField
          name={`${direction}Place`}
          label={t("journey.partPlace")}
          hint={t(`journey.placeHint.${direction}`)}
          maxLength={80}
          optional
        />
      </div>
    </FieldGroup>
  ));
}
