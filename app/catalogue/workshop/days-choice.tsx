import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Chips } from "#app/ui/form/chips.tsx";
import type { DaysView } from "./days-view.ts";

/** By which clock days are read, and whether all of them are unfolded: each press is an address. */
export function DaysChoice({ code, view }: { code: string; view: Omit<DaysView, "days"> }) {
  const { t, locale } = useTranslation("workshops");
  const { clock, isUnfolded, cities, hasFolded } = view;
  const address = (asked: { clock?: string; isUnfolded?: boolean }) => {
    const { clock: chosen, isUnfolded: all } = { clock, isUnfolded, ...asked };
    const query = { clock: chosen === "mine" ? chosen : null, days: all ? "all" : null };
    return `${to.workshop({ locale, code }, query)}#timetable`;
  };
  if (!cities && !hasFolded) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 print:hidden">
      {cities ? (
        <Chips
          label={t("timetable.byClock.label")}
          chips={(["venue", "mine"] as const).map((choice) => ({
            href: address({ clock: choice }),
            label: t(`timetable.byClock.${choice}`, { city: cities[choice] }),
            isCurrent: choice === clock,
          }))}
        />
      ) : null}
      {hasFolded ? (
        <a className="link inline-flex min-h-11 items-center text-sm" href={address({ isUnfolded: !isUnfolded })}>
          {t(isUnfolded ? "timetable.fold" : "timetable.unfold")}
        </a>
      ) : null}
    </div>
  );
}
