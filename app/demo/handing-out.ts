import { createHash } from "node:crypto";
import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { compilePdf } from "#app/documents/pdf.ts";
import { storeBytes } from "#app/files/commands.ts";
import { fileTypes } from "#app/files/kinds.rules.ts";
import { addMaterial } from "#app/materials/commands.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import type { DemoMaterial } from "./content/materials.ts";

/** A document of the demo, set, and where and when it is handed out. */
export type HandingOut = {
  material: DemoMaterial;
  code: string;
  sessionId: Id<"session"> | null;
  by: By;
};

const template = `#set document(title: sys.inputs.title)
#set page(paper: "a4", margin: 3cm)
#set text(font: "Noto Sans JP", size: 11pt, lang: sys.inputs.lang)
#text(size: 18pt, sys.inputs.title)
#v(1em)
#for point in sys.inputs.points.split("\\n") [- #point]
`;

/** The same document gives the same bytes. */
export function setMaterial(
  { title, language, points }: Pick<DemoMaterial, "title" | "language" | "points">,
  { at }: Pick<By, "at">,
): Uint8Array {
  const inputs = { title, lang: language, points: points.join("\n") };
  return compilePdf({ main: template, files: {}, inputs, createdAt: new Date(at) });
}

/** Adds one as the room's command does. */
export async function handOut(trx: Writer, { material, code, sessionId, by }: HandingOut, pdf: Uint8Array) {
  const { title, language, class: whose, file: name } = material;
  const workshop = await holdWorkshop(trx, code, everywhere);
  if (!workshop) throw new Error(`The demo has no workshop ${code}.`);
  const id = await storeBytes(trx, pdf, { name, at: by.at });
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  const file = { id, name, kind: "pdf", type: fileTypes.pdf, sizeBytes: pdf.byteLength, sha256 } as const;
  const input = { title, language, class: whose, sessionId: sessionId ?? ("" as Id<"session">) };
  await addMaterial(trx, workshop, input, file, by);
}
