import { createHook } from "node:async_hooks";
import { scryptSync } from "node:crypto";

const kinds: Record<string, "argon2id" | "scrypt"> = { ARGON2REQUEST: "argon2id", SCRYPTREQUEST: "scrypt" };

type Seen = { runs: ("argon2id" | "scrypt")[]; atOnce: number };

/** Which hashes of passwords were computed while `work` went on, and how many of them at once. */
export async function watchHashing(work: () => Promise<unknown>): Promise<Seen> {
  const running = new Set<number>();
  const seen: Seen = { runs: [], atOnce: 0 };
  const hook = createHook({
    init(id, type) {
      const kind = kinds[type];
      if (!kind) return;
      running.add(id);
      seen.runs.push(kind);
      seen.atOnce = Math.max(seen.atOnce, running.size);
    },
    before: (id) => void running.delete(id),
  }).enable();
  await work().finally(() => hook.disable());
  return seen;
}

/** As passwords were hashed until November 2026, at the least cost that is understood. */
export function formerHashOf(password: string): string {
  const salt = Buffer.from("0123456789abcdef");
  const key = scryptSync(password, salt, 32, { N: 2 ** 10, r: 8, p: 1 });
  return `scrypt$10$${salt.toString("base64url")}$${key.toString("base64url")}`;
}
