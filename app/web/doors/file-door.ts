import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { By } from "#app/access/actor.ts";
import type { Permission } from "#app/access/permissions.ts";
import type { Database, Writer } from "#db/database.ts";
import { type Accepts, accepts, longestBodySeconds, posting, reading } from "./accepts.ts";
import { bodyUpTo } from "./body-up-to.ts";
import {
  access,
  admit,
  byOf,
  type Guarded,
  notRefusing,
  open,
  type Public,
  type Reading,
  untilRefused,
  type Visit,
} from "./door.ts";
import { asFile } from "./manners.ts";

/** A file on its way out. */
export type Download = {
  /** Content type, with its charset. */
  type: string;
  /** Under which it is kept by whoever downloads it. */
  name: string;
  content: string | Uint8Array | ReadableStream<Uint8Array>;
  /** Of a stream, where it is known beforehand. */
  lengthBytes?: number;
  headers?: Record<string, string>;
  /** 200 by default. */
  status?: number;
  /** What has to stand in the record before the first byte leaves: where it cannot be written, nothing does. */
  record?: (trx: Writer) => Promise<void>;
};

/** A file for whoever has this permission. */
export function guardedDownload(permission: Permission, find: (visit: Reading) => Promise<Download>) {
  const loader = (args: LoaderFunctionArgs) =>
    open(asFile, args, async (visit) =>
      handOver(visit, await find({ ...admit(asFile, visit, permission), db: visit.context.database.read })),
    );
  return Object.assign(loader, { [access]: permission, [accepts]: reading });
}

/** A file for anybody. */
export function publicDownload(find: (visit: Reading<Public>) => Promise<Download>) {
  const loader = (args: LoaderFunctionArgs) =>
    open(asFile, args, async (visit) => handOver(visit, await find({ ...visit, db: visit.context.database.read })));
  return Object.assign(loader, { [access]: "public" as const, [accepts]: reading });
}

/** A file on its way in. */
export type Receiving = Visit &
  Guarded & {
    by: By;
    /** As the sender calls it: what it really is only the bytes tell. */
    type: string;
    /** Breaks off with 413 past the door's cap. */
    body: ReadableStream<Uint8Array>;
    /**
     * For each portion, or once at the end. No transaction is around all of it: a slow sender would keep everybody
     * waiting.
     */
    transact: Database["transact"];
  };

type UploadLimits = Pick<Accepts, "types" | "mostBytes"> & Partial<Pick<Accepts, "mostSeconds">>;

/**
 * Takes a file, as it arrives, from whoever has this permission. A committed portion stays, even where a later one is
 * refused.
 * @param limits the content types that may come, such as `image/*`, and the longest body
 */
export function guardedUpload<Data>(
  permission: Permission,
  { types, mostBytes, mostSeconds = longestBodySeconds }: UploadLimits,
  receive: (visit: Receiving) => Promise<Data>,
) {
  const action = (args: ActionFunctionArgs) =>
    open(asFile, args, async (visit) => {
      const guarded = admit(asFile, visit, permission);
      const { database } = visit.context;
      const type = visit.request.headers.get("content-type") ?? "";
      const { body, discardRest } = bodyUpTo(mostBytes, visit.request);
      const receiving = { ...guarded, by: byOf(visit), type, body, transact: database.transact };
      try {
        return await untilRefused(async () => notRefusing(await receive(receiving)));
      } finally {
        // not waited for: nobody's answer hangs on a slow sender
        void discardRest();
      }
    });
  const accepting: Accepts = { ...posting, types, mostBytes, mostSeconds, isBuffered: false };
  return Object.assign(action, { [access]: permission, [accepts]: accepting });
}

async function handOver({ context }: Visit, download: Download): Promise<Response> {
  const { record } = download;
  if (record) await context.database.transact(record);
  return attachment(download);
}

/** Hands a file over to be kept, never to be shown among our pages. */
function attachment({ type, name, content, lengthBytes, headers = {}, status = 200 }: Download): Response {
  const body = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const length = body instanceof Uint8Array ? body.byteLength : lengthBytes;
  return new Response(body as BodyInit, {
    status,
    headers: {
      "Content-Type": type,
      "Content-Disposition": dispositionOf(name),
      ...(length !== undefined && { "Content-Length": String(length) }),
      ...headers,
    },
  });
}

/** The name in ASCII for those who know no other, and where it has more, whole as well (RFC 6266). */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_");
  const whole = plain === name ? "" : `; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`;
  return `attachment; filename="${plain}"${whole}`;
}

const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
