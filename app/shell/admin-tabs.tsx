import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Tabs } from "#app/ui/frame/tabs.tsx";

const sections = ["accounts", "institutions", "programmes"] as const;

/** The parts of the administration, on the page of each. */
export function AdminTabs() {
  const { t, locale } = useTranslation();
  const tabs = sections.map((section) => ({ to: to[section]({ locale }), label: t(`admin.${section}`) }));
  return <Tabs label={t("admin.label")} tabs={tabs} />;
}
