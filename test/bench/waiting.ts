import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** Somebody who has signed in. */
export type Member = { cookie: string };
type Ask = { port: number; path: string; form?: object };
export type Answer = { status: number; ms: number };

/** A connection for each request: one that was kept could be given up by the server at the moment of use. */
const agent = new Agent({ keepAlive: false });
/** Longer than anything is held up here, so that a wait is measured and not cut off. */
const mostMs = 60_000;

/** One request after another, as a visitor would make them, until `over` has come to its end. */
export async function askUntil(over: Promise<unknown>, ask: Ask): Promise<Answer[]> {
  const answers: Answer[] = [];
  let isOver = false;
  const ending = over.then(() => {
    isOver = true;
  });
  while (!isOver) {
    answers.push(await send(ask));
    await wait(2);
  }
  await ending;
  return answers;
}

/** The same request from everybody, at once. */
export const askAtOnce = (members: readonly Member[], ask: Ask): Promise<Answer[]> =>
  Promise.all(members.map(({ cookie }) => send(ask, cookie)));

/** How long it takes until something holds; "not within …" where it never does. */
export async function timed(holds: () => Promise<boolean>, mostMs: number): Promise<string> {
  const started = performance.now();
  while (performance.now() - started < mostMs) {
    if (await holds()) return `${(performance.now() - started).toFixed(0)} ms`;
    await wait(20);
  }
  return `not within ${mostMs / 1000} s`;
}

/** How long that share of people waited at most, in milliseconds. */
export function shareOf(answers: readonly Answer[], share: number): number {
  const waits = answers.map(({ ms }) => ms).sort((one, other) => one - other);
  return waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
}

/** How long people waited, and for what. */
export function describe(answers: readonly Answer[]): string {
  const at = (share: number) => `${shareOf(answers, share).toFixed(1)} ms`;
  const statuses = [...new Set(answers.map(({ status }) => status))].join(", ");
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}, ${answers.length} answers: ${statuses}`;
}

export function send({ port, path, form }: Ask, cookie?: string): Promise<Answer> {
  const headers = {
    // as nearly every browser does
    "Accept-Encoding": "gzip",
    ...(cookie && { Cookie: cookie }),
    ...(form && {
      Origin: `http://127.0.0.1:${port}`,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": 0,
    }),
  };
  const started = performance.now();
  return new Promise((answered, failed) => {
    const method = form ? "POST" : "GET";
    const outgoing = request({ agent, host: "127.0.0.1", port, path, method, headers }, (incoming) => {
      incoming.resume();
      incoming.once("error", failed);
      incoming.once("end", () => answered({ status: incoming.statusCode ?? 0, ms: performance.now() - started }));
    });
    outgoing.setTimeout(mostMs, () => outgoing.destroy(new Error(`${path} gave no answer within a minute`)));
    outgoing.once("error", failed);
    outgoing.end();
  });
}
