import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import type { LocalDate } from "#app/time/wall-time.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import type { NewIndicatorInput } from "./form.ts";
import type { Indicator, TypedValue } from "./queries.ts";

type Outcome = { status: "saved"; id: Id<"indicator"> } | { status: "refused"; because: "codeTaken" };
type Change = NewIndicatorInput & { reason?: string };

/**
 * Agrees on an indicator, or anew on the one that is known. The programme is held.
 * @param input with the reason, where it was agreed on before
 */
export async function saveIndicator(
  trx: Writer,
  programmeId: Id<"programme">,
  known: Pick<Indicator, "id" | "version"> | null,
  input: Change,
  { accountId, at }: By,
): Promise<Outcome> {
  const { code, level, measure, baseline } = input;
  if (await isTaken(trx, programmeId, code, known?.id)) return { status: "refused", because: "codeTaken" };
  const id = known?.id ?? newId<"indicator">();
  const version = (known?.version ?? 0) + 1;
  const facts = { code, level, measure, baseline, version };
  if (known) await trx.updateTable("indicator").set(facts).where("id", "=", id).execute();
  else
    await trx
      .insertInto("indicator")
      .values({ id, programmeId, ...facts, createdAt: at })
      .execute();
  await saveTexts(trx, id, input);
  await saveTargets(trx, id, input);
  const reason = input.reason ?? "";
  const { targets, texts } = input;
  const agreed = JSON.stringify({ code, level, measure, baseline, targets, ...texts });
  await trx.insertInto("indicatorVersion").values({ indicatorId: id, version, agreed, reason, savedAt: at }).execute();
  const action = known ? "indicator.changed" : "indicator.added";
  await audit(trx, at, { accountId, action, subjectId: id, details: { code, version, ...(reason && { reason }) } });
  return { status: "saved", id };
}

async function isTaken(trx: Writer, programmeId: Id<"programme">, code: string, own: Id<"indicator"> | undefined) {
  const other = await trx
    .selectFrom("indicator")
    .select("id")
    .where("programmeId", "=", programmeId)
    .where("code", "=", code)
    .executeTakeFirst();
  return other !== undefined && other.id !== own;
}

async function saveTexts(trx: Writer, indicatorId: Id<"indicator">, { texts }: Change) {
  const { name, definition, unit, verification } = texts;
  await trx.deleteFrom("indicatorText").where("indicatorId", "=", indicatorId).execute();
  await trx
    .insertInto("indicatorText")
    .values(
      locales.map((locale) => ({
        ...{ indicatorId, locale, name: name[locale], definition: definition[locale] },
        ...{ unit: unit[locale], verification: verification[locale] },
      })),
    )
    .execute();
}

async function saveTargets(trx: Writer, indicatorId: Id<"indicator">, { targets }: Change) {
  await trx.deleteFrom("indicatorTarget").where("indicatorId", "=", indicatorId).execute();
  if (!targets.length) return;
  await trx
    .insertInto("indicatorTarget")
    .values(targets.map(({ dueOn, value }) => ({ indicatorId, dueOn, value })))
    .execute();
}

/** What was measured on a day. Typed again for the same day, it is put right. The programme is held. */
export async function recordValue(
  trx: Writer,
  indicatorId: Id<"indicator">,
  typed: TypedValue,
  { accountId, at }: By,
): Promise<void> {
  const { measuredOn, value, note } = typed;
  await trx
    .insertInto("indicatorValue")
    .values({ indicatorId, measuredOn, value, note })
    .onConflict((conflict) => conflict.columns(["indicatorId", "measuredOn"]).doUpdateSet({ value, note }))
    .execute();
  const details = { measuredOn, value };
  await audit(trx, at, { accountId, action: "indicator.measured", subjectId: indicatorId, details });
}

/** Takes back what was typed in for a day. The audit keeps the value. */
export async function removeValue(
  trx: Writer,
  indicatorId: Id<"indicator">,
  measuredOn: LocalDate,
  { accountId, at }: By,
): Promise<void> {
  const removed = await trx
    .deleteFrom("indicatorValue")
    .where("indicatorId", "=", indicatorId)
    .where("measuredOn", "=", measuredOn)
    .returning("value")
    .executeTakeFirst();
  if (!removed) return;
  const details = { measuredOn, value: removed.value };
  await audit(trx, at, { accountId, action: "indicator.unmeasured", subjectId: indicatorId, details });
}

/** An indicator that no longer counts stays in the programme's history, or counts again. */
export async function archiveIndicator(
  trx: Writer,
  id: Id<"indicator">,
  isArchived: boolean,
  { accountId, at }: By,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("indicator")
    .set({ archivedAt: isArchived ? at : null })
    .where("id", "=", id)
    .where("archivedAt", isArchived ? "is" : "is not", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const action = isArchived ? "indicator.archived" : "indicator.restored";
  await audit(trx, at, { accountId, action, subjectId: id });
}
