import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CountryMark } from "#app/institutions/country-mark.tsx";
import { listInstitutions } from "#app/institutions/queries.ts";
import { findProgramme, listThemes } from "#app/programmes/queries.ts";
import { IndicatorCards } from "#app/statistics/indicators/indicator-cards.tsx";
import { indicatorViews } from "#app/statistics/indicators/indicator-view.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Pagination } from "#app/ui/display/pagination.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { alikeLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryPage } from "#app/web/search-params.ts";
import { sharedText } from "#app/web/sharing.tsx";
import { listPublicThemeIds } from "#app/workshops/queries.ts";
import { listCards } from "../cards.ts";
import { type CardView, WorkshopCard } from "../workshop-card.tsx";
import { dayOfNames, partiesView } from "./parties-view.ts";

/** Archived programmes are found as well: people look up where they have been. */
export const loader = alikeLoader(async ({ db, actor, locale, t, at, params, url }) => {
  const programme = orNotFound(await findProgramme(db, (params.code ?? "").toUpperCase()));
  const { id, code, startsOn, endsOn, texts, parties } = programme;
  const inAll = (field: "title" | "summary") =>
    textIn(Object.fromEntries(texts.map((text) => [text.locale, text[field]])), locale);
  const title = inAll("title");
  const today = localDate(at, capitalZones.MX);
  const day = dayOfNames(programme, today);
  const institutionIds = [...new Set(parties.map(({ institutionId }) => institutionId))];
  const themeIds = await listPublicThemeIds(db, id);
  const themes = (await listThemes(db)).filter((theme) => themeIds.includes(theme.id));
  const [titled, summary] = [title.text ? title : { text: code, lang: locale }, inAll("summary")];
  const page = queryPage(url);
  const reader = { locale, zone: actor?.zone ?? null, at };
  return {
    code,
    title: titled,
    summary,
    sharing: {
      title: titled.text,
      description: sharedText(summary.text),
      path: to.publicProgramme({ locale, code }, { page: page > 1 ? page : null }),
    },
    period: formatPeriod(locale, startsOn, endsOn),
    parties: partiesView(parties, await listInstitutions(db, day, institutionIds), { locale, t }),
    themes: themes.map(({ id, name }) => ({ id, name: textIn(name, locale) })),
    indicators: await indicatorViews(db, programme, { locale, t, today }),
    editions: await listCards(db, { programmeId: id, page, size: 12 }, reader, t),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function PublicProgrammePage() {
  const { code, title, summary, period, editions, indicators, ...facts } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["programmes", "workshops"]);
  return (
    <Page
      title={title.text}
      heading={<LocalText value={title} note />}
      crumbs={[{ to: to.workshops({ locale }), label: t("workshops:list.title") }]}
      over={
        <>
          <span className="figures">{code}</span>
          <span className="first-letter:uppercase">{period}</span>
        </>
      }
      lead={
        summary.text ? (
          <p className="whitespace-pre-line">
            <LocalText value={summary} note />
          </p>
        ) : null
      }
    >
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start print:block">
        <div>
          <Editions code={code} {...editions} />
          <Indicators indicators={indicators} />
        </div>
        <aside>
          <ProgrammeFacts {...facts} />
        </aside>
      </div>
    </Page>
  );
}

/** What the programme is measured by, and how far it has come. */
function Indicators({ indicators }: Pick<Loaded, "indicators">) {
  const { t } = useTranslation("programmes");
  if (indicators.every(({ isArchived }) => isArchived)) return null;
  return (
    <Section title={t("indicator.title")}>
      <p className="mb-4 max-w-[65ch]">{t("indicator.lead")}</p>
      <IndicatorCards indicators={indicators} />
    </Section>
  );
}

function ProgrammeFacts({ parties, themes }: Pick<Loaded, "parties" | "themes">) {
  const { t, locale } = useTranslation("programmes");
  const facts = [
    {
      term: t("form.parties"),
      value: parties.length ? (
        <ul className="mt-1 space-y-2">
          {parties.map(({ code, name, country, roles }) => (
            <li key={code}>
              <CountryMark {...country} /> <LocalText value={name} note />
              {roles.map((role) => (
                <span key={role} className="block text-sm text-hint">
                  {t(`role.${role}`)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      ) : null,
    },
    {
      term: t("public.themes"),
      value: themes.length ? (
        <ul className="mt-1 space-y-1">
          {themes.map(({ id, name }) => (
            <li key={id}>
              <a className="link" href={to.workshops({ locale }, { theme: id })}>
                <LocalText value={name} note />
              </a>
            </li>
          ))}
        </ul>
      ) : null,
    },
  ];
  if (!parties.length && !themes.length) return null;
  return (
    <Panel pad="text" className="print:mb-6 print:p-3">
      <Facts look="stacked" className="text-[0.9375rem] *:not-last:mb-4" facts={facts} />
    </Panel>
  );
}

/** Its workshops as everybody sees them: those to come first, then those that are over. */
function Editions({ code, cards, page, pages }: Loaded["editions"] & { code: string }) {
  const { t, locale } = useTranslation(["programmes", "workshops"]);
  const isOver = ({ state }: CardView) => state === "completed" || state === "cancelled";
  const parts = [
    { name: "coming" as const, cards: cards.filter((card) => !isOver(card)) },
    { name: "over" as const, cards: cards.filter(isOver) },
  ].filter(({ cards }) => cards.length);
  if (!parts.length)
    return (
      <Empty
        title={t("public.empty.title")}
        action={
          <Button look="plain" href={to.workshops({ locale })}>
            {t("public.empty.all")}
          </Button>
        }
      >
        {t("public.empty.text")}
      </Empty>
    );
  return (
    <>
      {parts.map(({ name, cards }) => (
        <Section
          key={name}
          title={t(`public.${name}`)}
          aside={
            name === "coming" ? (
              <a className="link print:hidden" href={to.programmeCalendar({ locale, code })}>
                {t("workshops:timetable.programmeCalendar")}
              </a>
            ) : null
          }
        >
          <ul className="grid gap-4">
            {cards.map((card) => (
              <WorkshopCard key={card.code} card={card} to={to.workshop({ locale, code: card.code })} />
            ))}
          </ul>
        </Section>
      ))}
      <Pagination page={page} pages={pages} />
    </>
  );
}
