import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { countMarksBySession } from "#app/attendance/queries.ts";
import { PaperLink } from "#app/attendance/sheet/paper-link.tsx";
import { ClashNotice, ClashReasonField, type InTheWay } from "#app/clashes/clash-notice.tsx";
import { refuseClashes } from "#app/clashes/refuse-clashes.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { planToWithhold, withholdChange } from "#app/enrolment/told/withheld.commands.ts";
import { facultyRoles } from "#app/faculty/rules.ts";
import { staffChoices, staffValues } from "#app/faculty/staff/staff-choices.ts";
import { StaffFields, useStaffLabels } from "#app/faculty/staff/staff-fields.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import { sessionChoices } from "#app/timetable/session/session-choices.ts";
import { SessionForm } from "#app/timetable/session/session-form.tsx";
import { sessionClocks, sessionValues } from "#app/timetable/session/session-form-values.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { changeStaffedSession } from "./session-change.commands.ts";
import { staffedErrors, staffedSessionForm } from "./staffed-session.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  const session = orNotFound(await findSession(visit.db, workshop.id, sessionNumber(visit.params.n)));
  const initial = {
    ...(await sessionValues(visit.db, workshop, session)),
    ...(await staffValues(visit.db, session.id)),
  };
  const clocks = sessionClocks(session, visit.t);
  const choices = await sessionChoices(visit, workshop, session);
  const isMarked = (await countMarksBySession(visit.db, [session.id])).has(session.id);
  const told = await toldOf(visit, workshop);
  const staff = await staffChoices(visit, session.id);
  return { frame, number: session.number, isMarked, clocks, choices, initial, told, staff };
});

export const action = guardedEdit("workshop.change", staffedSessionForm, {
  async hold(visit) {
    const workshop = await heldWorkshop(visit);
    return { workshop, session: orNotFound(await findSession(visit.trx, workshop.id, sessionNumber(visit.params.n))) };
  },
  stored: async ({ trx }, { workshop, session }) => ({
    ...(await sessionValues(trx, workshop, session)),
    ...(await staffValues(trx, session.id)),
  }),
  lists: [...facultyRoles],
  record: (_, { session }) => ({ actions: ["session.changed", "session.staffed"], subjectId: session.id }),
  async save(visit, { workshop, session }) {
    const { trx, by, input, values, locale, t } = visit;
    const before = await planToWithhold(trx, workshop.id, input);
    const outcome = await changeStaffedSession(trx, workshop, session, input, by);
    if (outcome.status === "refused")
      return refuse(invalid(staffedErrors(outcome, { locale, t, code: workshop.code }), values));
    await refuseClashes(visit, [session.id]);
    await withholdChange(trx, { workshopId: workshop.id, before, reason: input.untoldReason }, by);
    return redirect(to.overview({ locale, code: workshop.code }, { done: "sessionSaved" }));
  },
});

export default function SessionPage() {
  const { frame, number, isMarked, staff, ...form } = useLoaderData<typeof loader>();
  const asked = useActionData() as InTheWay | undefined;
  const { t, locale } = useTranslation(["workshops", "desk", "timetable"]);
  const heading = t("desk:session.edit", { number });
  return (
    <WorkshopFrame {...frame} isWithin title={heading}>
      <h2 className="mb-4 text-xl">{heading}</h2>
      <p className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
        <PaperLink code={frame.workshop.code} n={number} />
        <a className="link" href={to.newSession({ locale, code: frame.workshop.code }, { copy: number })}>
          {t("desk:session.duplicate")}
        </a>
        <a className="link" href={to.sessionRepeat({ locale, code: frame.workshop.code, n: number })}>
          {t("timetable:repeat.title")}
        </a>
      </p>
      <ClashNotice clashes={asked?.clashes} />
      <SessionForm
        {...form}
        staff={<StaffFields choices={staff} />}
        staffLabels={useStaffLabels()}
        submit={t("desk:session.save")}
      >
        <ClashReasonField clashes={asked?.clashes} />
      </SessionForm>
      {isMarked ? (
        <p className="mt-10 text-hint">{t("desk:session.isMarked")}</p>
      ) : (
        <p className="mt-10">
          <a
            className="link inline-flex min-h-11 items-center text-bad"
            href={to.sessionRemoval({ locale, code: frame.workshop.code, n: number })}
          >
            {t("desk:session.remove")}
          </a>
        </p>
      )}
    </WorkshopFrame>
  );
}
