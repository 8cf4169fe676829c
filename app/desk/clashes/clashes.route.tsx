import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DeskTabs } from "#app/shell/desk-tabs.tsx";
import { readChoice } from "#app/tables/list.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { plusMinutes } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Chips } from "#app/ui/form/chips.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty } from "#app/ui/notice.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { clashList } from "./clash-list.tsx";
import { type ClashDays, clashRows, readDays, readStanding, standings } from "./clash-rows.ts";

/** More than these are in the list's file. */
const shown = 200;

export const loader = guardedLoader("workshop.change", async (visit) => {
  const choice = readChoice(visit.url, clashList);
  const standing = readStanding(visit.url);
  const days = await readDays(visit);
  const { rows, counts } = await clashRows(visit, days, { standing, most: shown });
  return { choice, standing, counts, rows, hidden: counts[standing] - rows.length, days: daysView(visit, days) };
});

/** Which days are shown, and the addresses of others; null where they are the whole year. */
function daysView({ url, at, locale, actor: { zone } }: Reading, { from, until, next }: ClashDays) {
  if (from === at && next === null) return null;
  const [first, last] = [localDate(from, zone), localDate(plusMinutes(until, -1), zone)];
  const show = url.searchParams.get("show");
  return {
    label: formatPeriod(locale, first, last),
    from: from === at ? null : first,
    soonest: from === at ? null : to.clashes({ locale }, { show }),
    next: next && to.clashes({ locale }, { show, from: next }),
  };
}

export default function ClashesPage() {
  const { choice, standing, counts, rows, hidden, days } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("clashes");
  return (
    <Page title={t("list.title")} lead={t("list.lead")} width="wide" tabs={<DeskTabs />} hasList={rows.length > 0}>
      <Chips
        label={t("list.standing")}
        className="mb-6"
        chips={standings.map((one) => ({
          href: to.clashes({ locale }, { show: one === "open" ? null : one, from: days?.from ?? null }),
          label: t(`standing.${one}`),
          count: counts[one],
          isCurrent: one === standing,
        }))}
      />
      {days ? (
        <div className="mb-6 flex flex-wrap items-baseline gap-x-6 gap-y-2">
          <h2 className="text-xl first-letter:uppercase">{days.label}</h2>
          <nav aria-label={t("list.days")} className="flex gap-x-5 print:hidden">
            {days.soonest ? (
              <a className="link inline-flex min-h-11 items-center" href={days.soonest}>
                {t("list.soonest")}
              </a>
            ) : null}
            {days.next ? (
              <a className="link inline-flex min-h-11 items-center" href={days.next} rel="next">
                {t("list.next")}
              </a>
            ) : null}
          </nav>
          <Hint className="basis-full">{t("list.part")}</Hint>
        </div>
      ) : null}
      {rows.length ? (
        <ListTable list={clashList} rows={rows} choice={choice} />
      ) : (
        <Empty title={t(`list.none.${standing}`)}>{t(days ? "list.emptyDays" : "list.empty")}</Empty>
      )}
      {hidden ? <Hint className="mt-4">{t("list.hidden", { count: hidden })}</Hint> : null}
    </Page>
  );
}
