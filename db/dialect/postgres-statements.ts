import { AsyncLocalStorage } from "node:async_hooks";
import { hash } from "node:crypto";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

/** So many statements are prepared at most, on each connection. The site has some three hundred texts. */
const most = 500;
/** A text of more values has as many as its caller has rows: there would be one for each number of them. */
const mostValues = 60;

/** Names of statements by their texts: whatever has a name is parsed once a connection, and planned a few times. */
type StatementNames = {
  /** Null for what is sent as it is: what comes once, has no values or very many, and whatever comes after the most. */
  nameOf(text: string, values: readonly unknown[]): string | null;
  /** Has everything prepared anew, under other names. */
  renew(): void;
};

export function newStatementNames(limit = most): StatementNames {
  const names = new Map<string, string>();
  const seenOnce = new Set<string>();
  let generation = 0;
  return {
    nameOf(text, { length }) {
      const known = names.get(text);
      if (known) return known;
      if (length === 0 || length > mostValues || names.size >= limit) return null;
      if (seenOnce.delete(text)) names.set(text, `${generation}.${hash("sha256", text, "base64url")}`);
      else {
        if (seenOnce.size >= limit) seenOnce.clear();
        seenOnce.add(text);
      }
      return names.get(text) ?? null;
    },
    renew() {
      generation += 1;
      names.clear();
    },
  };
}

/** A migration has changed what a prepared statement returns: it fails on this connection until it is prepared anew. */
export const isOutdated = (error: unknown): boolean =>
  (error as { code?: unknown; routine?: unknown } | null)?.code === "0A000" &&
  /cached plan/.test(String((error as Error).message));

const unpreparing = new AsyncLocalStorage<boolean>();

/** Has what `work` asks sent as it is: a migration changes what the same text returns, within its own transaction. */
export const unprepared = <Done>(work: () => Promise<Done>): Promise<Done> => unpreparing.run(true, work);

/**
 * A pool whose connections prepare what they are asked more than once.
 * Outside of a transaction an outdated statement is simply asked again; within one, everything has to be tried again.
 */
export function preparing(pool: pg.Pool, { inTransactions }: { inTransactions: boolean }): PostgresPool {
  const names = newStatementNames();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const ask = async (client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<unknown> => {
    const name = unpreparing.getStore() ? null : names.nameOf(text, values);
    try {
      return await client.query({ ...(name && { name }), text, values: [...values] });
    } catch (error) {
      if (!isOutdated(error)) throw error;
      names.renew();
      if (inTransactions) throw error;
      return client.query(text, [...values]);
    }
  };
  const wrapped = (client: pg.PoolClient): PostgresPoolClient => ({
    query: ((text: string, values: readonly unknown[]) => ask(client, text, values)) as PostgresPoolClient["query"],
    release: (isBroken) => client.release(isBroken),
  });
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? wrapped(client);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
