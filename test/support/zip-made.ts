import { crc32, deflateRawSync } from "node:zlib";

export type ZipFile = { name: string; bytes: Buffer | string /** Not packed. */; isStored?: boolean };

/** An archive, as a test wants it. `claim` says of a file's size what is not so. */
export function zipOf(files: ZipFile[], { claim }: { claim?: (name: string, size: number) => number } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, isStored = false } of files) {
    const content = Buffer.from(bytes as string);
    const packed = isStored ? content : deflateRawSync(content);
    const size = claim?.(name, content.length) ?? content.length;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed]);
    directory.push(entryOf(name, fields, at));
    bodies.push(local);
    at += local.length;
  }
  return Buffer.concat([...bodies, ...directory, endOf(directory, at)]);
}

function entryOf(name: string, fields: Buffer, local: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(local, 10);
  return Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), fields, tail, Buffer.from(name)]);
}

export function endOf(directory: Buffer[], start: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(start, 16);
  return end;
}
