import { to } from "#app/addresses.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import { useAnswer } from "#app/web/answer.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import type { ChartBar, PlannerChart } from "./planner-chart.ts";

/**
 * Bars over days, where there is room for them; the same elements are a list on a phone. Where each stands is a style
 * of numbers with this answer's nonce, as the policy lets no element have a style of its own.
 */
export function Chart({ chart, label }: { chart: PlannerChart; label: string }) {
  const { nonce } = useAnswer();
  return (
    <section
      id="list"
      tabIndex={-1}
      aria-label={label}
      className="panel planner"
      data-live="planner"
      data-long={chart.isLong ? "" : undefined}
    >
      <style nonce={nonce}>{placesOf(chart)}</style>
      <div className="planner-plot">
        <Axis chart={chart} />
        <Rails chart={chart} />
        <Shades chart={chart} />
        {chart.groups.map((group, index) => (
          <Group key={group.key} group={group} index={index} />
        ))}
      </div>
      <LiveScript />
    </section>
  );
}

/** Numbers alone: from them the sheet works out where everything stands. */
function placesOf({ days, groups, ...chart }: PlannerChart): string {
  const lanes = groups.reduce((sum, group) => sum + group.lanes, 0);
  const places = { m: chart.months, w: chart.weekends, o: chart.daysOff };
  const starts = {
    t: chart.ticks.map(({ start }) => start),

    k: chart.mondays,
    e: chart.edges.map(({ start }) => start),
    y: chart.today === null ? [] : [chart.today],
  };
  return [
    `.planner{--days:${days};--rows:${lanes + groups.length}}`,
    ...Object.entries(places).flatMap(([name, all]) =>
      all.map(({ start, length }, index) => `.${name}${index}{--s:${start};--n:${length}}`),
    ),
    ...Object.entries(starts).flatMap(([name, all]) => all.map((start, index) => `.${name}${index}{--s:${start}}`)),
    ...groups.map((group, index) => `.g${index}{--lanes:${group.lanes}}`),
    ...groups.flatMap((group, index) =>
      group.bars.map(
        ({ start, length, left, width, lane }, bar) =>
          `#b${index}-${bar}{--s:${start};--n:${length};--l:${left};--w:${width};--r:${lane}}`,
      ),
    ),
  ].join("");
}

/** Months, and below them days or weeks. What stands in a column says its dates itself. */
const Axis = ({ chart: { months, ticks, edges, today } }: { chart: PlannerChart }) => (
  <div className="planner-axis" aria-hidden="true">
    {months.map(({ label }, index) => (
      <b key={label} className={`planner-at m${index}`}>
        {label}
      </b>
    ))}
    {ticks.map(({ label, letter, start }, index) => (
      <span key={start} className={`planner-at planner-tick t${index}`}>
        {letter ? <small>{letter}</small> : null}
        {label}
      </span>
    ))}
    {edges.map(({ label, start }, index) => (
      <i key={label} className={`planner-at planner-edge e${index}`} data-late={start > 0 ? "" : undefined}>
        {label}
      </i>
    ))}
    {today === null ? null : <TodayLabel />}
  </div>
);

function TodayLabel() {
  const { t } = useTranslation("planner");
  return <em className="planner-at planner-now y0">{t("today")}</em>;
}

/** A rail for each country: what is off, by its name where one points at it or comes by keyboard. */
function Rails({ chart: { daysOff, days } }: { chart: PlannerChart }) {
  const { t } = useTranslation(["planner", "common"]);
  const rails = Object.entries(
    Object.groupBy(
      daysOff.map((off, index) => ({ ...off, index })),
      (off) => off.country,
    ),
  );
  return rails.map(([country, own]) => (
    <ul
      key={country}
      className="planner-rail"
      aria-label={t("daysOff.of", { country: t(`common:country.${country as "MX"}`) })}
    >
      <li className="planner-rail-name" aria-hidden="true">
        {country}
      </li>
      {own?.map(({ index, kind, label, start }) => (
        <li
          key={index}
          className={`planner-at o${index}`}
          data-kind={kind}
          data-late={start > days / 2 ? "" : undefined}
        >
          <a href="#days-off" className="planner-off">
            <span className="planner-card">{label}</span>
          </a>
        </li>
      ))}
    </ul>
  ));
}

const Shades = ({ chart: { weekends, mondays, daysOff, months, edges, today } }: { chart: PlannerChart }) => (
  <div className="planner-shades" aria-hidden="true">
    {weekends.map(({ start }, index) => (
      <span key={start} className={`planner-at planner-weekend w${index}`} />
    ))}
    {mondays.map((start, index) => (
      <span key={start} className={`planner-at planner-week k${index}`} />
    ))}
    {months.map(({ label }, index) => (
      <span key={label} className={`planner-at planner-month m${index}`} />
    ))}
    {daysOff.map(({ country, kind, start }, index) => (
      <span
        key={`${country}${start}`}
        className={`planner-at planner-shade o${index}`}
        data-country={country}
        data-kind={kind}
      />
    ))}
    {edges.map(({ label }, index) => (
      <span key={label} className={`planner-at planner-fiscal e${index}`} />
    ))}
    {today === null ? null : <span className="planner-at planner-today y0" />}
  </div>
);

function Group({ group: { label, count, bars }, index }: { group: PlannerChart["groups"][number]; index: number }) {
  const { locale } = useTranslation();
  return (
    <section className={`planner-group g${index}`}>
      {label.text ? (
        <h3>
          <span lang={langOf(label, locale)}>{label.text}</span> <small>{count}</small>
        </h3>
      ) : null}
      <ol className="planner-lanes">
        {bars.map((bar, number) => (
          <OneBar key={bar.code} bar={bar} id={`b${index}-${number}`} locale={locale} />
        ))}
      </ol>
    </section>
  );
}

/** Of a text that is not in the page's language. */
const langOf = ({ lang }: Localised, locale: Locale) => (lang === locale ? undefined : lang);

function OneBar({ bar, id, locale }: { bar: ChartBar; id: string; locale: Locale }) {
  const { code, title, state, facts, clashes, isCutBefore, isCutAfter, words } = bar;
  const lang = langOf(title, locale);
  return (
    <li
      id={id}
      data-state={state}
      data-words={words === "on" ? undefined : words}
      data-before={isCutBefore ? "" : undefined}
      data-after={isCutAfter ? "" : undefined}
      data-clash={clashes.length ? "" : undefined}
    >
      <a href={to.overview({ locale, code })}>
        <span className="planner-mark figures">{code}</span>{" "}
        <span className="planner-title" lang={lang}>
          {title.text}
        </span>
      </a>
      <span className="planner-card">
        <b aria-hidden="true" lang={lang}>
          {title.text}
        </b>{" "}
        {facts}
        {clashes.map((clash) => (
          <span key={clash} className="planner-clash">
            {" "}
            {clash}
          </span>
        ))}
      </span>
    </li>
  );
}
