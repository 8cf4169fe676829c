import type { By } from "#app/access/actor.ts";
import { audit } from "#app/audit/commands.ts";
import { locales } from "#app/i18n/locales.ts";
import type { HeldWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";
import { type ModuleInput, moduleTexts } from "./form.ts";
import { listModules } from "./queries.ts";

/**
 * Adds a module behind the others, or changes the one of this id. The workshop is held.
 * @returns its id
 */
export async function saveModule(
  trx: Writer,
  workshop: HeldWorkshop,
  known: Id<"module"> | null,
  input: ModuleInput,
  { accountId, at }: By,
): Promise<Id<"module">> {
  const id = known ?? newId<"module">();
  if (!known) {
    const position = ((await listModules(trx, workshop.id)).at(-1)?.position ?? 0) + 1;
    await trx.insertInto("module").values({ id, workshopId: workshop.id, position }).execute();
  }
  const texts = {
    title: moduleTexts.title.read(input),
    objective: moduleTexts.objective.read(input),
    indicator: moduleTexts.indicator.read(input),
  };
  await trx.deleteFrom("moduleText").where("moduleId", "=", id).execute();
  await trx
    .insertInto("moduleText")
    .values(
      locales.map((locale) => ({
        moduleId: id,
        locale,
        title: texts.title[locale],
        objective: texts.objective[locale],
        indicator: texts.indicator[locale],
      })),
    )
    .execute();
  const action = known ? "module.changed" : "module.added";
  await audit(trx, at, { accountId, action, subjectId: workshop.id, details: { moduleId: id } });
  return id;
}

/** Moves a module by one place. At either end it stays. */
export async function moveModule(
  trx: Writer,
  workshop: HeldWorkshop,
  id: Id<"module">,
  { step, accountId, at }: By & { step: "up" | "down" },
): Promise<void> {
  const modules = await listModules(trx, workshop.id);
  const from = modules.findIndex((module) => module.id === id);
  const to = from + (step === "up" ? -1 : 1);
  if (from < 0 || to < 0 || to >= modules.length) return;
  const order = modules.map((module) => module.id);
  [order[from], order[to]] = [order[to] as Id<"module">, order[from] as Id<"module">];
  await number(trx, order);
  await audit(trx, at, { accountId, action: "module.moved", subjectId: workshop.id, details: { moduleId: id, step } });
}

/** Removes a module to which no session belongs any more; its caller knows that. The others close up. */
export async function dropModule(
  trx: Writer,
  workshop: HeldWorkshop,
  id: Id<"module">,
  { accountId, at }: By,
): Promise<void> {
  const modules = await listModules(trx, workshop.id);
  const title = modules.find((module) => module.id === id)?.title;
  await trx.deleteFrom("moduleText").where("moduleId", "=", id).execute();
  await trx.deleteFrom("module").where("id", "=", id).execute();
  await number(
    trx,
    modules.map((module) => module.id).filter((other) => other !== id),
  );
  const details = { moduleId: id, title };
  await audit(trx, at, { accountId, action: "module.removed", subjectId: workshop.id, details });
}

/** All of a workshop that is removed with them. */
export async function dropModules(trx: Writer, workshopId: Id<"workshop">): Promise<void> {
  for (const { id } of await listModules(trx, workshopId))
    await trx.deleteFrom("moduleText").where("moduleId", "=", id).execute();
  await trx.deleteFrom("module").where("workshopId", "=", workshopId).execute();
}

async function number(trx: Writer, order: readonly Id<"module">[]) {
  for (const [index, id] of order.entries())
    await trx
      .updateTable("module")
      .set({ position: index + 1 })
      .where("id", "=", id)
      .execute();
}
