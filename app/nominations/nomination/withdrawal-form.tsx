import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Select, TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { withdrawalReasons } from "./rules.ts";

/** Takes a nomination back, with a reason of the catalogue. */
export function WithdrawalForm({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation(["nominations", "common"]);
  const labels = { because: t("withdrawal.because"), note: t("withdrawal.note") };
  return (
    <details className="mb-8 max-w-2xl">
      <summary className="cursor-pointer py-2 font-bold text-key">{t("withdrawal.title")}</summary>
      <PostForm part="withdrawal" labels={labels} isFramed>
        {children}
        <Select
          name="because"
          label={labels.because}
          options={withdrawalReasons.map((value) => ({ value, label: t(`because.${value}`) }))}
          placeholder={t("withdrawal.choose")}
        />
        <TextArea name="note" label={labels.note} hint={t("withdrawal.noteHint")} rows={2} optional />
        <Button look="grave">{t("withdrawal.button")}</Button>
      </PostForm>
    </details>
  );
}
