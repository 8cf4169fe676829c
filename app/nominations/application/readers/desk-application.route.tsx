import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { findNomination } from "#app/nominations/nomination/queries.ts";
import { shownName } from "#app/people/names.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { deskWorkshop, mayHere } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { readApplication } from "./read-application.ts";
import { WholeApplication } from "./whole-application.tsx";

export const loader = guardedLoader("nomination.review", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const of = { workshopId: workshop.id, id: visit.params.nomination ?? "" };
  const nomination = orNotFound(await findNomination(visit.db, of));
  const { isOpen: _, ...read } = await readApplication(visit, workshop, nomination);
  const mayUnseal = mayHere(visit.actor, "nomination.unseal", workshop);
  return { frame, id: nomination.id, name: shownName(nomination).name, read, mayUnseal };
});

export default function DeskApplicationPage() {
  const { frame, id, name, read, mayUnseal } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("applications");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={`${t("title")} · ${name}`}>
      <p className="mb-2">
        <a className="link" href={to.nomination({ locale, code, nomination: id })}>
          {t("readers.back")}
        </a>
      </p>
      <h2 className="mb-4 text-2xl">{t("readers.of", { name })}</h2>
      <WholeApplication
        read={read}
        sealedPage={mayUnseal ? to.sealedAnswers({ locale, code, nomination: id }) : undefined}
      />
    </WorkshopFrame>
  );
}
