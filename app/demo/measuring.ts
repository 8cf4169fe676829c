import type { By } from "#app/access/actor.ts";
import { recordValue, saveIndicator } from "#app/programmes/indicators/commands.ts";
import { indicatorForm, indicatorPageForm, newIndicatorForm, targetGroup } from "#app/programmes/indicators/form.ts";
import { findIndicator } from "#app/programmes/indicators/queries.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { type LocalDate, localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { type DemoIndicator, demoIndicators } from "./content/indicators.ts";
import type { ProgrammeCode } from "./content/programmes.ts";
import type { Rows } from "./rows/rows.ts";

type Programme = { id: Id<"programme">; startsOn: LocalDate };

/** Gives both programmes their indicators, with what was measured by now: by the room's commands, each at its time. */
export async function measure(trx: Writer, rows: Rows, at: Instant): Promise<void> {
  const accountId = rows.account.find(({ email }) => email === "coordinator@demo.example")?.id ?? null;
  for (const { id, code, startsOn } of rows.programme)
    for (const indicator of demoIndicators[code as ProgrammeCode])
      await agree(trx, { id: id as Id<"programme">, startsOn }, indicator, { accountId, at });
}

async function agree(trx: Writer, programme: Programme, indicator: DemoIndicator, by: By) {
  const { former, targets, values = [] } = indicator;
  const first = newIndicatorForm.parse(fieldsOf(programme, { ...indicator, targets: former?.targets ?? targets }));
  const outcome = await saveIndicator(trx, programme.id, null, first, { ...by, at: plusDays(by.at, -235) });
  if (outcome.status === "refused") throw new Error(`The demo has ${indicator.code} twice.`);
  const known = former && (await findIndicator(trx, programme.id, outcome.id));
  if (known) {
    const again = indicatorForm.parse({ ...fieldsOf(programme, indicator), reason: former.reason });
    await saveIndicator(trx, programme.id, known, again, { ...by, at: plusDays(by.at, -120) });
  }
  for (const [daysAgo, value, note = ""] of values) {
    const measuredOn = plusLocalDays(localDate(by.at, "UTC"), -daysAgo);
    const typed = indicatorPageForm.parse({ part: "value", measuredOn, value, note });
    if (typed.part === "value") await recordValue(trx, outcome.id, typed, { ...by, at: plusDays(by.at, -daysAgo) });
  }
}

const nothing = ["", "", ""] as const;

/** As the form would be filled in. */
function fieldsOf({ startsOn }: Programme, indicator: DemoIndicator): Record<string, string> {
  const { code, level, measure: source, baseline, targets } = indicator;
  const texts = (["name", "definition", "unit", "verification"] as const).flatMap((field) => {
    const [es, ja, en] = indicator[field] ?? nothing;
    return Object.entries({ [`${field}.es`]: es, [`${field}.ja`]: ja, [`${field}.en`]: en });
  });
  const dayOf = (when: LocalDate | number) => (typeof when === "number" ? plusLocalDays(startsOn, when) : when);
  return {
    ...{ code, level, measure: source, baseline },
    ...Object.fromEntries(texts),
    ...targetGroup.write(targets.map(([when, value]) => ({ dueOn: dayOf(when), value }))),
  };
}
