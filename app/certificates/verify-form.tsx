import { useTranslation } from "#app/i18n/use-translation.ts";
import { TextField } from "#app/ui/fields.tsx";
import { FormState } from "#app/ui/form.tsx";

type Props = { number?: string; isMissing?: boolean };

/** A number from paper, as a plain search: the answer has an address that can be kept. */
export function VerifyForm({ number = "", isMissing = false }: Props) {
  const { t, i18n } = useTranslation("certificates");
  const label = t("verify.label");
  return (
    <FormState
      errors={isMissing ? { number: "certificates:verify.missing" } : {}}
      values={{ number }}
      labels={{ number: label }}
    >
      <form action={`/${i18n.language}/verify`} noValidate className="panel p-5 print:hidden sm:p-8">
        <TextField
          name="number"
          label={label}
          hint={t("verify.hint")}
          maxLength={200}
          autoCapitalize="characters"
          spellCheck={false}
        />
        <button type="submit" className="button button-main w-full sm:w-auto">
          {t("verify.button")}
        </button>
      </form>
    </FormState>
  );
}
