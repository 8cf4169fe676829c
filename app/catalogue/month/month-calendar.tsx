import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CountryMark } from "#app/institutions/country-mark.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { DaysOffList } from "#app/workshops/calendar/days-off-list.tsx";
import { SeatBadge, seatKey } from "#app/workshops/view/state-badge.tsx";
import styles from "./month.css?url";
import type { MonthBar, MonthCell, MonthView } from "./month-view.ts";

/**
 * Weeks below each other where there is room for seven days beside each other; else a list. Its styles come with it, as
 * the list of the catalogue has no use for them.
 */
export function MonthCalendar({ view }: { view: MonthView }) {
  const { t } = useTranslation("workshops");
  const { label, weekdays, weeks, daysOff } = view;
  return (
    <>
      <link rel="stylesheet" href={styles} />
      <div className="panel month-frame">
        <table className="month">
          <caption className="sr-only">{t("month.caption", { month: label })}</caption>
          <thead>
            <tr>
              {weekdays.map(({ short, long }) => (
                <th key={long} scope="col" abbr={long}>
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          {weeks.map((week) => (
            <Week key={week.days[0]?.on} week={week} />
          ))}
        </table>
      </div>
      <MonthList view={view} />
      <DaysOffList view={daysOff} />
    </>
  );
}

function Week({ week: { days, rows } }: { week: MonthView["weeks"][number] }) {
  const { t } = useTranslation("common");
  return (
    <tbody>
      <tr className="month-days">
        {days.map(({ on, number, label, isOutside, isToday, daysOff }) => (
          <td key={on} data-outside={isOutside ? "" : undefined} data-off={daysOff.length ? "" : undefined}>
            <time dateTime={on} aria-current={isToday ? "date" : undefined}>
              <span aria-hidden="true">{number}</span>
              <span className="sr-only">{label}</span>
            </time>
            {daysOff.map(({ country, name, isAdvice }) => (
              <span key={country} className="month-off">
                <CountryMark code={country} name={t(`country.${country}`)} /> {name}
                {isAdvice ? <span className="sr-only">{t("holiday.advice")}</span> : null}
              </span>
            ))}
          </td>
        ))}
      </tr>
      {rows.map((cells) => (
        <tr key={cells.find(({ bar }) => bar)?.bar?.code}>
          {cells.map((cell) => (
            <Cell key={cell.start} cell={cell} />
          ))}
        </tr>
      ))}
      <tr className="month-rest">
        <td colSpan={7} />
      </tr>
    </tbody>
  );
}

const Cell = ({ cell: { length, bar } }: { cell: MonthCell }) => (
  <td colSpan={length}>{bar ? <OneWorkshop bar={bar} /> : null}</td>
);

function OneWorkshop({ bar }: { bar: MonthBar }) {
  const { t, locale } = useTranslation("workshops");
  const { code, state, period, title, country, countryCode, isCutBefore, isCutAfter } = bar;
  return (
    <a
      href={to.workshop({ locale, code })}
      className="month-bar"
      data-state={state}
      data-before={isCutBefore ? "" : undefined}
      data-after={isCutAfter ? "" : undefined}
    >
      <span className="month-title">
        <CountryMark code={countryCode} name={country} /> <LocalText value={title} />
      </span>
      <span className="sr-only"> {period}</span>
      <small> {t(isCutBefore ? "month.continues" : seatKey(bar))}</small>
    </a>
  );
}

/** The same workshops, for a phone. */
function MonthList({ view: { workshops } }: { view: MonthView }) {
  const { locale } = useTranslation();
  if (!workshops.length) return null;
  return (
    <ul className="panel month-list">
      {workshops.map(({ code, title, period, country, countryCode, state, seatView }) => (
        <li key={code}>
          <p className="figures text-sm text-hint">{period}</p>
          <p>
            <CountryMark code={countryCode} name={country} />{" "}
            <a className="link" href={to.workshop({ locale, code })}>
              <LocalText value={title} />
            </a>
          </p>
          <SeatBadge state={state} seatView={seatView} />
        </li>
      ))}
    </ul>
  );
}
