import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { FormerResults } from "./former-results-view.ts";

/** What came of the former edition, beside the plan of the next one. */
export function FormerPanel({ code, former }: { code: string; former: FormerResults }) {
  const { t, locale } = useTranslation(["desk", "workshops"]);
  const { figures } = former;
  const seats = figures ? `${figures.enrolled} / ${former.capacity}` : former.capacity;
  const facts = [
    { term: t("workshops:facts.dates"), value: former.period, className: "break-keep" },
    { term: t("workshops:facts.seats"), value: <span className="figures">{seats}</span> },
    ...(figures
      ? [
          { term: t("edition.former.reserve"), value: <span className="figures">{figures.reserve}</span> },
          { term: t("edition.former.rate"), value: figures.rate },
          { term: t("edition.former.certified"), value: <span className="figures">{figures.certified}</span> },
        ]
      : []),
  ];
  return (
    <Panel as="section" pad="text" className="mb-4">
      <h2 className="mb-3 text-lg">{t("edition.former.title", { code })}</h2>
      <Facts look="stacked" facts={facts} />
      <ul className="mt-3">
        <li>
          <a className="link" href={to.timetable({ locale, code })}>
            {t("edition.former.timetable")}
          </a>
        </li>
        <li>
          <a className="link" href={to.participants({ locale, code })}>
            {t("edition.former.participants")}
          </a>
        </li>
      </ul>
    </Panel>
  );
}
