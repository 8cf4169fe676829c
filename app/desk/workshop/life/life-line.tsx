import type { ReactNode } from "react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { Check } from "./checklist.rules.ts";
import type { LifePoint, LifeView } from "./life-view.ts";

type LineProps = {
  /** The workshop's. */
  code: string;
  life: LifeView;
  mayChange: boolean;
  /** What else is to be said of its days. */
  children?: ReactNode;
};

/** The life of a workshop: its steps in a line, on a phone in a list, and what has to be there before it begins. */
export function LifeLine({ code, life, mayChange, children }: LineProps) {
  const { t, locale } = useTranslation("desk");
  return (
    <Panel as="section" pad="text" className="mb-6 print:hidden">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-lg">{t("life.title")}</h2>
        <span className="flex flex-wrap gap-x-6 gap-y-1">
          {mayChange && life.mayPlan ? (
            <a className="link" href={to.milestones({ locale, code })}>
              {t("life.plan")}
            </a>
          ) : null}
          {mayChange && life.mayPostpone ? (
            <a className="link" href={to.postponement({ locale, code })}>
              {t("postponing.link")}
            </a>
          ) : null}
        </span>
      </div>
      <ol className="gap-3 lg:flex">
        {life.points.map((point) => (
          <Point key={point.step} point={point} />
        ))}
      </ol>
      {children}
      {mayChange && life.checklist.length ? <Checklist code={code} life={life} /> : null}
    </Panel>
  );
}

const lines: Record<LifePoint["place"], string> = {
  done: "border-good",
  here: "border-key",
  ahead: "border-line",
};

/** A bar beside each step on a phone, above it where they stand beside each other. */
const onLine = "border-s-4 py-1.5 ps-3 lg:min-w-0 lg:flex-1 lg:border-s-0 lg:border-t-4 lg:ps-0 lg:pt-2";

function Point({ point }: { point: LifePoint }) {
  const { t } = useTranslation(["desk", "workshops"]);
  const { step, place, when, isByItself, missed } = point;
  return (
    <li className={`${onLine} ${lines[place]}`} aria-current={place === "here" ? "step" : undefined}>
      <span className={`me-2 first-letter:uppercase lg:inline-block ${place === "ahead" ? "" : "font-bold text-ink"}`}>
        {t(`workshops:state.${step}`)}
      </span>
      {place === "here" ? <Badge tone="key">{t("life.here")}</Badge> : null}
      {place === "done" ? <span className="sr-only">{t("life.done")}</span> : null}
      {when ? <span className="block text-sm text-hint">{when}</span> : null}
      {isByItself ? <span className="block text-sm text-hint">{t(`life.byItself.${place}`)}</span> : null}
      {missed ? (
        <span className="wrong block text-sm">{t(`life.missed.${missed as "notFromHere" | "tooLateToOpen"}`)}</span>
      ) : null}
    </li>
  );
}

/** What has to be there before the first day, each a step away from where it is done. */
function Checklist({ code, life }: { code: string; life: LifeView }) {
  const { t, locale } = useTranslation(["desk", "common"]);
  const { checklist: checks, faculty } = life;
  const details = to.details({ locale, code });
  const pages: Record<Check, string> = {
    title: `${details}#field-title-${locale}`,
    venue: `${details}#field-venue-${locale}`,
    sessions: to.timetable({ locale, code }),
    texts: `${details}#part-summary`,
    titles: to.timetableTexts({ locale, code }),
    days: to.milestones({ locale, code }),
    faculty: `${to.overview({ locale, code })}#staff`,
  };
  const facultyNote = faculty.isNamed
    ? [t("life.facultyCount", faculty), ...(faculty.isOpenAfterNo ? [t("life.facultyOpen")] : [])].join(
        t("common:fact.between"),
      )
    : t("life.facultyNone");
  const left = checks.filter(({ isDone }) => !isDone).length;
  return (
    <details className="mt-4" open={left > 0}>
      <summary className="cursor-pointer py-1 font-bold text-ink">
        {left ? t("life.left", { count: left }) : t("life.ready")}
      </summary>
      <ul className="mt-1 gap-x-8 sm:columns-2 lg:columns-3">
        {checks.map(({ check, isDone }) => (
          <li key={check} className="flex gap-2 break-inside-avoid py-1">
            <span aria-hidden="true" className={isDone ? "text-good" : "text-bad"}>
              {isDone ? "✓" : "○"}
            </span>
            <span>
              <span className="sr-only">{t(isDone ? "life.done" : "life.missing")} </span>
              {isDone ? (
                t(`life.check.${check}`)
              ) : (
                <a className="link" href={pages[check]}>
                  {t(`life.check.${check}`)}
                </a>
              )}
              {check === "faculty" ? <span className="block text-sm text-hint">{facultyNote}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
