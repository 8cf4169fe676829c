import { to } from "#app/addresses.ts";
import { longestTyped } from "#app/certificates/number.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { FormState } from "#app/ui/form/form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";

type Props = { number?: string; isMissing?: boolean };

/** Asks for a number from paper. It is a plain search, so that the answer has an address to keep. */
export function VerifyForm({ number = "", isMissing = false }: Props) {
  const { t, locale } = useTranslation("certificates");
  const label = t("verify.label");
  return (
    <FormState
      errors={isMissing ? { number: "certificates:verify.missing" } : {}}
      values={{ number }}
      labels={{ number: label }}
    >
      <Panel as="form" pad="form" action={to.verify({ locale })} noValidate className="print:hidden">
        <TextField
          name="number"
          label={label}
          hint={t("verify.hint")}
          maxLength={longestTyped}
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button look="main" width="full on a phone">
          {t("verify.button")}
        </Button>
      </Panel>
    </FormState>
  );
}
