import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { ClashNotice, ClashReasonField, type InTheWay } from "#app/clashes/clash-notice.tsx";
import { refuseClashes } from "#app/clashes/refuse-clashes.ts";
import { heldPlan, movedSessions, refusedText } from "#app/desk/timetable/planning.ts";
import { isOutdated } from "#app/desk/timetable/shift/form.ts";
import { toldOf } from "#app/enrolment/told/told-view.ts";
import { countTeachersToTell } from "#app/faculty/requests/requests.queries.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { postpone } from "#app/timetable/postponing/postponing.commands.ts";
import { offeredWeeks, weeksLater } from "#app/timetable/postponing/postponing.rules.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryText } from "#app/web/search-params.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { mayNow } from "#app/workshops/moments.rules.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { DayChoice } from "./day-choice.tsx";
import { postponementForm } from "./form.ts";
import { PostponementForm } from "./postponement-form.tsx";
import { postponementView } from "./postponement-view.ts";

/** What would come of another first day; nothing moves before somebody has seen it. */
export const loader = guardedLoader("workshop.change", async (visit) => {
  const { db, locale, url, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const asked = queryText(url, "to", 20);
  const day = isDay(asked) ? asked : null;
  const sessions = await listSessionsOf(db, [workshop.id]);
  const looked = day && (await postponementView(visit, { workshop, sessions }, day));
  return {
    frame,
    mayPostpone: mayNow("postpone", workshop, at),
    asked,
    problem: looked ? looked.problem : asked ? ("noDay" as const) : null,
    preview: looked ? looked.preview : null,
    startsOn: formatDate(locale, workshop.startsOn),
    weeks: offeredWeeks.map((count) => {
      const to = weeksLater(workshop.startsOn, count);
      return { count, to, date: formatDate(locale, to) };
    }),
    version: workshop.changedAt,
    told: await toldOf(visit, workshop),
    teachers: await countTeachersToTell(db, workshop.id),
  };
});

const isDay = (text: string): text is LocalDate => isLocalDate(text) && text > "1990" && text < "2100";

export const action = guardedAction("workshop.change", postponementForm, async (visit) => {
  const { trx, by, input, values, locale } = visit;
  const planning = await heldPlan(visit);
  const { workshop, sessions } = planning;
  if (isOutdated(input, workshop)) return refuse(invalid({ "": "timetable:shift.changedSince" }, values, 409));
  if (!isDay(input.to)) return refuse(invalid({ to: "desk:form.date" }, values));
  const outcome = await postpone(trx, planning, { to: input.to, reason: input.reason, hours: input.hours }, by);
  if (outcome.status === "refused") {
    if (outcome.because === "misfits") return refuse(invalid({ "": refusedText(outcome) }, values, 409));
    const [field, status] = outcome.because === "over" ? (["", 409] as const) : (["to", 422] as const);
    return refuse(invalid({ [field]: `desk:postponing.${outcome.because}` }, values, status));
  }
  await refuseClashes(visit, movedSessions(sessions, outcome.sessions));
  return redirect(to.overview({ locale, code: workshop.code }, { done: "postponed" }));
});

export default function PostponementPage() {
  const { frame, mayPostpone, preview, ...page } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("desk");
  const { code } = frame.workshop;
  const inTheWay = useActionData() as InTheWay | undefined;
  const clashes = inTheWay?.clashes ?? preview?.clashes ?? [];
  return (
    <WorkshopFrame {...frame} isWithin title={t("postponing.title")}>
      <h2 className="mb-2 text-xl">{t("postponing.title")}</h2>
      <p className="mb-4">
        <a className="link" href={to.overview({ locale, code })}>
          {t("postponing.back")}
        </a>
      </p>
      {mayPostpone ? (
        <>
          <p className="hint mb-6 max-w-[65ch]">{t("postponing.lead")}</p>
          <DayChoice code={code} {...page} />
          {preview ? (
            <PostponementForm
              preview={preview}
              to={page.asked}
              version={page.version}
              told={page.told}
              teachers={page.teachers}
            >
              <ClashNotice clashes={clashes} />
              <ClashReasonField clashes={clashes} />
            </PostponementForm>
          ) : null}
        </>
      ) : (
        <Notice isStanding tone="warn" title={t("postponing.over")} />
      )}
    </WorkshopFrame>
  );
}
