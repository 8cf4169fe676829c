import { useTranslation } from "#app/i18n/use-translation.ts";
import { Tabs } from "#app/ui/tabs.tsx";

/** What belongs to whoever is signed in, on each of its pages. */
export function MyTabs() {
  const { t, i18n } = useTranslation();
  const me = `/${i18n.language}/me`;
  const tabs = [
    { to: me, label: t("mine.workshops"), end: true },
    { to: `${me}/certificates`, label: t("mine.certificates") },
    { to: `${me}/profile`, label: t("mine.profile") },
    { to: `${me}/privacy`, label: t("mine.privacy") },
  ];
  return <Tabs label={t("mine.label")} tabs={tabs} />;
}
