import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { attendanceRate } from "#app/attendance/measures.rules.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant, formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { readScope } from "#app/progress/scope.ts";
import { PrintedScope, ScopeForm } from "#app/progress/scope-form.tsx";
import { sumOf, workshopGroups } from "#app/statistics/rules.ts";
import { localDate } from "#app/time/wall-time.ts";
import { FigureStrip } from "#app/ui/display/figure-strip.tsx";
import { FileLinks } from "#app/ui/display/list-tools.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { attendanceChart } from "./attendance-chart.ts";
import { AttendanceFigure } from "./attendance-figure.tsx";
import { Definitions } from "./definitions.tsx";
import { findFigures } from "./figures.ts";
import { originNames } from "./origin-names.ts";
import { OriginTable } from "./origin-table.tsx";
import { cellsOf, originTable } from "./origin-table-view.ts";

export const loader = guardedLoader("progress.read", async (visit) => {
  const { db, locale, t, actor, at } = visit;
  const { scope, view } = await readScope(visit);
  const { workshops, origins: figures } = await findFigures(db, scope);
  const total = sumOf(figures);
  const rate = attendanceRate(total);
  const institution = await originNames({ db, locale, t, on: localDate(at, actor.zone) }, figures);
  const country = (code: string) => countryName(code, locale, t);
  return {
    view,
    workshops: workshopGroups.map((group) => ({
      group,
      count: workshops[group],
      value: formatNumber(locale, workshops[group]),
      to: to.progressWorkshops({ locale }, { group, ...view.chosen }),
    })),
    total,
    cells: cellsOf(total, locale, view.chosen),
    countries: originTable(figures, view.chosen, { locale, institution, country }),
    chart: attendanceChart(figures, locale, t, institution),
    sum:
      rate === null
        ? null
        : {
            attended: formatNumber(locale, total.attended),
            counted: formatNumber(locale, total.counted),
            rate: formatShare(locale, rate),
          },
    asOf: { at: formatInstant(locale, at, actor.zone), city: cityOf(actor.zone, t) },
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function ProgressPage() {
  const { view, workshops, total, countries, cells, chart, sum, asOf } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("progress");
  return (
    <Page
      width="wide"
      title={t("title")}
      lead={
        <>
          <p>{t("asOf", asOf)}</p>
          <p className="print:hidden">{t("linked")}</p>
          <p className="print:hidden">
            <a className="link" href={to.deskProgrammes({ locale })}>
              {t("programmes")}
            </a>
          </p>
        </>
      }
    >
      <PrintedScope view={view} />
      {view.isLimited ? <Notice isStanding title={t("scope.limited")} /> : null}
      <ScopeForm view={view} />
      <Strips workshops={workshops} total={total} cells={cells} />
      <Section title={t("origins.title")} aside={countries.length ? <FileLinks /> : null}>
        {countries.length ? (
          <OriginTable countries={countries} total={cells} />
        ) : (
          <Empty title={t("origins.empty.title")}>{t("origins.empty.text")}</Empty>
        )}
      </Section>
      <div className="grid gap-x-8 xl:grid-cols-2 print:block">
        <Section title={t("chart.title")}>
          {chart ? (
            <AttendanceFigure view={chart} />
          ) : (
            <Empty title={t("chart.empty.title")}>{t("chart.empty.text")}</Empty>
          )}
        </Section>
        <Definitions sum={sum} />
      </div>
    </Page>
  );
}

function Strips({ workshops, total, cells }: Pick<Loaded, "workshops" | "total" | "cells">) {
  const { t } = useTranslation("progress");
  const people = (["enrolled", "attending", "certified", "reserve"] as const).map((group) => ({
    value: cells[group].text,
    label: t(`figure.${group}`, { count: total[group] }),
    to: cells[group].to,
  }));
  return (
    <div className="mb-12 grid gap-6 lg:grid-cols-[3fr_5fr]">
      <FigureStrip
        title={t("figure.workshops")}
        figures={workshops.map(({ group, count, ...figure }) => ({
          ...figure,
          label: t(`figure.${group}`, { count }),
        }))}
      />
      <FigureStrip
        title={t("figure.people")}
        figures={[...people, { value: cells.rate.text, label: t("figure.rate"), to: cells.rate.to }]}
      />
    </div>
  );
}
