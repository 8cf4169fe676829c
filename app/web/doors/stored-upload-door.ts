import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Permission } from "#app/access/permissions.ts";
import type { FileKind } from "#app/files/kinds.rules.ts";
import { discardFile, type FileFault, type ReceivedFile, receiveFile } from "#app/files/receive.ts";
import type { FormMessage } from "#app/ui/form/message.ts";
import { firstMessages, invalid } from "#app/web/invalid.ts";
import { answerStranger } from "#app/web/kept/keep-form.ts";
import { discardKept } from "#app/web/kept/kept-forms.commands.ts";
import { errorsOfOlderPage } from "#app/web/older-page.ts";
import { carryOutOnce } from "#app/web/once/once.ts";
import { recordRedirect, repeatRedirect } from "#app/web/once/redirects.ts";
import { requestName } from "#app/web/once/request-name.ts";
import { type Accepts, accepts, longestBodySeconds, posting } from "./accepts.ts";
import { bodyUpTo } from "./body-up-to.ts";
import { countUpload } from "./count-upload.ts";
import {
  access,
  admit,
  byOf,
  type Guarded,
  open,
  type Public,
  type Reading,
  refuse,
  takes,
  untilRefused,
  type Visit,
} from "./door.ts";
import type { Acting, Preparing } from "./form-door.ts";
import { asPage } from "./manners.ts";
import { openMultipart, type SentFile } from "./multipart.ts";
import { isTyped, type SentForm, sentIn } from "./sent-fields.ts";
import { withFileMessage } from "./upload-door.ts";

/** The largest file that is kept. */
export const mostFileBytes = 10_000_000;
/** So much is read past: whoever sends a file that is a little too large is told so by the form. */
const mostBytes = 3 * mostFileBytes;

type WithFile = { file: ReceivedFile };

/** A form with a file that is kept. `Prepared` is what was made of the file before the transaction. */
type StoredUpload<Form extends z.ZodType, Prepared, Data> = {
  kinds: readonly FileKind[];
  /** Finds what the form is about, before any of the file is read. @throws 404 */
  find(visit: Reading): Promise<unknown>;
  /** Slow work, such as reading the file; it may refuse. */
  prepare?(visit: Preparing<z.output<Form>> & WithFile): Promise<Prepared>;
  /** Makes the file ready by `readyFile`, and the row that owns it. */
  act(visit: Acting<z.output<Form>, Guarded, Prepared> & WithFile): Promise<Data>;
};

/**
 * A form with a file named `file`, for whoever has this permission. The file is stored as it arrives, and counts only
 * once `act` is committed: what is refused, or breaks off, leaves nothing. The same form, sent twice, acts once.
 */
export function guardedStoredUpload<Form extends z.ZodType, Data, Prepared = undefined>(
  permission: Permission,
  form: Form,
  upload: StoredUpload<Form, Prepared, Data>,
) {
  const action = (args: ActionFunctionArgs) =>
    open(asPage, args, async (visit) => {
      const { body, discardRest } = bodyUpTo(mostBytes, visit.request);
      try {
        if (!visit.actor) return await keepFields(visit, body);
        const guarded = admit(asPage, visit, permission);
        return await untilRefused(() => receive(guarded, body, { form, ...upload }));
      } finally {
        // not waited for: nobody's answer hangs on a slow sender
        void discardRest();
      }
    });
  const types = ["multipart/form-data"];
  const accepting: Accepts = {
    ...posting,
    ...{ types, mostBytes, mostFileBytes, mostSeconds: longestBodySeconds, isBuffered: false },
  };
  return Object.assign(action, { [access]: permission, [takes]: form, [accepts]: accepting });
}

const typeOf = ({ request }: Visit) => request.headers.get("content-type") ?? "";

/** What was typed is kept until its sender has signed in again. The file has to be chosen once more. */
async function keepFields(visit: Visit & Public, body: ReadableStream<Uint8Array>) {
  const { fields } = await openMultipart(typeOf(visit), body, mostFileBytes);
  const typed = Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
  const { url, headers } = visit.request;
  const kept = new Headers(headers);
  for (const name of ["content-type", "content-length", "transfer-encoding"]) kept.delete(name);
  const request = new Request(url, { method: "POST", headers: kept, body: new URLSearchParams(typed) });
  return answerStranger({ ...visit, request });
}

type Deed<Form extends z.ZodType, Prepared, Data> = StoredUpload<Form, Prepared, Data> & { form: Form };

async function receive<Form extends z.ZodType, Prepared, Data>(
  visit: Visit & Guarded,
  body: ReadableStream<Uint8Array>,
  deed: Deed<Form, Prepared, Data>,
) {
  const { context, at } = visit;
  const reading = { ...visit, db: context.database.read };
  await deed.find(reading);
  const { fields, file: arriving, finish } = await openMultipart(typeOf(visit), body, mostFileBytes);
  const sent = sentIn(fields, visit.request.url);
  if (!arriving) await finish();
  const input = checked(deed.form, sent, arriving);
  if (!arriving) return invalid(withFileMessage({}, arriving), sent.values);
  await countUpload(visit, sent.values);
  const bytes = wholly(arriving.bytes, finish);
  const { kinds } = deed;
  const received = await receiveFile(context, bytes, { name: arriving.name, kinds, mostBytes: mostFileBytes, at });
  if (received.status === "refused") return invalid({ file: messageOf(received.because) }, sent.values);
  const { file } = received;
  try {
    return await perform({ ...reading, input }, deed, { ...sent, file });
  } finally {
    // where it was not made ready: refused, or sent twice
    await discardFile(context, file);
  }
}

/** The fields in good order; the form comes back before its file is read where they are not. */
function checked<Form extends z.ZodType>(form: Form, { values, key }: SentForm, file: SentFile | null): z.output<Form> {
  const older = isTyped(key) ? errorsOfOlderPage(form, values) : null;
  if (older) return refuse(invalid(older, values, 409));
  const parsed = form.safeParse(values);
  return parsed.success ? parsed.data : refuse(invalid(withFileMessage(firstMessages(parsed.error), file), values));
}

/** A file is whole only where the form is. */
async function* wholly(bytes: AsyncIterable<Uint8Array>, finish: () => Promise<void>): AsyncGenerator<Uint8Array> {
  yield* bytes;
  await finish();
}

const messageOf = (fault: FileFault): FormMessage =>
  fault === "tooLarge"
    ? { key: "common:form.fileTooLarge", values: { megabytes: String(mostFileBytes / 1_000_000) } }
    : messages[fault];

const messages: Record<Exclude<FileFault, "tooLarge">, string> = {
  empty: "common:form.emptyFile",
  otherKind: "files:form.otherKind",
  notWhatItSays: "files:form.notWhatItSays",
  hasMacros: "files:form.hasMacros",
};

async function perform<Form extends z.ZodType, Prepared, Data>(
  visit: Reading & { input: z.output<Form> },
  { prepare, act }: Deed<Form, Prepared, Data>,
  { values, key, kept, file }: SentForm & WithFile,
) {
  const { accountId } = visit.actor;
  const sent = { values, file };
  return carryOutOnce<Data | Response, Prepared>(visit, {
    name: requestName({ accountId, url: visit.url }, key, { ...values, file: file.sha256 }),
    prepare: async () => (await prepare?.({ ...visit, ...sent })) as Prepared,
    act: async (trx, prepared) => {
      const answer = await act({ ...visit, ...sent, trx, by: byOf(visit), prepared });
      if (kept) await discardKept(trx, { id: kept, accountId });
      return answer;
    },
    record: recordRedirect,
    repeat: repeatRedirect,
  });
}
