import { createHash } from "node:crypto";
import type { By } from "#app/access/actor.ts";
import { storeBytes } from "#app/files/commands.ts";
import { fileTypes } from "#app/files/kinds.rules.ts";
import { addMaterial } from "#app/materials/commands.ts";
import type { MaterialInput } from "#app/materials/form.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { plainPdf } from "./plain-pdf.ts";
import { held } from "./plan-of.ts";

type NewMaterial = { code: string; by: By; bytes?: Uint8Array } & Partial<MaterialInput>;

const page = { media: "0 0 612 792" };

/** Adds a PDF to a workshop, as the room's command does. @returns its number */
export async function handOutPdf(database: Database, { code, by, bytes, ...input }: NewMaterial): Promise<number> {
  const pdf = bytes ?? plainPdf([page, page]);
  const said = { title: "Guía", language: "es", class: "participants", sessionId: "" as Id<"session"> } as const;
  return database.transact(async (trx) => {
    const id = await storeBytes(trx, pdf, { name: "Guía.pdf", at: by.at });
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    const file = { id, name: "Guía.pdf", kind: "pdf", type: fileTypes.pdf, sizeBytes: pdf.byteLength, sha256 } as const;
    return addMaterial(trx, await held(trx, { code }), { ...said, ...input }, file, by);
  });
}
