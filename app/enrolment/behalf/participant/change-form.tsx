import type { Change } from "#app/enrolment/behalf/behalf.rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { ConsequenceList } from "./consequence-list.tsx";
import type { Consequence } from "./consequences.ts";

type Props = {
  change: Change;
  /** Whether a letter goes out, which can have words of the coordinator. */
  isTold: boolean;
  version: string;
  passedOver: string[];
  follows: Consequence[];
  back: string;
};

/** What follows from an act, why it is done, and the one button that does it. */
export function ChangeForm({ change, isTold, version, passedOver, follows, back }: Props) {
  const { t } = useTranslation("behalf");
  const labels = { reason: t("form.reasonLabel"), note: t("form.noteLabel") };
  return (
    <section aria-labelledby="change" className="mb-10">
      <h3 id="change" className="mb-4 text-xl">
        {t(`do.${change}.title`)}
      </h3>
      <ConsequenceList title={t("follows.title")} lines={follows} />
      <PostForm labels={labels} isFramed className="max-w-3xl">
        <input type="hidden" name="change" value={change} />
        <input type="hidden" name="version" value={version} />
        {passedOver.map((id) => (
          <input key={id} type="hidden" name="passedOver" value={id} />
        ))}
        <TextArea name="reason" label={labels.reason} hint={t("form.reasonHint")} rows={2} />
        {isTold ? <TextArea name="note" label={labels.note} hint={t("form.noteHint")} rows={3} optional /> : null}
        <div className="flex flex-wrap gap-4">
          <Button look={change === "withdrawn" ? "grave" : "main"}>{t(`do.${change}.button`)}</Button>
          <Button look="plain" href={back}>
            {t("form.back")}
          </Button>
        </div>
        <UnsavedText />
      </PostForm>
    </section>
  );
}
