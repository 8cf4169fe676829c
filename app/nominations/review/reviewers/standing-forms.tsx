import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { type Option, Select, TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import type { StandingView } from "./standing-view.ts";

/** To ask somebody else about a nominee, or to recuse somebody. */
export function StandingForms({ standings, free }: { standings: StandingView[]; free: Option[] }) {
  const { t } = useTranslation("review");
  const recusable = standings
    .filter(({ state }) => state !== "recused")
    .map(({ id, name }) => ({ value: id, label: name.name }));
  const label = t("column.reviewer");
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2 print:hidden">
      <PostForm part="ask" labels={{ reviewer: label }} isFramed>
        <h3 className="mb-1 text-lg">{t("nominee.ask")}</h3>
        {free.length ? (
          <>
            <p className="hint mb-4">{t("nominee.askHint")}</p>
            <Select name="reviewer" label={label} options={free} placeholder={t("nominee.choose")} />
            <Button look="plain">{t("nominee.askButton")}</Button>
          </>
        ) : (
          <p className="hint">{t("nominee.nobodyFree")}</p>
        )}
      </PostForm>
      {recusable.length ? (
        <PostForm part="recuse" labels={{ reviewer: label, reason: t("nominee.reason") }} isFramed>
          <h3 className="mb-1 text-lg">{t("nominee.recuse")}</h3>
          <p className="hint mb-4">{t("nominee.recuseHint")}</p>
          <Select name="reviewer" label={label} options={recusable} placeholder={t("nominee.choose")} />
          <TextArea name="reason" label={t("nominee.reason")} rows={2} />
          <Button look="plain">{t("nominee.recuseButton")}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
