import { expect, test } from "vitest";
import { describeDatabases } from "#test/support/databases.ts";
import { enrolled, job, mailing } from "./mailing.ts";

const { server, run } = mailing();

describeDatabases("a mail server that will have none of our messages", (open) => {
  test.each([
    ["sender", 530],
    ["sender", 550],
    ["recipient", 530],
    ["content", 535],
  ] as const)("is asked again once a setting has been put right (%s, %i)", async (part, code) => {
    const database = await open();
    const { jobId } = await enrolled(database);
    server().answers[part].push(code);
    await run(database);
    expect(await job(database, jobId)).toMatchObject({ doneAt: null, failedAt: null, attempts: 1 });
    await run(database, 2);
    expect(server().inbox).toHaveLength(1);
  });
});
