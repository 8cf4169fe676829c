import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { markForm } from "#app/dossier/form.ts";
import { carryOutMark, isDossierOpen } from "#app/dossier/person/marking.ts";
import { taskViews, travelView } from "#app/dossier/person/person-view.ts";
import { TaskCards } from "#app/dossier/person/task-cards.tsx";
import { Travel } from "#app/dossier/person/travel.tsx";
import { cityOf } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { shownName } from "#app/people/names.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { queryChoice, queryCount } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { sealedPage, seatedPerson } from "./desk-person.ts";

export const loader = guardedLoader("participant.change", async (visit) => {
  const { db, locale, t, url, params } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const person = await seatedPerson(db, workshop, params);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  return {
    frame,
    id: person.id,
    name: shownName(person),
    institution: institutionOf(person.institutionId),
    tasks: await taskViews(visit, { workshop, enrolmentId: person.id, marker: "coordination" }),
    travel: await travelView(visit, workshop, person.id),
    city: cityOf(workshop.zone, t),
    sealed: await sealedPage(visit, workshop, person.personId),
    mayChange: isDossierOpen(workshop),
    asked: queryCount(url, "task"),
    done: queryChoice(url, "done", ["done", "notNeeded", "undo", "journey"]),
  };
});

export const action = guardedAction("participant.change", markForm, async (visit) => {
  const { trx, params, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const { id } = await seatedPerson(trx, workshop, params);
  const done = await carryOutMark(visit, { workshop, enrolmentId: id, marker: "coordination" });
  return redirect(to.dossierPerson({ locale, code: workshop.code, enrolment: id }, { done }));
});

export default function DossierPersonPage() {
  const { frame, id, name, institution, tasks, travel, city, sealed, ...rest } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("dossier");
  const { code } = frame.workshop;
  const page = { locale, code, enrolment: id };
  return (
    <WorkshopFrame {...frame} isWithin title={name.name}>
      {rest.done ? <Notice tone="good" title={t(`desk.saved.${rest.done}`)} /> : null}
      <p className="mb-2 print:hidden">
        <a className="link" href={to.dossier({ locale, code })}>
          {t("desk.back")}
        </a>
      </p>
      <h2 className="text-2xl" lang={name.isJapanese ? "ja" : undefined}>
        {name.name}
      </h2>
      {name.second ? <p className="text-hint">{name.second}</p> : null}
      <p className="mb-6">
        <LocalText value={institution} /> {institution.text ? "· " : ""}
        <a className="link print:hidden" href={to.participant(page)}>
          {t("desk.participant")}
        </a>
        {sealed ? (
          <a className="link ms-4 print:hidden" href={sealed}>
            {t("desk.sealed")}
          </a>
        ) : null}
      </p>
      <Section title={t("desk.tasks")}>
        {tasks.length ? (
          <TaskCards
            tasks={tasks}
            open={rest.asked}
            opening={(task) => `${to.dossierPerson(page, { task })}#task-${task}`}
          />
        ) : (
          <Empty title={t("own.nothing")} />
        )}
      </Section>
      <Travel
        travel={travel}
        city={city}
        change={
          rest.mayChange ? (
            <Button look="plain" isSmall href={to.dossierJourney(page)}>
              {t("stay.change")}
            </Button>
          ) : null
        }
      />
    </WorkshopFrame>
  );
}
