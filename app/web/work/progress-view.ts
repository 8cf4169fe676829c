import { formatNumber } from "#app/i18n/format.ts";
import { inLocale, type Locale } from "#app/i18n/locales.ts";
import { messageIn, type Translator } from "#app/i18n/translator.server.ts";
import type { WorkProgress } from "#app/outbox/works/queries.ts";
import { isUnderWay, percentOf, type WorkState } from "#app/outbox/works/rules.ts";
import type { FormMessage } from "#app/ui/form/message.ts";

/** How far work has come, ready to show. */
export type ShownProgress = {
  id: string;
  state: WorkState;
  title: string;
  /** Null where nobody knows yet how much there is. */
  percent: number | null;
  /** How many of how many, or what it waits for. */
  text: string;
  /** What is being done, or what went wrong; empty where there is nothing to say. */
  note: string;
  isUnderWay: boolean;
  isStopping: boolean;
  /** Where its result is; null where it has none, or where there is nothing to see yet. */
  resultHref: string | null;
};

export function progressView(progress: WorkProgress, locale: Locale, t: Translator): ShownProgress {
  const { id, state, title, note, resultPath, isStopAsked } = progress;
  const says = (message: FormMessage) =>
    typeof message === "string" ? messageIn(locale, message) : messageIn(locale, message.key, message.values);
  return {
    id,
    state,
    title: says(title),
    percent: percentOf(progress),
    text: textOf(progress, locale, t),
    note: note === null ? "" : says(note),
    isUnderWay: isUnderWay(state),
    isStopping: isStopAsked && isUnderWay(state),
    resultHref: resultPath === null || isUnderWay(state) ? null : inLocale(resultPath, locale),
  };
}

function textOf({ state, unitsDone, unitsTotal, isStopAsked }: WorkProgress, locale: Locale, t: Translator): string {
  if (isStopAsked && isUnderWay(state)) return t("work:stopping");
  if (state === "waiting") return t("work:waiting");
  if (unitsTotal === null) return t("work:beginning");
  return t("work:done", { done: formatNumber(locale, unitsDone), total: formatNumber(locale, unitsTotal) });
}
