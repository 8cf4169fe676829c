import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Tabs } from "#app/ui/frame/tabs.tsx";

/** The parts of the desk, on the page of each. */
export function DeskTabs({ hasPeople = true }: { hasPeople?: boolean }) {
  const { t, locale } = useTranslation();
  const tabs = [
    { to: to.desk({ locale }), label: t("desk.workshops"), end: true },
    { to: to.planner({ locale }), label: t("desk.planner") },
    ...(hasPeople
      ? [
          { to: to.deskProgrammes({ locale }), label: t("desk.programmes") },
          { to: to.people({ locale }), label: t("desk.people") },
          { to: to.faculty({ locale }), label: t("desk.faculty") },
          { to: to.venues({ locale }), label: t("desk.venues") },
        ]
      : []),
  ];
  return <Tabs label={t("desk.label")} tabs={tabs} />;
}
