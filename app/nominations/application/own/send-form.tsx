import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Boxes } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import type { Localised } from "#app/ui/local-text.tsx";

type Props = {
  version: number;
  answersAt: string;
  declarations: { key: string; isRequired: boolean; text: Localised }[];
};

/** What has to be declared, each by itself, and the step that sends the application. */
export function SendForm({ version, answersAt, declarations }: Props) {
  const { t } = useTranslation("applications");
  const legend = t("declarations.title");
  return (
    <PostForm labels={{ declarations: legend }} isFramed className="max-w-3xl print:hidden">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="answersAt" value={answersAt} />
      <Boxes
        name="declarations"
        legend={legend}
        hint={t("declarations.hint")}
        options={declarations.map(({ key, text }) => ({ value: key, label: text.text }))}
        unmarked
      />
      <Button look="main" width="full on a phone">
        {t("check.send")}
      </Button>
      <p className="mt-3 max-w-[65ch] text-sm text-hint">{t("check.sendHint")}</p>
    </PostForm>
  );
}
