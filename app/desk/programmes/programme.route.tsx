import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { textIn } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { IndicatorCards } from "#app/statistics/indicators/indicator-cards.tsx";
import { indicatorViews } from "#app/statistics/indicators/indicator-view.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { listWorkshops } from "#app/workshops/list.queries.ts";
import { StateBadge } from "#app/workshops/view/state-badge.tsx";
import { workshopRow } from "#app/workshops/view/workshop-view.ts";
import { deskProgramme, mayThere } from "./desk-programme.ts";
import { FiscalTable } from "./fiscal-table.tsx";
import { fiscalView } from "./overview-view.ts";
import { ProgrammeFrame } from "./programme-frame.tsx";

/** So many of its workshops are shown: those not yet over come first. */
const workshopsShown = 12;

export const loader = guardedLoader("programme.read", async (visit) => {
  const { db, actor, locale, t, at } = visit;
  const { programme, frame } = await deskProgramme(visit);
  const today = localDate(at, actor.zone);
  const institutionOf = await institutionNames(db, today, locale);
  const { workshops, total } = await listWorkshops(db, visit.reach, {
    programmeId: programme.id,
    size: workshopsShown,
  });
  const texts = Object.fromEntries(programme.texts.map(({ locale: language, summary }) => [language, summary]));
  return {
    frame,
    summary: textIn(texts, locale),
    parties: programme.parties.map(({ institutionId, role }) => ({ name: institutionOf(institutionId), role })),
    indicators: await indicatorViews(db, programme, { locale, t, today }),
    fiscal: await fiscalView(visit, programme),
    workshops: workshops.map((workshop) => workshopRow(workshop, { locale, t, at })),
    total,
    hasDesk: mayThere(actor, "desk.read", programme.id),
  };
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function ProgrammeOverviewPage() {
  const { frame, summary, parties, indicators, fiscal, workshops, total, hasDesk } = useLoaderData<typeof loader>();
  const { t } = useTranslation("programmes");
  return (
    <ProgrammeFrame programme={frame} title={t("desk.tabs.overview")}>
      {summary.text ? (
        <p className="mb-8 max-w-[65ch] whitespace-pre-line">
          <LocalText value={summary} note />
        </p>
      ) : null}
      <div className="grid gap-x-12 lg:grid-cols-[3fr_2fr]">
        <div>
          <Indicators frame={frame} indicators={indicators} />
          <Parties parties={parties} />
        </div>
        <Workshops workshops={workshops} total={total} hasDesk={hasDesk} />
      </div>
      <Section title={t("fiscal.title")}>
        <p className="mb-4 max-w-[65ch]">{t("fiscal.lead")}</p>
        <FiscalTable countries={fiscal} />
      </Section>
    </ProgrammeFrame>
  );
}

function Indicators({ frame: { code, mayPlan }, indicators }: Pick<Loaded, "frame" | "indicators">) {
  const { t, locale } = useTranslation("programmes");
  const counting = indicators.some(({ isArchived }) => !isArchived);
  return (
    <Section title={t("indicator.title")}>
      {counting ? (
        <IndicatorCards indicators={indicators} hrefOf={({ id }) => to.indicator({ locale, code, indicator: id })} />
      ) : (
        <Empty
          title={t("indicator.empty.title")}
          action={
            mayPlan ? (
              <Button look="plain" href={to.newIndicator({ locale, code })}>
                {t("indicator.add")}
              </Button>
            ) : null
          }
        >
          {t("indicator.empty.text")}
        </Empty>
      )}
    </Section>
  );
}

function Workshops({ workshops, total, hasDesk }: Pick<Loaded, "workshops" | "total" | "hasDesk">) {
  const { t, locale } = useTranslation("programmes");
  const page = hasDesk ? to.overview : to.workshop;
  return (
    <Section title={t("list.workshops")}>
      {workshops.length ? (
        <Panel as="ul" pad="sides" isRuled>
          {workshops.map(({ code, title, state, shortPeriod }) => (
            <li key={code} className="py-3">
              <span className="mb-1 flex flex-wrap items-center gap-x-3 text-sm text-hint">
                <span className="figures">{code}</span> <span>{shortPeriod}</span> <StateBadge state={state} />
              </span>
              {hasDesk || state !== "draft" ? (
                <a className="link" href={page({ locale, code })}>
                  <LocalText value={title} />
                </a>
              ) : (
                <LocalText value={title} />
              )}
            </li>
          ))}
        </Panel>
      ) : (
        <p className="text-hint">{t("desk.noWorkshops")}</p>
      )}
      {total > workshops.length ? <p className="mt-2 text-hint">{t("desk.workshopsOf", { count: total })}</p> : null}
    </Section>
  );
}

function Parties({ parties }: Pick<Loaded, "parties">) {
  const { t } = useTranslation("programmes");
  if (!parties.length) return null;
  return (
    <Section title={t("form.parties")}>
      <Panel as="ul" pad="sides" isRuled>
        {parties.map(({ name, role }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a party may come twice, and the order is its own
          <li key={index} className="py-2">
            {name ? <LocalText value={name} /> : null}{" "}
            <span className="block text-sm text-hint">{t(`role.${role}`)}</span>
          </li>
        ))}
      </Panel>
    </Section>
  );
}
