import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Permission } from "#app/access/permissions.ts";
import type { Fields } from "#app/web/fields.ts";
import { type FieldErrors, firstMessages, invalid } from "#app/web/invalid.ts";
import { type Accepts, accepts, longestBodySeconds, posting } from "./accepts.ts";
import { bodyUpTo } from "./body-up-to.ts";
import { countUpload } from "./count-upload.ts";
import { access, admit, byOf, notRefusing, open, refuse, takes, untilRefused } from "./door.ts";
import type { Receiving } from "./file-door.ts";
import { asPage } from "./manners.ts";
import { openMultipart, type SentFile } from "./multipart.ts";

/** A form with a file, whose fields are in good order, and whose file is arriving. */
export type ReceivingForm<Input> = Omit<Receiving, "type" | "body"> & {
  input: Input;
  /** As they were typed. */
  values: Fields;
  file: SentFile;
  /** Made with the form: the same form, sent twice, has the same. */
  key: string | undefined;
};

/** What the fields of a form take beside its file. */
const formBytes = 200_000;

/**
 * Takes a form with one file named `file`, as it arrives, from whoever has this permission: the fields stand before the
 * file. The form comes back where a field is wrong, where no file was chosen, and where it is too large.
 * A committed portion stays, even where a later one is refused: what was received is of use only once it is whole.
 */
export function guardedFormUpload<Form extends z.ZodType, Data>(
  permission: Permission,
  form: Form,
  { mostFileBytes }: { mostFileBytes: number },
  receive: (visit: ReceivingForm<z.output<Form>>) => Promise<Data>,
) {
  const action = (args: ActionFunctionArgs) =>
    open(asPage, args, async (visit) => {
      const guarded = admit(asPage, visit, permission);
      const { database } = visit.context;
      const type = visit.request.headers.get("content-type") ?? "";
      const { body, discardRest } = bodyUpTo(2 * mostFileBytes + formBytes, visit.request);
      try {
        return await untilRefused(async () => {
          const { fields, file, finish } = await openMultipart(type, body, mostFileBytes);
          const { key, ...values } = fields;
          const parsed = form.safeParse(values);
          if (!file) await finish();
          if (!parsed.success) return refuse(invalid(withFileMessage(firstMessages(parsed.error), file), values));
          if (!file) return refuse(invalid(withFileMessage({}, file), values));
          await countUpload(guarded, values);
          const bytes = upTo(mostFileBytes, file.bytes, values, finish);
          return notRefusing(
            await receive({
              ...guarded,
              by: byOf(visit),
              input: parsed.data,
              values,
              file: { ...file, bytes },
              key: typeof key === "string" ? key : undefined,
              transact: database.transact,
            }),
          );
        });
      } finally {
        // not waited for: nobody's answer hangs on a slow sender
        void discardRest();
      }
    });
  const accepting: Accepts = {
    ...posting,
    types: ["multipart/form-data"],
    // twice: whoever sends a file that is a little too large is told so by the form
    mostBytes: 2 * mostFileBytes + formBytes,
    mostFileBytes,
    mostSeconds: longestBodySeconds,
    isBuffered: false,
  };
  return Object.assign(action, { [access]: permission, [takes]: form, [accepts]: accepting });
}

/** What is said of the file where a form comes back: which was chosen, too, is chosen anew, as no browser keeps it. */
export const withFileMessage = (errors: FieldErrors, file: object | null): FieldErrors => ({
  ...errors,
  file: file ? "common:form.fileAgain" : "common:form.noFile",
});

/** The file, and behind it the proof that the form was whole. */
async function* upTo(
  mostBytes: number,
  bytes: AsyncIterable<Uint8Array>,
  values: Fields,
  finish: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  for await (const portion of bytes) {
    received += portion.byteLength;
    if (received > mostBytes) refuse(invalid({ file: tooLarge(mostBytes) }, values));
    yield portion;
  }
  await finish();
  if (received === 0) refuse(invalid({ file: "common:form.emptyFile" }, values));
}

const tooLarge = (mostBytes: number) => ({
  key: "common:form.fileTooLarge",
  values: { megabytes: String(Math.floor(mostBytes / 1_000_000)) },
});
