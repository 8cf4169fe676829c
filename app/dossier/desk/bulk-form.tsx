import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import type { GridTask } from "./dossier-rows.ts";

/** One task for everybody at once. */
export function BulkForm({ tasks }: { tasks: GridTask[] }) {
  const { t } = useTranslation(["dossier", "common"]);
  const labels = { task: t("column.task"), state: t("bulk.state") };
  return (
    <details className="panel mb-8 max-w-3xl p-5 print:hidden">
      <summary className="cursor-pointer font-bold text-ink">{t("bulk.title")}</summary>
      <p className="mt-3 mb-4 max-w-[65ch] text-hint">{t("bulk.lead")}</p>
      <PostForm labels={labels}>
        <div className="fields md:grid-cols-2">
          <Select
            name="task"
            label={labels.task}
            placeholder={t("common:form.choose")}
            options={tasks.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title.text}` }))}
          />
          <Select
            name="state"
            label={labels.state}
            placeholder={t("common:form.choose")}
            options={(["done", "notNeeded", "open"] as const).map((value) => ({ value, label: t(`bulk.${value}`) }))}
          />
        </div>
        <Button look="main">{t("bulk.button")}</Button>
      </PostForm>
    </details>
  );
}
