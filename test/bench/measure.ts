import type { Agent } from "node:http";
import { type Ask, type CaseName, cases } from "./cases.ts";
import type { Child } from "./child.ts";
import type { Counted, Ports, Spent } from "./server.ts";
import { type Answer, crowd, visit } from "./visitor.ts";
import type { World } from "./world.ts";

/** A case ends at whichever comes first. */
export type Limit = { rounds: number; ms: number };

/** The compiler is still learning: these don't count. */
const warmUp: Limit = { rounds: 200, ms: 1_000 };
export const counted: Limit = { rounds: 300, ms: 2_000 };
/** Measured in blocks of so many, of which the median counts: what else the machine does comes in bursts. */
export const block = 25;
/** So many requests show how many a second are answered, when several come at once. */
const burst = 200;
const roundsEach = warmUp.rounds + counted.rounds;
/** Of what can be done only once, so much must be there: through the site, alone, and in a burst. */
export const roundsNeeded = 2 * roundsEach + burst;

export type Timing = { cpuMs: number; p50Ms: number; p99Ms: number };
type Sizes = { html: number; gzip: number; brotli: number };
export type Measured = {
  name: CaseName;
  site: Timing | null;
  bare: Timing | null;
  perSecond: number | null;
  queries: number | null;
  sizes: Sizes | null;
  aloneMs: number;
};

type Bench = { server: Child; ports: Ports; world: World };

/** It changes nothing. */
const isLooking = ({ form, json }: Ask) => !form && !json;

/** Pages share most of their code: none of them should pay for being the first. */
export async function warm({ ports, world }: Bench): Promise<void> {
  const asked = Object.values(cases).flatMap(({ ask }) => ask?.(world, 0) ?? []);
  for (const page of asked.filter(isLooking))
    await repeat(() => visitSite(ports.site, page), 0, { rounds: 100, ms: 500 });
}

/** One page or command: through the site, from memory, and its data alone. */
export async function measure(name: CaseName, bench: Bench): Promise<Measured> {
  const { ask } = cases[name];
  const aloneMs = await timeAlone(name, bench);
  if (!ask) return { name, site: null, bare: null, perSecond: null, queries: null, sizes: null, aloneMs };
  const { server, ports, world } = bench;
  const askNth = (round: number) => ask(world, round);
  const site = await time(server, (round) => visitSite(ports.site, askNth(round)));
  const sizes = !isLooking(askNth(0)) ? null : await sizesOf(ports.site, askNth(0));
  await server.obey({ order: "store", answer: toStore(site.last) });
  const bare = await time(server, (round) => visit(ports.bare, askNth(round)));
  const perSecond = await answeredInASecond((round) =>
    visitSite(ports.site, askNth(2 * roundsEach + round), undefined, crowd),
  );
  const queries = !isLooking(askNth(0)) ? null : await countQueries(bench, askNth(0));
  return { name, site: site.timing, bare: bare.timing, perSecond, queries, sizes, aloneMs };
}

async function answeredInASecond(once: (round: number) => Promise<Answer>): Promise<number> {
  const started = performance.now();
  await Promise.all(Array.from({ length: burst }, (_, round) => once(round)));
  return (burst * 1000) / (performance.now() - started);
}

/** The second time: what a page remembers from the first is no longer asked. */
async function countQueries({ server, ports }: Bench, ask: Ask): Promise<number> {
  await visitSite(ports.counted, ask);
  await server.obey<Counted>({ order: "count" });
  await visitSite(ports.counted, ask);
  return (await server.obey<Counted>({ order: "count" })).queries;
}

async function timeAlone(name: CaseName, { server }: Bench): Promise<number> {
  const { rounds } = await server.obey<Spent>({ order: "alone", name, from: roundsEach, limit: warmUp });
  const spent = await server.obey<Spent>({ order: "alone", name, from: roundsEach + rounds, limit: counted });
  return spent.cpuMs / spent.rounds;
}

async function time(
  server: Child,
  once: (round: number) => Promise<Answer>,
): Promise<{ timing: Timing; last: Answer }> {
  const before = await repeat(once, 0, warmUp);
  const answers: Answer[] = [];
  const costs: number[] = [];
  const until = performance.now() + counted.ms;
  while (answers.length < counted.rounds && performance.now() < until) {
    const { cpuMs: from } = await server.obey<Spent>({ order: "cpu" });
    const some = await repeat(once, before.length + answers.length, { rounds: block, ms: counted.ms });
    const { cpuMs: to } = await server.obey<Spent>({ order: "cpu" });
    costs.push((to - from) / some.length);
    answers.push(...some);
  }
  const times = ascending(answers.map(({ ms }) => ms));
  const timing = {
    cpuMs: median(costs),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
  return { timing, last: answers.at(-1) as Answer };
}

const ascending = (values: number[]) => values.toSorted((a, b) => a - b);

async function repeat(
  once: (round: number) => Promise<Answer>,
  from: number,
  { rounds, ms }: Limit,
): Promise<Answer[]> {
  const until = performance.now() + ms;
  const answers: Answer[] = [];
  do answers.push(await once(from + answers.length));
  while (answers.length < rounds && performance.now() < until);
  return answers;
}

export const median = (values: number[]) => percentile(ascending(values), 0.5);

/** @param times in ascending order */
const percentile = (times: number[], share: number) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;

export async function visitSite(port: number, ask: Ask, codings?: string, agent?: Agent): Promise<Answer> {
  const answer = await visit(port, ask, codings, agent);
  const isFine = ask.form
    ? answer.status === 302 && !answer.headers.location?.includes("refused")
    : answer.status === 200;
  if (!isFine) throw new Error(`${ask.path} answers ${answer.status} ${answer.headers.location ?? ""}`);
  return answer;
}

async function sizesOf(port: number, ask: Ask): Promise<Sizes> {
  const size = async (coding: string) => (await visitSite(port, ask, coding)).body.length;
  return { html: await size("identity"), gzip: await size("gzip"), brotli: await size("br") };
}

/** Without what Node writes itself. */
function toStore({ status, headers: all, body }: Answer) {
  const headers = Object.entries(all).filter(
    ([name]) => !["connection", "date", "keep-alive", "transfer-encoding"].includes(name),
  );
  return { status, headers: { ...Object.fromEntries(headers), "content-length": String(body.length) }, body };
}
