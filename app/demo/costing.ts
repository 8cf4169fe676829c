import type { By } from "#app/access/actor.ts";
import { saveCostLine, saveExchange, saveTariff } from "#app/programmes/costs/commands.ts";
import { costForm, exchangeForm, exchangeGroup, tariffForm, tariffRateGroup } from "#app/programmes/costs/form.ts";
import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { demoCosts, demoExchange, demoTariffs } from "./content/costs.ts";
import type { ProgrammeCode } from "./content/programmes.ts";
import type { Rows } from "./rows/rows.ts";

type Programme = { id: Id<"programme">; code: string; startsOn: LocalDate };
type Three = readonly [es: string, ja: string, en: string];

const inThree = (field: string, [es, ja, en]: Three) => ({
  [`${field}.es`]: es,
  [`${field}.ja`]: ja,
  [`${field}.en`]: en,
});

/** What both programmes have cost by now: by the room's commands. */
export async function cost(trx: Writer, rows: Rows, at: Instant): Promise<void> {
  const accountId = rows.account.find(({ email }) => email === "coordinator@demo.example")?.id ?? null;
  const payers = new Map(rows.institution.map(({ id, code }) => [code, id]));
  for (const { id, code, startsOn } of rows.programme)
    await costOne(trx, { id: id as Id<"programme">, code, startsOn }, payers, { accountId, at });
}

async function costOne(trx: Writer, { id, code, startsOn }: Programme, payers: Map<string, string>, by: By) {
  const dayAfter = (days: number) => plusLocalDays(startsOn, days);
  const exchange = demoExchange.map(([currency, after, rate]) => ({ currency, validFrom: dayAfter(after), rate }));
  await saveExchange(trx, id, exchangeForm.parse({ currency: "MXN", ...exchangeGroup.write(exchange) }), by);
  const used = demoCosts[code as ProgrammeCode];
  const tariffs = new Map<string, Id<"programmeTariff">>();
  for (const [name, { name: called, unit, currency, rates }] of Object.entries(demoTariffs)) {
    if (!used.some(([tariff]) => tariff === name)) continue;
    const dated = rates.map(([after, amount]) => ({ validFrom: dayAfter(after), amount }));
    const fields = { ...inThree("name", called), unit, currency, ...tariffRateGroup.write(dated) };
    const outcome = await saveTariff(trx, id, null, tariffForm.parse(fields), by);
    if (outcome.status === "saved") tariffs.set(name, outcome.id);
  }
  for (const [tariff, after, units, payer, form, what] of used) {
    const facts = { tariffId: tariffs.get(tariff), units, usedOn: dayAfter(after), payerId: payers.get(payer), form };
    const outcome = await saveCostLine(trx, id, null, costForm.parse({ ...inThree("what", what), ...facts }), by);
    if (outcome.status === "refused") throw new Error(`The demo's cost of ${tariff}: ${outcome.because}`);
  }
}
