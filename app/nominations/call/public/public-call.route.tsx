import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import { endonyms, locales } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { callView } from "#app/nominations/call/call-view.ts";
import { listCallVersions } from "#app/nominations/call/queries.ts";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { publicLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryCount } from "#app/web/search-params.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { CallFacts } from "./call-facts.tsx";

export const loader = publicLoader(async (visit) => {
  const { db, actor, locale, t, at, params, url } = visit;
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", "public"));
  const versions = await listCallVersions(db, workshop.id);
  const latest = orNotFound(versions[0] ?? null);
  const asked = queryCount(url, "version");
  const version = orNotFound(asked === null ? latest : (versions.find(({ number }) => number === asked) ?? null));
  const page = { db, locale, t, at, zone: actor?.zone ?? null, on: workshop.startsOn };
  const view = workshopView(workshop, { locale, t, at });
  return {
    workshop: { code: view.code, title: view.title, period: view.period, place: view.venue },
    call: await callView(version.content, page),
    number: version.number,
    latest: latest.number,
    versions: versions.map(({ number, reason, publishedAt }) => ({
      ...{ number, reason },
      at: cityInstant({ locale, t }, publishedAt, version.content.zone),
    })),
    isCancelled: workshop.state === "cancelled",
  };
});

export default function PublicCallPage() {
  const { workshop, call, number, latest, versions, isCancelled } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("calls");
  const { code } = workshop;
  const path = to.publicCall({ locale, code });
  return (
    <Page
      title={t("page.title", { workshop: workshop.title.text })}
      heading={<LocalText value={workshop.title} note />}
      over={
        <>
          <span>{t("page.over")}</span>
          <span className="figures">{code}</span>
        </>
      }
      crumbs={[{ to: to.workshop({ locale, code }), label: code }]}
      notice={<Standing isCancelled={isCancelled} {...{ number, latest, path, isOpen: call.isOpen }} />}
    >
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start print:block">
        <aside className="lg:col-start-2">
          <CallFacts call={call} workshop={workshop} />
          <Panel pad="text" className="mt-4 print:hidden">
            <h2 className="mb-2 text-lg">{t("page.paper")}</h2>
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
              {locales.map((lang) => (
                <li key={lang}>
                  <a
                    className="link inline-flex min-h-8 items-center"
                    lang={lang}
                    href={to.callPaper({ locale: lang, code }, number === latest ? {} : { version: number })}
                  >
                    {endonyms[lang]} (PDF)
                  </a>
                </li>
              ))}
            </ul>
          </Panel>
        </aside>
        <div className="lg:col-start-1 lg:row-start-1">
          {call.parts.map(({ part, text }) => (
            <Section key={part} title={t(`part.${part}`)}>
              <p className="max-w-[65ch] whitespace-pre-line">
                <LocalText value={text} note />
              </p>
            </Section>
          ))}
          {versions.length > 1 ? (
            <Section title={t("versions.title")}>
              <ol className="max-w-[65ch] divide-y divide-hairline">
                {versions.map((one) => (
                  <li key={one.number} className="py-2">
                    <a className="link" href={to.publicCall({ locale, code }, { version: one.number })}>
                      {t("versions.number", { number: one.number })}
                    </a>{" "}
                    <span className="text-sm text-hint">{one.at}</span>
                    {one.reason ? <p className="wrap-anywhere">{one.reason}</p> : null}
                  </li>
                ))}
              </ol>
            </Section>
          ) : null}
        </div>
      </div>
    </Page>
  );
}

type StandingProps = { isCancelled: boolean; isOpen: boolean; number: number; latest: number; path: string };

/** What a reader has to know before anything else. */
function Standing({ isCancelled, isOpen, number, latest, path }: StandingProps) {
  const { t } = useTranslation("calls");
  if (isCancelled) return <Notice isStanding tone="bad" title={t("page.cancelled")} />;
  if (number !== latest)
    return (
      <Notice isStanding tone="warn" title={t("page.former", { number })}>
        <a className="link" href={path}>
          {t("page.toLatest")}
        </a>
      </Notice>
    );
  return isOpen ? null : <Notice isStanding tone="warn" title={t("page.closed")} />;
}
