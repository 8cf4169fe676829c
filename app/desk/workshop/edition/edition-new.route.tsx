import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { isOutdated } from "#app/desk/timetable/shift/form.ts";
import { copyDossier } from "#app/dossier/tasks/tasks.commands.ts";
import { copyDivision } from "#app/enrolment/quotas/copy.commands.ts";
import { proposeAgain } from "#app/faculty/staff/staff.commands.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { copyCall } from "#app/nominations/call/commands.ts";
import { localDate } from "#app/time/wall-time.ts";
import { copyWorkshop } from "#app/timetable/edition/edition.commands.ts";
import { editionParts, suggestedFirstDay } from "#app/timetable/edition/edition.rules.ts";
import { editionForm } from "#app/timetable/edition/form.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { listArchivedPlaces } from "#app/venues/places.queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import type { FieldErrors } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { listDaysTaken } from "#app/workshops/plan/draft.queries.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { hold } from "#db/hold.ts";
import { EditionForm } from "./edition-form.tsx";
import { askedErrors, type EditionView, editionView } from "./edition-view.ts";
import { FormerPanel } from "./former-panel.tsx";
import { formerResults } from "./former-results-view.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const today = localDate(at, workshop.zone);
  const others = await listDaysTaken(db, workshop.programmeId, today);
  const edition = {
    startsOn: suggestedFirstDay(workshop, { today, others }),
    parts: editionParts,
    answers: new Map(),
  };
  const sessions = await listSessionsOf(db, [workshop.id]);
  const former = { workshop, sessions, archived: await listArchivedPlaces(db) };
  return {
    frame,
    view: await editionView(db, former, edition, visit),
    initial: { startsOn: edition.startsOn, parts: [...editionParts] },
    former: await formerResults(visit, workshop),
  };
});

export const action = guardedAction("workshop.change", editionForm, async (visit) => {
  const { trx, by, reach, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  // of two who plan at once the second counts on from the code that the first has got
  await hold(trx, "programme", workshop.programmeId);
  const sessions = await listSessionsOf(trx, [workshop.id]);
  const former = { workshop, sessions, archived: await listArchivedPlaces(trx) };
  const view = await editionView(trx, former, input, visit);
  const show = (errors: FieldErrors | undefined, status = 422) => refuse(data({ errors, values, view }, { status }));
  if (input.deed === "look") return show(undefined, 200);
  if (isOutdated(input, workshop)) return show({ "": "timetable:shift.changedSince" }, 409);
  if (input.lookedAt && input.lookedAt !== input.startsOn) return show({ startsOn: "desk:edition.look" });
  const outcome = await copyWorkshop(trx, former, { ...input, code: input.code || view.nextCode }, { ...by, reach });
  if (outcome.status === "misfits") return show(askedErrors(view));
  if (outcome.status === "refused") return show({ [outcome.field === "code" ? "code" : ""]: outcome.because });
  await copyDivision(trx, workshop, outcome.code, by);
  if (input.parts.includes("call")) await copyCall(trx, { former: workshop, code: outcome.code, reach }, by);
  if (input.parts.includes("dossier")) await copyDossier(trx, { former: workshop, code: outcome.code, reach }, by);
  if (input.parts.includes("faculty")) await proposeAgain(trx, outcome.copies, by);
  return redirect(to.overview({ locale, code: outcome.code }, { done: "copied" }));
});

export default function EditionPage() {
  const { frame, view, initial, former } = useLoaderData<typeof loader>();
  const looked = useActionData() as { view?: EditionView } | undefined;
  const { t, locale } = useTranslation("desk");
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("edition.title")}>
      <h2 className="mb-2 text-xl">{t("edition.title")}</h2>
      <p className="mb-4">
        <a className="link" href={to.overview({ locale, code })}>
          {t("edition.back", { code })}
        </a>
      </p>
      <p className="hint mb-6 max-w-[65ch]">{t("edition.lead")}</p>
      <div className="grid gap-x-8 lg:grid-cols-[1fr_16.5rem] lg:items-start">
        <div className="min-w-0">
          <EditionForm view={looked?.view ?? view} initial={initial} />
        </div>
        <aside className="mt-8 min-w-0 lg:mt-0">
          <FormerPanel code={code} former={former} />
        </aside>
      </div>
    </WorkshopFrame>
  );
}
