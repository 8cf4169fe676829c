import { expect, test } from "vitest";

// it runs before anything is installed, so it is plain JavaScript, without types
const path: string = "../../../app/operations/servers.mjs";
const { readServers, portFor } = (await import(/* @vite-ignore */ path)) as {
  readServers(args: string[], env: Record<string, string>): number;
  portFor(count: number, env: Record<string, string>): Promise<{ PORT?: string }>;
};

test.each<[string[], Record<string, string>, number]>([
  [[], {}, 1],
  [[], { SERVERS: "" }, 1],
  [[], { SERVERS: "2" }, 2],
  [["--servers", "3"], { SERVERS: "2" }, 3],
  [["--dev", "--servers=64"], {}, 64],
])("%j with %j wants so many servers: %i", (args, env, count) => {
  expect(readServers(args, env)).toBe(count);
});

test.each<[string[], Record<string, string>]>([
  [["--servers"], {}],
  [["--servers", "many"], {}],
  [["--servers=0"], {}],
  [[], { SERVERS: "65" }],
  [[], { SERVERS: "-1" }],
  [[], { SERVERS: "1.5" }],
])("%j with %j is refused, by a sentence that says what is wanted", (args, env) => {
  expect(() => readServers(args, env)).toThrow(/SERVERS must be a whole number from 1 to 64|--servers needs a number/);
});

test("several servers that may take any port are given the same one, and one finds its own", async () => {
  expect(await portFor(2, { PORT: "0" })).toEqual({ PORT: expect.stringMatching(/^[1-9]\d+$/) });
  expect(await portFor(2, { PORT: "3000" })).toEqual({});
  expect(await portFor(1, { PORT: "0" })).toEqual({});
});
