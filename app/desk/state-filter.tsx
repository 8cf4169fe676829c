import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Chips } from "#app/ui/form/chips.tsx";
import type { WorkshopState } from "#app/workshops/rules.ts";

type StateFilterProps = {
  counts: { state: WorkshopState; count: number }[];
  all: number;
  filter: { q: string; state: WorkshopState | null };
};

/** Workshops by their state; what was sought goes on. */
export function StateFilter({ counts, all, filter }: StateFilterProps) {
  const { t, locale } = useTranslation(["workshops", "desk"]);
  const q = filter.q || null;
  // how many there are says nothing of those that are sought
  const countOf = (count: number) => (q ? {} : { count });
  const states = counts
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => ({
      href: to.desk({ locale }, { q, state }),
      label: t(`state.${state}`),
      ...countOf(count),
      isCurrent: filter.state === state,
    }));
  const everything = {
    href: to.desk({ locale }, { q }),
    label: t("filter.all"),
    ...countOf(all),
    isCurrent: !filter.state,
  };
  return <Chips label={t("filter.state")} chips={[everything, ...states]} className="mb-6" />;
}
