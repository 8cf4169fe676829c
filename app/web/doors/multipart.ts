import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { type Fields, readFields } from "#app/web/fields.ts";

/** The file of a form, as it arrives. */
export type SentFile = {
  /** As the sender calls it, without its folders; for people to read, never a path of ours. */
  name: string;
  /** As the sender calls it: what it really is only the bytes tell. */
  type: string;
  /** To be read to its end. It breaks off with 400 where the sender does. */
  bytes: AsyncIterable<Uint8Array>;
};

/** A form whose file has begun to arrive: its fields stand before it. */
export type Opened = {
  fields: Fields;
  /** Null where none was chosen. */
  file: SentFile | null;
  /** Once the file was read: that nothing else came, and that the form was whole. @throws 400 */
  finish(): Promise<void>;
};

const limits = { fields: 50, fieldSize: 20_000, fieldNameSize: 200, files: 1, parts: 52, headerPairs: 50 };

/**
 * Takes a form apart as it arrives.
 * @param mostFileBytes of the file no more than one byte past it is handed on: whoever reads counts
 * @throws 400 for what is no form, or breaks off
 */
export async function openMultipart(
  type: string,
  body: ReadableStream<Uint8Array>,
  mostFileBytes: number,
): Promise<Opened> {
  const parser = parserOf(type, mostFileBytes);
  const form = new FormData();
  const opened = Promise.withResolvers<SentFile | null>();
  let isBroken = false;
  let isOpen = false;
  parser.on("field", (name, value, { nameTruncated, valueTruncated }) => {
    // one behind the file would be read by nobody
    if (nameTruncated || valueTruncated || isOpen) isBroken = true;
    else form.append(name ?? "", value);
  });
  parser.on("file", (_field, stream, { filename, mimeType }) => {
    isOpen = true;
    // the error also comes from the pipeline; a stream that nobody reads must not end the process by it
    stream.on("error", () => {});
    // the empty field of a form has no name
    if (!filename) stream.resume();
    else opened.resolve({ name: plainName(filename), type: mimeType, bytes: readingOf(stream) });
  });
  for (const limit of ["filesLimit", "fieldsLimit", "partsLimit"] as const)
    parser.on(limit, () => {
      isBroken = true;
    });
  const whole = pipeline(Readable.fromWeb(body as never), parser).then(() => opened.resolve(null), opened.reject);
  whole.catch(() => {});
  const file = await opened.promise.catch(brokenForm);
  return {
    fields: readFields(form) ?? brokenForm(),
    file,
    async finish() {
      await whole;
      if (isBroken) brokenForm();
    },
  };
}

function parserOf(type: string, mostFileBytes: number): busboy.Busboy {
  try {
    const headers = { "content-type": type };
    return busboy({ headers, defParamCharset: "utf8", limits: { ...limits, fileSize: mostFileBytes + 1 } });
  } catch {
    return brokenForm();
  }
}

async function* readingOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of stream) yield bytes as Uint8Array;
  } catch (error) {
    throw error instanceof Response ? error : new Response(null, { status: 400 });
  }
}

const longestName = 200;

/** Without folders and control characters; the ending stays. */
function plainName(sent: string): string {
  const name = (sent.split(/[/\\]/).at(-1) ?? "").replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").trim();
  if (!name) return "?";
  return name.length <= longestName ? name : name.slice(0, longestName - 10) + name.slice(-10);
}

/** What the sender has sent too much of is told as that. */
function brokenForm(error?: unknown): never {
  throw error instanceof Response ? error : new Response(null, { status: 400 });
}
