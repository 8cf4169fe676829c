import { useTranslation } from "#app/i18n/use-translation.ts";
import { Tabs } from "#app/ui/frame/tabs.tsx";
import { useMyPages } from "./my-pages.ts";

/** The reader's own pages, on each of them. */
export function MyTabs() {
  const { t } = useTranslation();
  return <Tabs label={t("mine.label")} tabs={useMyPages()} />;
}
