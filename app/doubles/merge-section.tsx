import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";

type Props = { id: string; undoable: { name: string; on: string; until: string } | null };

/** Two records of one person become one; what was merged last can be undone. */
export function MergeSection({ id, undoable }: Props) {
  const { t, locale } = useTranslation("deskPeople");
  return (
    <Section title={t("mergeSection.title")}>
      <p className="mb-4 max-w-[65ch]">{undoable ? t("mergeSection.merged", undoable) : t("mergeSection.lead")}</p>
      <div className="flex flex-wrap gap-3">
        {undoable ? (
          <PostButton fields={{ part: "unmerging" }} look="plain">
            {t("mergeSection.undo")}
          </PostButton>
        ) : null}
        <Button look="plain" href={to.mergeChoice({ locale, person: id })}>
          {t("mergeSection.choose")}
        </Button>
      </div>
    </Section>
  );
}
