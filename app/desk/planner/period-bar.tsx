import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Chips } from "#app/ui/form/chips.tsx";

/** Addresses of the planner, null where there is nothing more. */
type PeriodBarView = {
  label: string;
  /** How many there are, and how many of them clash; empty for none. */
  found: string;
  clashing: string;
  previous: string | null;
  next: string | null;
  /** Null where today is in sight. */
  today: string | null;
  kinds: { href: string; label: string; isCurrent: boolean }[];
  groupings: { href: string; label: string; isCurrent: boolean }[];
};

const step = "link inline-flex min-h-11 items-center";

/** Which days are shown, and how to come to others; and what stands side by side. */
export function PeriodBar({ view, children }: { view: PeriodBarView; children: ReactNode }) {
  const { t } = useTranslation("planner");
  const { label, found, clashing, previous, next, today, kinds, groupings } = view;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
        <div className="flex flex-wrap items-baseline gap-x-6">
          <h2 className="text-xl first-letter:uppercase">{label}</h2>
          <p>
            {found}
            {clashing}
          </p>
          <nav aria-label={t("period.label")} className="flex gap-x-5 print:hidden">
            {previous ? (
              <a className={step} href={previous} rel="prev">
                {t("period.previous")}
              </a>
            ) : null}
            {today ? (
              <a className={step} href={today}>
                {t("today")}
              </a>
            ) : null}
            {next ? (
              <a className={step} href={next} rel="next">
                {t("period.next")}
              </a>
            ) : null}
          </nav>
        </div>
        <Chips label={t("period.kind")} chips={kinds} />
      </div>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-8 gap-y-2 print:hidden">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="text-sm text-hint" aria-hidden="true">
            {t("group.label")}
          </span>
          <Chips label={t("group.label")} chips={groupings} />
        </div>
        {children}
      </div>
    </>
  );
}
