import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { markForm } from "#app/dossier/form.ts";
import { carryOutMark, isDossierOpen } from "#app/dossier/person/marking.ts";
import { taskViews, travelView } from "#app/dossier/person/person-view.ts";
import { TaskCards } from "#app/dossier/person/task-cards.tsx";
import { Travel } from "#app/dossier/person/travel.tsx";
import { isOwed } from "#app/dossier/rules.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryCount } from "#app/web/search-params.ts";
import { workshopView } from "#app/workshops/view/workshop-view.ts";
import { heldSeat, ownSeat } from "./own-seat.ts";

export const loader = guardedLoader("own.read", async (visit) => {
  const { locale, t, at, url } = visit;
  const { workshop, enrolmentId } = await ownSeat(visit);
  const tasks = await taskViews(visit, { workshop, enrolmentId, marker: "participant" });
  const mine = tasks.filter(({ owedBy }) => owedBy === "participant");
  return {
    workshop: workshopView(workshop, { locale, t, at }),
    open: mine.filter(({ state }) => isOwed(state)),
    closed: mine.filter(({ state }) => !isOwed(state)),
    others: tasks.filter(({ owedBy }) => owedBy !== "participant"),
    travel: await travelView(visit, workshop, enrolmentId),
    city: cityOf(workshop.zone, t),
    mayChange: isDossierOpen(workshop),
    asked: queryCount(url, "task"),
    done: queryChoice(url, "done", ["done", "undo", "journey"]),
  };
});

export const action = guardedAction("own.change", markForm, async (visit) => {
  const { workshop, enrolmentId } = await heldSeat(visit);
  const done = await carryOutMark(visit, { workshop, enrolmentId, marker: "participant" });
  return redirect(to.myDossier({ locale: visit.locale, code: workshop.code }, { done }));
});

export default function MyDossierPage() {
  const { workshop, open, closed, others, travel, city, mayChange, asked, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["dossier", "enrolment"]);
  const { code } = workshop;
  const cards = { open: asked, opening: (task: number) => `${to.myDossier({ locale, code }, { task })}#task-${task}` };
  return (
    <Page
      title={`${t("own.title")} · ${code}`}
      heading={t("own.title")}
      crumbs={[{ to: to.me({ locale }), label: t("enrolment:me.title") }]}
      tabs={<MyTabs />}
      notice={done ? <Notice tone="good" title={t(`own.saved.${done}`)} /> : null}
    >
      <p className="mb-1 text-lg">
        <a className="link" href={to.workshop({ locale, code })}>
          <LocalText value={workshop.title} note />
        </a>
      </p>
      <p className="mb-8 break-keep">{workshop.period}</p>
      <Section title={t("own.mine")}>
        {open.length ? (
          <TaskCards tasks={open} {...cards} />
        ) : (
          <Empty title={t(closed.length ? "own.allDone" : "own.nothing")} />
        )}
      </Section>
      <Travel
        travel={travel}
        city={city}
        change={
          mayChange ? (
            <Button look="plain" isSmall href={to.myJourney({ locale, code })}>
              {t("journey.change")}
            </Button>
          ) : null
        }
      />
      {closed.length ? (
        <Section title={t("own.closed")}>
          <TaskCards tasks={closed} {...cards} />
        </Section>
      ) : null}
      {others.length ? (
        <Section title={t("own.others")}>
          <Hint className="mb-4">{t("own.othersHint")}</Hint>
          <TaskCards tasks={others} {...cards} />
        </Section>
      ) : null}
    </Page>
  );
}
