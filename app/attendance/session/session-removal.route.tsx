import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { to } from "#app/addresses.ts";
import { findRemovalRefusal } from "#app/attendance/queries.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { planToWithhold, withholdChange } from "#app/enrolment/told/withheld.commands.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import { sessionView } from "#app/timetable/session-view.ts";
import { BothClocks, SessionLine } from "#app/timetable/timetable.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { hasUntoldReason, untoldFields, untoldReasonNeeded } from "#app/workshops/form.ts";
import { TellingHint } from "#app/workshops/view/telling-hint.tsx";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { removeSession } from "./removal.commands.ts";

/** Shows the session, says who is told that it is removed, and asks: that cannot be undone. */
export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, at, params, locale, t, actor } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const session = orNotFound(await findSession(db, workshop.id, sessionNumber(params.n)));
  const refused = await findRemovalRefusal(db, workshop, session, at);
  if (refused) throw redirect(to.overview({ locale, code: workshop.code }, { refused }));
  // what is over is told to nobody
  const told = session.endsAt > at ? await toldOf(visit, workshop) : { count: 0, names: [] };
  return { frame, session: sessionView(session, { locale, zone: actor.zone }, t), told };
});

const removalForm = z.object(untoldFields).refine(hasUntoldReason, untoldReasonNeeded);

export const action = guardedAction("workshop.change", removalForm, async (visit) => {
  const { trx, by, locale, params, input } = visit;
  const workshop = await heldWorkshop(visit);
  const session = orNotFound(await findSession(trx, workshop.id, sessionNumber(params.n)));
  const before = await planToWithhold(trx, workshop.id, input);
  const outcome = await removeSession(trx, workshop, session, by);
  const { code } = workshop;
  if (outcome !== "removed") return refuse(redirect(to.overview({ locale, code }, { refused: outcome })));
  await withholdChange(trx, { workshopId: workshop.id, before, reason: input.untoldReason }, by);
  return redirect(to.overview({ locale, code }, { done: "sessionRemoved" }));
});

export default function SessionRemovalPage() {
  const { frame, session, told } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("desk");
  const { code } = frame.workshop;
  const title = t("session.removal", { number: session.number });
  return (
    <WorkshopFrame {...frame} isWithin title={title}>
      <h2 className="mb-4 text-xl">{title}</h2>
      <Panel as="section" pad="card" className="mb-6 max-w-3xl">
        <SessionLine session={session} />
        <p className="mt-2">
          <BothClocks times={session.times} withDay />
        </p>
      </Panel>
      <p className="mb-6 max-w-[65ch]">{t("session.removeHint")}</p>
      <PostForm labels={{ untoldReason: t("telling.reason") }}>
        <TellingHint told={told} />
        <div className="flex flex-wrap gap-4">
          <Button look="grave">{t("session.removeConfirm")}</Button>
          <Button look="plain" href={to.session({ locale, code, n: session.number })}>
            {t("session.keep")}
          </Button>
        </div>
      </PostForm>
    </WorkshopFrame>
  );
}
