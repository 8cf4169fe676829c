import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApplicationBadge } from "#app/nominations/application/application-badge.tsx";
import { ApplicationHistory } from "#app/nominations/application/application-history.tsx";
import { sectionCards, standingView } from "#app/nominations/application/application-view.ts";
import { callBackApplication } from "#app/nominations/application/commands.ts";
import { callBackForm } from "#app/nominations/application/form.ts";
import { isEditable, mayBring } from "#app/nominations/application/rules.ts";
import { readingsView } from "#app/nominations/sealed/desk/sealed-view.ts";
import { Readings } from "#app/nominations/sealed/readings.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { heldApplication, ownApplication } from "./own-door.ts";
import { OwnApplicationPage } from "./own-page.tsx";
import { SectionCards } from "./section-cards.tsx";

export const loader = guardedLoader("own.read", async (visit) => {
  const { db, locale, t, at, actor, url } = visit;
  const { workshop, nomination, filled } = await ownApplication(visit);
  const { application, call, isOpen } = filled;
  const state = application?.state ?? null;
  const { code, title, period } = workshopView(workshop, { locale, t, at });
  return {
    workshop: { code, title, period },
    sections: sectionCards(filled, { locale, t }),
    standing: await standingView(application, call, nomination, { db, locale, t, zone: actor.zone }),
    readings: application ? await readingsView(application.id, filled, { db, locale, zone: actor.zone }) : [],
    may: {
      change: isEditable(state, isOpen),
      callBack: mayBring("draft", { from: state, by: "nominee", isOpen }) && state === "sent",
    },
    done: queryChoice(url, "done", ["saved", "sent", "calledBack"]),
    refused: queryChoice(url, "refused", ["closed", "notFromHere"]),
  };
});

export const action = guardedAction("own.change", callBackForm, async (visit) => {
  const { trx, by, locale } = visit;
  const { workshop, nomination } = await heldApplication(visit);
  const { code } = workshop;
  const outcome = await callBackApplication(trx, { workshop, nomination }, by);
  if (outcome.status === "refused")
    return refuse(redirect(to.application({ locale, code }, { refused: outcome.because })));
  return redirect(to.application({ locale, code }, { done: "calledBack" }));
});

export default function ApplicationPage() {
  const { workshop, sections, standing, readings, may, done, refused } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("applications");
  const { code } = workshop;
  const { state, by, sentAt, returnedBecause } = standing;
  const missing = sections.reduce((sum, section) => sum + section.missing, 0);
  return (
    <OwnApplicationPage
      code={code}
      notice={
        <>
          {done ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
          {refused ? <Notice tone="warn" title={t(`refused.${refused}`)} /> : null}
        </>
      }
    >
      <p className="mb-1 text-lg">
        <a className="link" href={to.workshop({ locale, code })}>
          <LocalText value={workshop.title} note />
        </a>
      </p>
      <p className="mb-6 break-keep">{workshop.period}</p>
      {returnedBecause ? (
        <Notice isStanding tone="warn" title={t("own.returned")}>
          <p className="wrap-anywhere whitespace-pre-line">{returnedBecause}</p>
        </Notice>
      ) : null}
      <Panel pad="text" edge={may.change ? "key" : undefined} className="mb-8 max-w-3xl">
        <ApplicationBadge state={state} />
        <p className="mt-2 max-w-[65ch]">{lead()}</p>
        {by ? (
          <p className="mt-2 text-sm text-hint">
            {t("own.by")} <strong className="text-ink">{by.host}</strong>
            <span className="block">{by.other}</span>
          </p>
        ) : null}
        <div className="mt-4 flex flex-wrap gap-3 print:hidden">
          <Button look={may.change && missing === 0 ? "main" : "plain"} href={to.applicationCheck({ locale, code })}>
            {t(may.change ? "own.check" : "own.look")}
          </Button>
          {may.callBack ? (
            <PostButton look="plain" fields={{ part: "callBack" }}>
              {t("own.callBack")}
            </PostButton>
          ) : null}
        </div>
        {may.callBack ? <Hint className="mt-2">{t("own.callBackHint")}</Hint> : null}
      </Panel>
      {may.change ? (
        <Section title={t("own.sections")}>
          <SectionCards code={code} sections={sections} />
        </Section>
      ) : null}
      {readings.length ? <Readings readings={readings} /> : null}
      <ApplicationHistory history={standing.history} />
    </OwnApplicationPage>
  );

  function lead() {
    if (state === "sent") return t("own.lead.sent", { at: sentAt });
    if (!may.change) return t("own.lead.closed");
    return missing ? t("own.lead.missing", { count: missing }) : t("own.lead.complete");
  }
}
