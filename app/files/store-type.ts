import type { Id } from "#db/id.ts";

/** Where the bytes of files lie. */
export type Store = {
  /** Takes portions as they come. Where they break off, nothing of them is left in sight. */
  write(id: Id<"file">, portions: AsyncIterable<Buffer>): Promise<void>;
  /** The bytes from the first to the last of these, both counted from 0. */
  read(id: Id<"file">, first: number, last: number): AsyncGenerator<Uint8Array>;
  /** Ends all bytes of a file, also where there are none. */
  erase(id: Id<"file">): Promise<void>;
};
