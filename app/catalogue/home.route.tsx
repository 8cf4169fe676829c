import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { untilChanged } from "#app/audit/until-changed.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { localDate } from "#app/time/wall-time.ts";
import { capitalZones } from "#app/time/zones.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { LinkedText } from "#app/ui/linked-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { alikeLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { openFirst } from "#app/workshops/rules.ts";
import { listCards } from "./cards.ts";
import { WorkshopCard } from "./workshop-card.tsx";

export const loader = alikeLoader(async ({ db, actor, locale, t, at, url }) => {
  const zone = actor?.zone ?? null;
  const coming = await untilChanged(db, at, ["home", locale, zone], async () => {
    const today = localDate(at, capitalZones.MX);
    const { cards, total } = await listCards(db, { when: "upcoming", today, size: 12 }, { locale, zone, at }, t);
    return { cards: openFirst(cards).slice(0, 4), total };
  });
  const sharing = {
    title: t("workshops:home.title"),
    description: t("workshops:home.lead"),
    path: to.home({ locale }),
  };
  return { ...coming, sharing, done: queryChoice(url, "done", ["signedOut"]) };
});

export default function HomePage() {
  const { cards, total, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["workshops", "access", "common"]);
  return (
    <Page
      title={t("home.title")}
      notice={done ? <Notice tone="good" title={t("access:signOut.done")} /> : null}
      lead={t("home.lead")}
    >
      <Section
        title={t("home.coming")}
        aside={
          total > 0 ? (
            <a className="link" href={to.workshops({ locale })}>
              {t("home.all", { count: total })}
            </a>
          ) : null
        }
      >
        {cards.length ? (
          <ul className="grid gap-4 lg:grid-cols-2">
            {cards.map((card) => (
              <WorkshopCard key={card.code} card={card} to={to.workshop({ locale, code: card.code })} />
            ))}
          </ul>
        ) : (
          <Empty title={t("list.empty.title")}>{t("home.empty")}</Empty>
        )}
      </Section>

      <div className="grid gap-x-10 lg:grid-cols-2">
        <Section title={t("home.how.title")}>
          <ol className="list-decimal space-y-2 ps-6">
            <li>{t("home.how.choose")}</li>
            <li>
              <LinkedText text={t("home.how.enrol")} href={to.signIn({ locale })} />
            </li>
            <li>{t("home.how.attend")}</li>
            <li>
              <LinkedText text={t("home.how.certificate")} href={to.myCertificates({ locale })} />
            </li>
          </ol>
        </Section>
        <Section title={t("home.verify.title")}>
          <p className="mb-4">{t("home.verify.text")}</p>
          <form action={to.verify({ locale })} className="print:hidden">
            <label htmlFor="number" className="mb-1 block font-bold text-ink">
              {t("home.verify.label")}
            </label>
            <div className="flex flex-wrap gap-3">
              <input
                id="number"
                name="number"
                maxLength={200}
                autoCapitalize="characters"
                spellCheck={false}
                className="field min-w-0 flex-1 basis-60"
              />
              <Button look="plain">{t("home.verify.button")}</Button>
            </div>
          </form>
        </Section>
      </div>
    </Page>
  );
}
