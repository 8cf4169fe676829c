import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { ClashNotice, ClashReasonField, type InTheWay } from "#app/clashes/clash-notice.tsx";
import { refuseClashes } from "#app/clashes/refuse-clashes.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { planToWithhold, withholdChange } from "#app/enrolment/told/withheld.commands.ts";
import { staffChoices, staffValues } from "#app/faculty/staff/staff-choices.ts";
import { StaffFields, useStaffLabels } from "#app/faculty/staff/staff-fields.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listSessionsOf, sessionNumber } from "#app/timetable/queries.ts";
import { type Block, blockNamed } from "#app/timetable/session/blocks.rules.ts";
import { SessionBlocks } from "#app/timetable/session/blocks.tsx";
import { newSessionValues } from "#app/timetable/session/new-session-values.ts";
import { sessionChoices } from "#app/timetable/session/session-choices.ts";
import { SessionForm } from "#app/timetable/session/session-form.tsx";
import { sessionClocks, sessionValues } from "#app/timetable/session/session-form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, heldWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { planStaffedSession } from "./session-change.commands.ts";
import { newStaffedForm, staffedErrors } from "./staffed-session.ts";

export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const sessions = await listSessionsOf(db, [workshop.id]);
  const named = (name: string) => {
    const asked = sessionNumber(url.searchParams.get(name) ?? "");
    return sessions.find(({ number }) => number === asked);
  };
  const original = named("copy");
  const copied = original && { session: original, values: await sessionValues(db, workshop, original) };
  const asked = { copied: copied ?? null, former: named("after") };
  const block = blockNamed(workshop.zone, url.searchParams.get("block"));
  const initial = { ...newSessionValues(asked, { sessions, days: workshop }), ...(block && timesOf(block)) };
  const done = queryChoice(url, "done", ["sessionSaved"]);
  const choices = await sessionChoices(visit, workshop, null);
  const told = await toldOf(visit, workshop);
  const staff = await staffChoices(visit, original?.id ?? null);
  const own = original ? await staffValues(db, original.id) : {};
  const clocks = sessionClocks(workshop, visit.t);
  const query = { copy: original?.number ?? null, after: asked.former?.number ?? null };
  return { staff, frame, clocks, choices, initial: { ...initial, ...own }, told, done, zone: workshop.zone, query };
});

const timesOf = ({ starts, ends }: Block) => ({ startsTime: starts, endsTime: ends });

export const action = guardedAction("workshop.change", newStaffedForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const workshop = await heldWorkshop(visit);
  const before = await planToWithhold(trx, workshop.id, input);
  const outcome = await planStaffedSession(trx, workshop, input, by);
  if (outcome.status === "refused")
    return refuse(invalid(staffedErrors(outcome, { ...visit, code: workshop.code }), values));
  await refuseClashes(visit, [outcome.id]);
  await withholdChange(trx, { workshopId: workshop.id, before, reason: input.untoldReason }, by);
  const done = "sessionSaved" as const;
  const { code } = workshop;
  if (input.next) return redirect(to.newSession({ locale, code }, { after: outcome.number, done }));
  return redirect(to.overview({ locale, code }, { done }));
});

export default function NewSessionPage() {
  const { frame, staff, done, zone, query, ...form } = useLoaderData<typeof loader>();
  const asked = useActionData() as InTheWay | undefined;
  const isBack = asked !== undefined;
  const { t, locale } = useTranslation(["workshops", "desk"]);
  const { code } = frame.workshop;
  return (
    <WorkshopFrame {...frame} isWithin title={t("desk:session.new")}>
      <h2 className="mb-4 text-xl">{t("desk:session.new")}</h2>
      {done && !isBack ? <Notice tone="good" title={t(`desk:done.${done}`, { state: "" })} /> : null}
      <ClashNotice clashes={asked?.clashes} />
      <SessionForm
        {...form}
        hasNext
        blocks={<SessionBlocks zone={zone} hrefOf={(block) => to.newSession({ locale, code }, { ...query, block })} />}
        staff={<StaffFields choices={staff} />}
        staffLabels={useStaffLabels()}
        submit={t("desk:session.save")}
      >
        <ClashReasonField clashes={asked?.clashes} />
      </SessionForm>
    </WorkshopFrame>
  );
}
