import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Boxes, TextField } from "#app/ui/form/fields.tsx";

/** Whom a change reaches: how many, and some of them by name. */
export type Told = { count: number; names: string[] };

/** Before a plan is changed: who is told of it, and how to tell nobody. Nothing where nobody would be. */
export function TellingHint({ told }: { told: Told }) {
  const { t, locale } = useTranslation("desk");
  const { count, names } = told;
  if (!count) return null;
  const others = count - names.length;
  const listed = others > 0 ? [...names, t("telling.others", { count: others })] : names;
  return (
    <FieldGroup legend={t("telling.legend")} hint={t("telling.hint", { count })}>
      {names.length ? (
        <details className="mb-4">
          <summary className="link cursor-pointer py-2">{t("telling.who")}</summary>
          <p className="max-w-[65ch]">{formatList(locale, listed)}</p>
        </details>
      ) : null}
      <UntoldFields />
    </FieldGroup>
  );
}

/** Nobody is told of this change by itself, for a reason. */
function UntoldFields() {
  const { t } = useTranslation("desk");
  return (
    <>
      <Boxes
        name="isUntold"
        legend={t("telling.untold")}
        hint={t("telling.untoldHint")}
        options={[{ value: "1", label: t("telling.untoldBox") }]}
        unmarked
      />
      <TextField
        name="untoldReason"
        label={t("telling.reason")}
        hint={t("telling.reasonHint")}
        optional
        width="max-w-3xl"
      />
    </>
  );
}
