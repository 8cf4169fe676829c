import { to } from "#app/addresses.ts";
import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PublicationRefusal } from "#app/nominations/call/rules.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";

type Props = {
  code: string;
  /** Null before the call was saved once, 0 before it was published. */
  version: number | null;
  /** What keeps it from being published. */
  hindrance: PublicationRefusal | null;
  /** Languages in which a text is missing. */
  missing: string[];
  /** How many questions of its own the workshop asks. */
  questions: number;
};

/** How far the call is, and the one step that comes next. */
export function CallStanding({ code, version, hindrance, missing, questions }: Props) {
  const { t, locale } = useTranslation("calls");
  if (version === null) return null;
  return (
    <Panel as="section" pad="text" edge={version ? "good" : "key"} className="mb-6 max-w-3xl">
      <h3 className="mb-1 text-lg">{version ? t("desk.published", { number: version }) : t("desk.draft")}</h3>
      {missing.length ? <Hint>{t("desk.missing", { languages: formatList(locale, missing) })}</Hint> : null}
      <p className="mt-2 flex flex-wrap items-center gap-x-4">
        <span>{t("questions.asked", { count: questions })}</span>
        <a className="link inline-flex min-h-11 items-center" href={to.callQuestions({ locale, code })}>
          {t(version ? "questions.read" : "questions.write")}
        </a>
      </p>
      {hindrance ? <p className="mt-2">{t(`refused.${hindrance}`)}</p> : null}
      <div className="mt-3 flex flex-wrap gap-4">
        {version ? (
          <Button look="plain" href={to.publicCall({ locale, code })}>
            {t("desk.look")}
          </Button>
        ) : hindrance ? null : (
          <PostButton look="main" action={to.callPublication({ locale, code })}>
            {t("desk.publish")}
          </PostButton>
        )}
      </div>
      {version || hindrance ? null : <Hint className="mt-2">{t("desk.publishHint")}</Hint>}
    </Panel>
  );
}
