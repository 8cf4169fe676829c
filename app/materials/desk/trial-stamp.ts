import { stampApart } from "#app/documents/watermark/stamp-apart.ts";
import { readWhole } from "#app/files/read.ts";
import type { ReceivedFile } from "#app/files/receive.ts";
import type { MaterialClass } from "#app/materials/rules.ts";
import { refuse, type Visit } from "#app/web/doors/door.ts";
import type { Fields } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";

type Arrived = Pick<Visit, "context"> & { file: ReceivedFile; values: Fields };

/**
 * Whether a confidential file can be stamped, tried as soon as it has come: otherwise a participant would be the first
 * to learn that it cannot.
 */
export async function tryStamp({ context, file, values }: Arrived, whose: MaterialClass): Promise<undefined> {
  if (whose !== "confidential") return;
  if (file.kind !== "pdf") refuse(invalid({ file: "materials:form.notPdf" }, values));
  const stamped = await stampApart(await readWhole(context, file), "Puente");
  if (stamped.status === "refused") refuse(invalid({ file: `materials:form.${stamped.because}` }, values));
}
