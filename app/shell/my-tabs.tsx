import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Tabs } from "#app/ui/frame/tabs.tsx";

/** What belongs to whoever is signed in, on each of its pages. */
export function MyTabs() {
  const { t, locale } = useTranslation();
  const tabs = [
    { to: to.me({ locale }), label: t("mine.workshops"), end: true },
    { to: to.myCertificates({ locale }), label: t("mine.certificates") },
    { to: to.profile({ locale }), label: t("mine.profile") },
    { to: to.privacy({ locale }), label: t("mine.privacy") },
  ];
  return <Tabs label={t("mine.label")} tabs={tabs} />;
}
