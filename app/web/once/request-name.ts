import { hash } from "node:crypto";
import { pageOf } from "#app/web/page-of.ts";
import type { Id } from "#db/id.ts";

type Sender = { accountId: Id<"account">; url: URL };

/**
 * A name that only a repetition of the same request has: the same account, address, key and content.
 * A key that comes with another content is that of another request: somebody went back, and sent something else.
 * @param key random, made with each form; whatever is too short to be so names nothing
 * @returns null where nothing says that a request may come twice
 */
export function requestName({ accountId, url }: Sender, key: unknown, content: unknown): string | null {
  if (typeof key !== "string" || !/^[\w~+/=.:-]{16,200}$/.test(key)) return null;
  const query = [...url.searchParams].filter(([name]) => name !== "kept").sort();
  const request = [accountId, pageOf(url.pathname), query, key, inOrder(content)];
  return hash("sha256", JSON.stringify(request), "base64url");
}

/** A form that was filled in once more may send its fields in another order. */
const inOrder = (content: unknown) =>
  typeof content === "object" && content !== null && !Array.isArray(content)
    ? Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1))
    : content;
