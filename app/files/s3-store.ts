import { AwsClient } from "aws4fetch";
import type { S3Place } from "#app/settings/files-url.ts";
import type { Id } from "#db/id.ts";
import type { Store } from "./store-type.ts";

/** A store that hangs must not hang us: each call has so long. */
const patienceMs = 30_000;
/** S3 takes parts from 5 MB on; one of them is in memory. */
const partBytes = 8_388_608;

/**
 * Bytes in an S3-compatible store. Keys are our ids, which say nothing. Nothing is handed out past us: who may see a
 * file is asked at each download.
 */
export function s3Store(place: S3Place): Store {
  const ask = asking(place);
  return {
    write: (id, portions) => writeParts(ask, id, portions),
    async *read(id, first, last) {
      const range = `bytes=${first}-${last}`;
      const { body } = await ask(id, "", { headers: { range } });
      for await (const piece of body ?? []) yield piece as Uint8Array;
    },
    async erase(id) {
      // a file that is not there is answered alike
      await ask(id, "", { method: "DELETE" });
    },
  };
}

type Ask = (id: Id<"file">, query: string, init: RequestInit) => Promise<Response>;

function asking({ bucketUrl, region, ...keys }: S3Place): Ask {
  const client = new AwsClient({ ...keys, region, service: "s3", retries: 2 });
  return async (id, query, init) => {
    const isReading = init.method === undefined;
    // a body that is read slowly by whoever downloads it is not late: what may not hang is the answer's beginning
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(new Error("the file store did not answer in time")), patienceMs);
    try {
      const answer = await client.fetch(`${bucketUrl}/${id}${query}`, { ...init, signal: waiting.signal });
      if (!answer.ok) throw new Error(`the file store answered ${answer.status}`);
      return isReading ? answer : new Response(await answer.text(), { headers: answer.headers });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Parts, one after another. What cannot be finished is given up, so that the store keeps no parts of it. */
async function writeParts(ask: Ask, id: Id<"file">, portions: AsyncIterable<Buffer>): Promise<void> {
  let uploadId = "";
  const tags: string[] = [];
  try {
    for await (const part of parts(portions)) {
      if (part.isWhole) {
        await ask(id, "", { method: "PUT", body: part.body });
        return;
      }
      uploadId ||= await begin(ask, id);
      const query = `?partNumber=${tags.length + 1}&uploadId=${encodeURIComponent(uploadId)}`;
      const { headers } = await ask(id, query, { method: "PUT", body: part.body });
      tags.push(headers.get("etag") ?? "");
    }
    await complete(ask, id, uploadId, tags);
  } catch (error) {
    if (uploadId) await ask(id, `?uploadId=${encodeURIComponent(uploadId)}`, { method: "DELETE" }).catch(() => {});
    throw error;
  }
}

type Part = { body: Uint8Array<ArrayBuffer> /** There is no other part. */; isWhole: boolean };

/** One part behind, as the last one may be small, and one alone needs no parts. */
async function* parts(portions: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  let held: Buffer[] = [];
  let bytes = 0;
  let isFirst = true;
  for await (const portion of portions) {
    if (bytes >= partBytes) {
      yield { body: joined(held), isWhole: false };
      [held, bytes, isFirst] = [[], 0, false];
    }
    held.push(portion);
    bytes += portion.length;
  }
  yield { body: joined(held), isWhole: isFirst };
}

const joined = (held: Buffer[]) => new Uint8Array(Buffer.concat(held));

async function begin(ask: Ask, id: Id<"file">): Promise<string> {
  const said = await (await ask(id, "?uploads", { method: "POST" })).text();
  const uploadId = /<UploadId>([^<]+)/.exec(said)?.[1];
  if (!uploadId) throw new Error("the file store began no upload");
  return uploadId;
}

/** An answer of 200 may hold an error. */
async function complete(ask: Ask, id: Id<"file">, uploadId: string, tags: string[]): Promise<void> {
  const listed = tags.map((tag, i) => `<Part><PartNumber>${i + 1}</PartNumber><ETag>${tag}</ETag></Part>`).join("");
  const body = `<CompleteMultipartUpload>${listed}</CompleteMultipartUpload>`;
  const said = await (await ask(id, `?uploadId=${encodeURIComponent(uploadId)}`, { method: "POST", body })).text();
  if (!said.includes("<CompleteMultipartUploadResult")) throw new Error("the file store did not join the parts");
}
