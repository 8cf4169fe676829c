import { createInflateRaw } from "node:zlib";
import { bounds } from "./bounds.ts";
import { TableRefusal } from "./refusal.ts";
import type { ZipPart } from "./zip-directory.ts";

/** What is told of a part, in its order; names come without their prefix. */
type OnXml = {
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
};

const named = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }));

/** Text without its entities. A document type could define more, and is refused. */
function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named.get(name) ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

const patterns = new Map([
  ["r", /(?:^|[\s:])r\s*=\s*(?:"([^"]*)"|'([^']*)')/],
  ["t", /(?:^|[\s:])t\s*=\s*(?:"([^"]*)"|'([^']*)')/],
  ["s", /(?:^|[\s:])s\s*=\s*(?:"([^"]*)"|'([^']*)')/],
]);

/** An attribute's value, whatever its prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  const match = pattern.exec(attributes);
  return match ? unescaped(match[1] ?? match[2] ?? "") : undefined;
}

/** Data, comments and instructions; else a tag: whether it closes, its name, its attributes, whether it is empty. */
const tags = new RegExp(
  [
    String.raw`<(?:!\[CDATA\[([\s\S]*?)\]\]>|!--[\s\S]*?-->|\?[\s\S]*?\?>`,
    String.raw`|(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>)`,
  ].join(""),
  "g",
);

/**
 * Reads a part as it is unpacked: never more than its directory said, never a tag without end, never a document type.
 * @throws TableRefusal
 */
export async function scanXml(file: Buffer, part: ZipPart | undefined, on: OnXml): Promise<void> {
  if (!part) return;
  const scanner = new Scanner(on);
  let decoder: TextDecoder | undefined;
  let bytes = 0;
  for await (const chunk of unpacked(file, part)) {
    bytes += chunk.length;
    if (bytes > bounds.bytes || bytes > part.size + 65_536) throw new TableRefusal("tooLarge");
    decoder ??= new TextDecoder(encodingOf(chunk));
    scanner.feed(decoder.decode(chunk, { stream: true }));
  }
  scanner.feed(decoder?.decode() ?? "");
  scanner.end();
}

async function* unpacked(file: Buffer, { method, from, to }: ZipPart): AsyncGenerator<Buffer> {
  const packed = file.subarray(from, to);
  if (method === 0) return yield packed;
  if (method !== 8) throw new TableRefusal("broken");
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  inflate.end(packed);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch {
    throw new TableRefusal("broken");
  }
}

function encodingOf(start: Buffer): string {
  const mark = start.readUInt16BE(0);
  return mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
}

class Scanner {
  readonly #on: OnXml;
  #rest = "";
  #depth = 0;

  constructor(on: OnXml) {
    this.#on = on;
  }

  feed(text: string): void {
    this.#rest += text;
    let at = 0;
    for (let start = this.#rest.indexOf("<", at); start >= 0; start = this.#rest.indexOf("<", at)) {
      tags.lastIndex = start;
      const match = tags.exec(this.#rest);
      if (match?.index !== start) {
        if (this.#rest.startsWith("<!D", start)) throw new TableRefusal("broken");
        break;
      }
      if (start > at) this.#on.text?.(unescaped(this.#rest.slice(at, start)));
      at = tags.lastIndex;
      this.#tell(match);
    }
    this.#rest = this.#rest.slice(at);
    if (this.#rest.length > bounds.tag) throw new TableRefusal("broken");
  }

  #tell([, data, isClosing, name, attributes = "", isEmpty]: RegExpExecArray): void {
    if (data !== undefined) this.#on.text?.(data);
    if (!name) return;
    if (isClosing) {
      this.#depth -= 1;
      return this.#on.close?.(name);
    }
    this.#on.open?.(name, attributes);
    if (isEmpty) this.#on.close?.(name);
    else this.#depth += 1;
  }

  /** Every tag was closed, and nothing is left over. */
  end(): void {
    if (this.#depth !== 0 || this.#rest.trim()) throw new TableRefusal("broken");
  }
}
