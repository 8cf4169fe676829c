import { useLoaderData } from "@remix-run/react";
import { may } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { formatMonths } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listThemes } from "#app/programmes/queries.ts";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { localDate } from "#app/time/wall-time.ts";
import { FileLinks } from "#app/ui/display/list-tools.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { listDaysOff } from "#app/workshops/calendar/days-off.rules.ts";
import { DaysOffList } from "#app/workshops/calendar/days-off-list.tsx";
import { daysOffView } from "#app/workshops/calendar/days-off-view.ts";
import { neighbourOf, periodAround, periodHolding, periodKinds } from "#app/workshops/calendar/period.rules.ts";
import { Chart } from "./chart/chart.tsx";
import { PlannerLegend } from "./chart/legend.tsx";
import { plannerChart } from "./chart/planner-chart.ts";
import { PeriodBar } from "./period-bar.tsx";
import { groupings, plannerAddress, readPlannerFilter } from "./planner-filter.ts";
import "./chart/marks.css";
import "./chart/phone.css";
import "./chart/planner.css";
import "./chart/paper.css";
import { groupsOf } from "./chart/planner-groups.ts";
import { PlannerFilters } from "./planner-filters.tsx";
import { plannerRows } from "./planner-rows.ts";

export const loader = guardedLoader("desk.read", async (visit) => {
  const { db, actor, locale, t, at, url } = visit;
  const today = localDate(at, actor.zone);
  const filter = readPlannerFilter(url, today);
  const { period } = filter;
  const { rows, programmes } = await plannerRows(visit, filter);
  const daysOff = listDaysOff(period);
  const groups = groupsOf(rows, filter.grouping, { locale, t });
  const [before, after] = [neighbourOf(period, "before"), neighbourOf(period, "after")];
  const clashing = rows.filter(({ clashes }) => clashes.length > 0).length;
  const label = formatMonths(locale, period.from, period.to);
  return {
    hasPeople: may(actor, "person.read"),
    count: rows.length,
    hasClashes: clashing > 0,
    states: [...new Set(rows.map(({ state }) => state))],
    chart: plannerChart(period, { groups, daysOff, today }, { locale, t }),
    daysOff: daysOffView(daysOff, { locale, t }),
    filter,
    everything: plannerAddress(locale, {
      ...{ period, grouping: filter.grouping },
      ...{ q: "", state: null, country: null, programme: "", themeId: "" as typeof filter.themeId },
    }),
    programmes,
    themes: (await listThemes(db)).map(({ id, name }) => ({ id, name: textIn(name, locale).text })),
    bar: {
      label,
      found: t("planner:found", { count: rows.length }),
      clashing: clashing ? t("planner:clashing", { count: clashing }) : "",
      previous: before && plannerAddress(locale, filter, { period: before }),
      next: after && plannerAddress(locale, filter, { period: after }),
      today:
        today >= period.from && today <= period.to
          ? null
          : plannerAddress(locale, filter, { period: periodHolding(period.kind, today) }),
      kinds: periodKinds.map((kind) => ({
        href: plannerAddress(locale, filter, { period: periodAround(kind, period, today) }),
        label: t(`planner:period.${kind}`),
        isCurrent: kind === period.kind,
      })),
      groupings: groupings.map((grouping) => ({
        href: plannerAddress(locale, filter, { grouping }),
        label: t(`planner:group.${grouping}`),
        isCurrent: grouping === filter.grouping,
      })),
    },
  };
});

export default function PlannerPage() {
  const loaded = useLoaderData<typeof loader>();
  const { hasPeople, count, hasClashes, states, chart, daysOff, filter, everything, programmes, themes, bar } = loaded;
  const { t, locale } = useTranslation(["planner", "clashes"]);
  const isSought = Boolean(filter.q || filter.state || filter.country || filter.programme || filter.themeId);
  return (
    <Page title={t("title")} width="wide" tabs={<DeskTabs hasPeople={hasPeople} />} hasList={count > 0}>
      <PlannerFilters filter={filter} programmes={programmes} themes={themes} />
      <PeriodBar view={bar}>{count ? <FileLinks /> : null}</PeriodBar>
      {count ? (
        <>
          <Chart chart={chart} label={`${t("title")}: ${bar.label}`} />
          <div className="mt-3 mb-8 print:my-1">
            <PlannerLegend shown={states} hasClashes={hasClashes} />
            {hasPeople ? (
              <p className="mt-2 print:hidden">
                <a className="link" href={to.clashes({ locale })}>
                  {t("clashes:open")}
                </a>
              </p>
            ) : null}
          </div>
        </>
      ) : (
        <Empty
          title={t("empty.title")}
          action={
            isSought ? (
              <Button look="plain" href={everything}>
                {t("empty.reset")}
              </Button>
            ) : null
          }
        >
          {t(isSought ? "empty.sought" : "empty.text")}
        </Empty>
      )}
      <DaysOffList view={daysOff} />
    </Page>
  );
}
