import { useTranslation } from "#app/i18n/use-translation.ts";
import { withdrawalReasons } from "#app/nominations/nomination/rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Select, TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { DateField } from "#app/web/date-field.tsx";

/** @param latest the last day that can be chosen, in words; null where there is none */
export function ExtensionForm({ latest }: { latest: string | null }) {
  const { t } = useTranslation("offers");
  const labels = { answerByOn: t("extend.day"), reason: t("desk.reason") };
  return (
    <Section title={t("extend.title")}>
      {latest === null ? (
        <Hint>{t("extend.none")}</Hint>
      ) : (
        <PostForm part="extend" labels={labels} isFramed className="max-w-2xl">
          <p className="mb-4">{t("extend.follows")}</p>
          <DateField name="answerByOn" label={labels.answerByOn} hint={t("extend.hint", { date: latest })} />
          <TextArea name="reason" label={labels.reason} rows={2} />
          <Button look="main">{t("extend.button")}</Button>
        </PostForm>
      )}
    </Section>
  );
}

/** What somebody has said by telephone, by letter or through their institution. */
export function DeskAnswer() {
  const { t } = useTranslation(["offers", "nominations"]);
  const labels = { because: t("decline.because"), reason: t("desk.reason") };
  return (
    <>
      <Section title={t("desk.accept.title")}>
        <PostForm part="accept" labels={labels} isFramed className="max-w-2xl">
          <p className="mb-4">{t("desk.accept.follows")}</p>
          <TextArea name="reason" label={labels.reason} hint={t("desk.reasonHint")} rows={2} />
          <Button look="main">{t("desk.accept.button")}</Button>
        </PostForm>
      </Section>
      <Section title={t("desk.decline.title")}>
        <PostForm part="decline" labels={labels} isFramed className="max-w-2xl">
          <p className="mb-4">{t("desk.decline.follows")}</p>
          <Select
            name="because"
            label={labels.because}
            options={withdrawalReasons.map((value) => ({ value, label: t(`nominations:because.${value}`) }))}
            placeholder={t("decline.choose")}
          />
          <TextArea name="reason" label={labels.reason} hint={t("desk.reasonHint")} rows={2} />
          <Button look="grave">{t("desk.decline.button")}</Button>
        </PostForm>
      </Section>
    </>
  );
}
