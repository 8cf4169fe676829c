import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Order, Report } from "./server.ts";

export type Child = { obey<Answer extends Report>(order: Order): Promise<Answer>; stop(): Promise<void> };

/** Started with the options of this process: `node --cpu-prof test/bench/run.ts` profiles the server as well. */
export function startServer(dataDir: string, databaseUrl?: string): Child {
  const child = fork(join(import.meta.dirname, "server.ts"), {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const gone = once(child, "exit").then(([code]) => {
    throw new Error(`The server ended with ${code}.`);
  });
  // heard by whoever is waiting for an answer
  gone.catch(() => {});
  let latest: Promise<unknown> = Promise.resolve();
  return {
    /** One order after another: an answer does not say which one it belongs to. */
    obey<Answer extends Report>(order: Order) {
      const answered = latest.then(async () => {
        child.send(order);
        const [answer] = await Promise.race([once(child, "message"), gone]);
        return answer as Answer;
      });
      latest = answered.catch(() => {});
      return answered;
    },
    async stop() {
      const exit = once(child, "exit");
      child.disconnect();
      await exit;
    },
  };
}
