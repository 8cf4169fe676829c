import { formatDate, formatNumber, formatShare } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { type Indicator, listIndicators, listLatestValues } from "#app/programmes/indicators/queries.ts";
import { type Advance, advanceOn } from "#app/programmes/indicators/rules.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { findMeasured } from "./measured.ts";

type Programme = { id: Id<"programme">; startsOn: LocalDate; endsOn: LocalDate };
type Wording = { locale: Locale; t: Translator; today: LocalDate };
export type IndicatorView = Awaited<ReturnType<typeof indicatorViews>>[number];

/** Every indicator of a programme as pages show it: where it stands today, against its target and against time. */
export async function indicatorViews(db: Reader, programme: Programme, wording: Wording) {
  const indicators = await listIndicators(db, programme.id);
  const typed = indicators.filter(({ measure }) => measure === "typed").map(({ id }) => id);
  const latest = await listLatestValues(db, typed, wording.today);
  const isComputed = typed.length < indicators.length;
  const asked = indicators.map(({ measure }) => measure);
  const measured = isComputed ? await findMeasured(db, programme.id, asked) : null;
  return indicators.map((indicator) => {
    const found = latest.get(indicator.id);
    const value = indicator.measure === "typed" ? (found?.value ?? null) : (measured?.[indicator.measure] ?? null);
    return indicatorView(indicator, { programme, value, measuredOn: found?.measuredOn ?? null }, wording);
  });
}

type Now = { programme: Programme; value: number | null; measuredOn: LocalDate | null };

function indicatorView(indicator: Indicator, { programme, value, measuredOn }: Now, { locale, t, today }: Wording) {
  const { id, code, level, measure, baseline, targets, archivedAt } = indicator;
  const advance = advanceOn({ startsOn: programme.startsOn, baseline, targets }, value, today);
  const unit = textIn(indicator.unit, locale);
  const shown = (number: number) => shownValue(locale, number, measure);
  return {
    ...{ id, code, level, measure, value, baseline, isArchived: archivedAt !== null },
    name: textIn(indicator.name, locale),
    definition: textIn(indicator.definition, locale),
    verification: textIn(indicator.verification, locale),
    unit,
    isPercentage: isPercentage(measure),
    valueText: value === null ? null : shown(value),
    baselineText: shown(baseline),
    measured: measuredOn && formatDate(locale, measuredOn),
    targets: targets.map((target) => ({ day: formatDate(locale, target.dueOn), text: shown(target.value) })),
    target: advance.target && {
      dueOn: advance.target.dueOn,
      day: formatDate(locale, advance.target.dueOn),
      value: advance.target.value,
      text: shown(advance.target.value),
    },
    advance: advanceView(advance),
    source: t(`programmes:indicator.measure.${measure}`),
  };
}

const advanceView = ({ done, elapsed, standing }: Advance) => ({ done, elapsed, standing });

const isPercentage = (measure: Indicator["measure"]) => measure === "attendance" || measure === "womenShare";

/** In the indicator's unit. A share brings its own sign. */
const shownValue = (locale: Locale, value: number, measure: Indicator["measure"]) =>
  isPercentage(measure) ? formatShare(locale, value / 10_000) : formatNumber(locale, value / 100);
