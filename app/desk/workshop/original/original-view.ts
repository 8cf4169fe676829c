import { comparePlans, type PlanSums } from "#app/enrolment/told/original.rules.ts";
import type { ToldSession } from "#app/enrolment/told/plan.ts";
import { findOriginalPlan, findPlan } from "#app/enrolment/told/told.queries.ts";
import { formatDate, formatDuration, formatNumber, formatPeriod } from "#app/i18n/format.ts";
import { textIn } from "#app/i18n/locales.ts";
import { localDate } from "#app/time/wall-time.ts";
import { sessionTimes } from "#app/timetable/clocks/session-times.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";

type Page = Pick<Reading, "db" | "locale" | "t" | "at">;

/** The plan as it was published beside the plan as it stands; null where nothing was kept, such as of a draft. */
export async function originalView({ db, locale, t, at }: Page, { id, zone, state }: Workshop) {
  const original = state === "draft" ? null : await findOriginalPlan(db, id);
  const now = original && (await findPlan(db, id));
  if (!original || !now) return null;
  const compared = comparePlans(original.plan, now, at);
  const sums = ({ startsOn, endsOn, sessions, minutes }: PlanSums) => ({
    period: formatPeriod(locale, startsOn, endsOn),
    sessions: formatNumber(locale, sessions),
    duration: formatDuration(locale, minutes),
  });
  const when = (session: ToldSession | null) => {
    if (!session) return null;
    const { day, time } = sessionTimes(session, { locale, zone: null }, t);
    return `${day}, ${time}`;
  };
  return {
    publishedOn: formatDate(locale, localDate(original.frozenAt, zone)),
    planned: sums(compared.planned),
    now: sums(compared.now),
    // what was cancelled is not held, whatever its sessions say
    held:
      state === "cancelled" || compared.held.sessions === 0
        ? null
        : {
            sessions: formatNumber(locale, compared.held.sessions),
            duration: formatDuration(locale, compared.held.minutes),
          },
    counts: (["added", "moved", "removed"] as const).flatMap((kind) =>
      compared.counts[kind] ? [{ kind, count: compared.counts[kind] }] : [],
    ),
    changes: compared.changes.map(({ before, now }) => ({
      key: (before ?? now)?.id ?? "",
      title: textIn((now ?? before)?.title ?? {}, locale),
      before: when(before),
      now: when(now),
    })),
  };
}

export type OriginalView = NonNullable<Awaited<ReturnType<typeof originalView>>>;
