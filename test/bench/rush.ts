import type { Child } from "./child.ts";
import type { Ports, Rushed, Spent } from "./server.ts";
import { crowd, visit } from "./visitor.ts";
import type { World } from "./world.ts";

export type Rush = Rushed & { people: number; ms: number; cpuMs: number };

/** Everybody asks for one of the few seats at once. */
export async function rush(server: Child, ports: Ports, { rush: { workshop, newcomers } }: World): Promise<Rush> {
  const { cpuMs: from } = await server.obey<Spent>({ order: "cpu" });
  const started = performance.now();
  const answers = await Promise.all(
    newcomers.map((as) => {
      const form = { key: `press-${as.accountId}` };
      return visit(ports.site, { path: `/es/workshops/${workshop.code}/enrolment`, as, form }, undefined, crowd);
    }),
  );
  const ms = performance.now() - started;
  const { cpuMs: until } = await server.obey<Spent>({ order: "cpu" });
  const refused = answers.filter(({ status, headers }) => status !== 302 || headers.location?.includes("refused"));
  if (refused.length > 0)
    throw new Error(`${refused.length} of the rush were turned away, with ${refused[0]?.status}.`);
  return { people: newcomers.length, ms, cpuMs: until - from, ...(await server.obey<Rushed>({ order: "rushed" })) };
}
