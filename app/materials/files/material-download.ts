import { stampApart } from "#app/documents/watermark/stamp-apart.ts";
import type { StoredFile } from "#app/files/queries.ts";
import { readWhole } from "#app/files/read.ts";
import { newCode, recordCopy } from "#app/materials/commands.ts";
import type { Material } from "#app/materials/queries.ts";
import { minuteOf } from "#app/time/instant.ts";
import { byOf, type Public, type Reading } from "#app/web/doors/door.ts";
import type { Download } from "#app/web/doors/file-door.ts";
import { asSent, storedDownload } from "#app/web/doors/stored-download.ts";

/** A version of a material for whoever may have it; a confidential one with their name on each page. */
export async function materialDownload(visit: Reading<Public>, material: Material): Promise<Download> {
  const { fileId: id, name, type, sizeBytes, sha256, place } = material;
  const file: StoredFile = { id, name, type, sizeBytes, sha256, place };
  if (material.class !== "confidential") return storedDownload(visit.context, file, visit.request);
  return readersCopy(visit, material, file);
}

/** Made anew for each reader, and kept nowhere. Its code stands in the record before it leaves. */
async function readersCopy(visit: Reading<Public>, material: Material, file: StoredFile): Promise<Download> {
  const { type, name } = file;
  // whoever asks only what there is gets no copy
  if (visit.request.method === "HEAD") return { type, name, content: "", headers: asSent };
  const code = newCode();
  const stamped = await stampApart(await readWhole(visit.context, file), lineFor(visit, code));
  // it was tried when the file came
  if (stamped.status === "refused") throw new Error(`a file cannot be stamped any more: ${stamped.because}`);
  return {
    type,
    name,
    content: stamped.pdf,
    headers: asSent,
    record: (trx) => recordCopy(trx, material, code, byOf(visit)),
  };
}

/** By a clock that is nobody's own: a copy may end up anywhere. */
function lineFor({ actor, at, t }: Reading<Public>, code: string): string {
  if (!actor) throw new Error("a copy is made for somebody");
  const { givenName, familyName, nativeName } = actor;
  const names = [`${givenName} ${familyName}`, nativeName].filter(Boolean).join(" / ");
  return t("materials:line", { names, at: `${minuteOf(at).replace("T", " ")} UTC`, code });
}
