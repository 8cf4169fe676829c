import { storeBytes } from "#app/files/commands.ts";
import { kindOfType } from "#app/files/kinds.rules.ts";
import { readWhole } from "#app/files/read.ts";
import { addMaterial } from "#app/materials/commands.ts";
import { listKept } from "#app/materials/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import { asId } from "#db/id.ts";
import { held } from "#test/support/plan-of.ts";
import type { Deed, Twins } from "./deeds.ts";
import type { readWorkshops } from "./workshop-deeds.ts";

type Workshop = Awaited<ReturnType<typeof readWorkshops>>[number];

/** Materials with their one version, in the order in which they came. */
export async function materialDeeds(from: Database, { id, code }: Workshop, twins: Twins): Promise<Deed[]> {
  const materials = await listKept(from.read, id);
  return materials.map((material) => {
    const { addedAt: at, addedBy, title, language, class: whose, sessionId, name, type, sizeBytes, sha256 } = material;
    const perform = async (trx: Writer) => {
      const bytes = await readWhole(
        { database: from, settings: { files: null } },
        { ...material, id: material.fileId },
      );
      const fileId = await storeBytes(trx, bytes, { name, at });
      const file = { id: fileId, name, type, sizeBytes, sha256, kind: kindOfType(type) ?? "pdf" };
      const input = { title, language, class: whose, sessionId: twins.ofAny(sessionId) ?? asId<"session">("") };
      const by = { accountId: twins.ofAny(addedBy), at };
      await addMaterial(trx, await held(trx, { code }), input, file, by);
    };
    return { at, perform };
  });
}
