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
};

/** How far the call is, and the one step that comes next. */
export function CallStanding({ code, version, hindrance, missing }: Props) {
  const { t, locale } = useTranslation("calls");
  if (version === null) return null;
  return (
    <Panel as="section" pad="text" edge={version ? "good" : "key"} className="mb-6 max-w-3xl">
      <h3 className="mb-1 text-lg">{version ? t("desk.published", { number: version }) : t("desk.draft")}</h3>
      {missing.length ? <Hint>{t("desk.missing", { languages: formatList(locale, missing) })}</Hint> : null}
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
