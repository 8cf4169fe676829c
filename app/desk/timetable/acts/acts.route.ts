import { clashViews } from "#app/clashes/clash-view.ts";
import { settleClashes } from "#app/clashes/commands.ts";
import { isShared } from "#app/clashes/rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { messageIn } from "#app/i18n/translator.server.ts";
import { findLastDoer } from "#app/sessions/queries.ts";
import { decide, type PlanConflict } from "#app/timetable/plan/acts.rules.ts";
import { type PlanEdits, type Planning, type PlanOutcome, writePlan } from "#app/timetable/plan/plan.commands.ts";
import { plannedView } from "#app/timetable/plan/planned-view.ts";
import type { Session } from "#app/timetable/queries.ts";
import { isAnyElsewhere } from "#app/timetable/queries.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import { refuse, type Writing } from "#app/web/doors/door.ts";
import { doerName } from "#app/web/doors/edit-door.ts";
import { guardedJsonAction } from "#app/web/doors/json-door.ts";
import { problem } from "#app/web/doors/problem.ts";
import { asId, type Id } from "#db/id.ts";
import { heldPlan, misfitErrors, movedSessions } from "../planning.ts";
import { comingBack, keepRemoved, readKept, restoreMore } from "./coming-back.ts";
import { actForm } from "./form.ts";

/**
 * An act of the timetable's editor: one transaction, carried out once by its key. 409 where others have changed the
 * same parts since, with theirs; 422 where the plan would not fit, with each session that does not.
 */
export const action = guardedJsonAction("workshop.change", actForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const planning = await heldPlan(visit);
  const { workshop, sessions } = planning;
  const { decided, conflicts } = decide(input.changes, sessions);
  if (conflicts.length > 0) return refuse(await conflicting(visit, conflicts));
  const fresh = decided.flatMap((one) =>
    one.kind === "add" ? [{ ...one.facts, id: asId<"session">(one.id), number: one.number }] : [],
  );
  const { added, kept } = await comingBack(visit, workshop.id, fresh);
  const edits: PlanEdits = {
    added,
    changed: decided.flatMap((one) => (one.kind === "change" ? [one] : [])),
    removed: decided.flatMap((one) => (one.kind === "remove" ? [one.session] : [])),
  };
  const ids = fresh.map(({ id }) => id);
  if (await isAnyElsewhere(trx, ids, workshop.id)) return refuse(problem(403));
  const removed = await readKept(visit, edits.removed ?? []);
  const outcome = await writePlan(trx, planning, edits, by);
  if (outcome.status === "refused") return refuse(misfitting(visit, planning, outcome));
  await keepRemoved(visit, removed);
  await restoreMore(visit, kept);
  const inTheWay = await clashing(visit, movedSessions(sessions, outcome.sessions));
  if (inTheWay) return refuse(inTheWay);
  const version = decided.length > 0 ? by.at : workshop.changedAt;
  const touched = new Set<string>(input.changes.map(({ id }) => id));
  return { version, ...saved(outcome.sessions, { touched, isNews: input.seen !== workshop.changedAt, locale }) };
});

/** What somebody else has already: the editor asks for no reason, a session's form does. */
async function clashing({ trx, by, reach, locale, t }: Writing, sessionIds: Id<"session">[]): Promise<Response | null> {
  const { clashes, placed } = await settleClashes(trx, { sessionIds, reason: "", asks: isShared }, by);
  if (!clashes.length) return null;
  const own = new Set<string>(sessionIds);
  const views = await clashViews({ db: trx, reach, locale, t }, clashes, placed);
  const misfits = clashes.map(({ sessionIds: ids }, index) => ({
    id: ids.find((id) => own.has(id)) ?? "",
    text: t("clashes:inEditor", { text: views[index]?.text }),
  }));
  return Response.json({ misfits }, { status: 422 });
}

/** What was touched, or everything where others have saved something since. */
type Telling = { touched: ReadonlySet<string>; isNews: boolean; locale: Locale };

function saved(sessions: readonly Session[], { touched, isNews, locale }: Telling) {
  const told = isNews ? sessions : sessions.filter(({ id }) => touched.has(id));
  return { sessions: told.map((session) => plannedView(session, locale)), isAll: isNews };
}

async function conflicting({ trx, locale }: Writing, conflicts: readonly PlanConflict<Session>[]): Promise<Response> {
  const doers = new Set<string>();
  for (const { id } of conflicts) {
    const subjectId = id as string as Id<"session">;
    const doer = await findLastDoer(trx, {
      actions: ["session.changed", "session.planned", "session.removed"],
      subjectId,
    });
    if (doer) doers.add(doerName(doer, locale));
  }
  const told = conflicts.map(({ theirs, ...rest }) => ({ ...rest, theirs: theirs && plannedView(theirs, locale) }));
  return Response.json({ conflicts: told, by: [...doers] }, { status: 409 });
}

type Refused = Extract<PlanOutcome, { status: "refused" }>;

function misfitting({ locale, t }: Writing, { workshop, sessions }: Planning, refused: Refused): Response {
  const say = (message: FormMessage) =>
    typeof message === "string" ? messageIn(locale, message) : messageIn(locale, message.key, message.values);
  if (refused.because === "over")
    return Response.json({ misfits: [{ id: "", text: say("desk:refused.over") }] }, { status: 422 });
  const page = { code: workshop.code, locale, t };
  const misfits = refused.misfits.map((misfit) => {
    const [message] = Object.values(misfitErrors(misfit, sessions, page) ?? {});
    return { id: misfit.id, text: say(message ?? "timetable:repeat.clash") };
  });
  return Response.json({ misfits }, { status: 422 });
}
