import { useTranslation } from "#app/i18n/use-translation.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Filters, FilterText } from "#app/ui/form/filters.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { CopyView } from "./copies-view.ts";

/** Whose copy a page belongs to that has turned up somewhere: by the code on it. */
export function CopySearch({ copy }: { copy: { code: string; found: CopyView | null } | null }) {
  const { t } = useTranslation("materials");
  return (
    <Section title={t("copy.search")} id="copies">
      <Hint className="mb-3">{t("copy.searchHint")}</Hint>
      <Filters
        submit={t("copy.find")}
        look="plain"
        className="mb-4 max-w-xl"
        search={<FilterText name="copy" label={t("copy.code")} value={copy?.code ?? ""} />}
      />
      {copy?.found ? <Found {...copy.found} /> : null}
      {copy && !copy.found ? <Notice tone="warn" title={t("copy.none", { code: copy.code })} /> : null}
    </Section>
  );
}

function Found({ reader, email, title, made, version }: CopyView) {
  const { t } = useTranslation("materials");
  return (
    <Notice title={<PersonName value={reader} />}>
      <p>{email}</p>
      <p>{t("copy.found", { title, version, at: made })}</p>
    </Notice>
  );
}
