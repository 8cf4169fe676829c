import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { saveSealed } from "#app/nominations/sealed/commands.ts";
import { findOpened } from "#app/nominations/sealed/queries.ts";
import { forgetKeys, renewAnswers } from "#app/operations/renew-answers.ts";
import { readKeys } from "#app/settings/answer-keys.ts";
import { sealedAnswers, sealedWorld } from "#test/integration/nominations/sealing.ts";
import { answerKeys } from "#test/support/answer-keys.ts";
import { describeDatabases } from "#test/support/databases.ts";

const folder = mkdtempSync(join(tmpdir(), "puente-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

describeDatabases("the key of sensitive answers", (open) => {
  test("is renewed while the site is in use, and the former one is forgotten when nothing needs it", async () => {
    const database = await open();
    const { application } = await sealedWorld(database);
    const keys = { file: join(folder, `${application.id}.key`) };
    writeFileSync(keys.file, readKeys(answerKeys).join("\n"), { mode: 0o600 });
    const opened = async () => (await findOpened(database.read, application.id, keys)).answers;
    const [former] = readKeys(keys);
    const site = { database, keys };
    expect(await renewAnswers(site)).toMatchObject({ said: expect.stringMatching(/^2 sections/), isWell: true });
    expect(readKeys(keys)).toEqual([expect.stringMatching(/^[\w-]{43}$/), former]);
    expect(statSync(keys.file).mode & 0o777).toBe(0o600);
    expect(await opened()).toMatchObject(sealedAnswers.emergency);
    // a server that has read the file a moment ago seals by the former key: forgetting seals that anew, too
    const part = { applicationId: application.id, section: "needs", eraseDays: 30, answers: sealedAnswers.needs };
    await database.transact((trx) => saveSealed(trx, part, answerKeys, { at: "2026-11-21T12:00:00.000Z" }));
    expect(await forgetKeys(site)).toMatchObject({ isWell: true });
    expect(readFileSync(keys.file, "utf8")).not.toContain(former);
    expect(await opened()).toMatchObject({ ...sealedAnswers.needs, ...sealedAnswers.emergency });
  });

  test("is not forgotten while something cannot be opened, and one from a variable is nobody's to change", async () => {
    const database = await open();
    const { application } = await sealedWorld(database);
    const keys = { file: join(folder, `${application.id}.key`) };
    writeFileSync(keys.file, ["m", "n"].map((letter) => letter.repeat(40)).join("\n"));
    expect(await forgetKeys({ database, keys })).toMatchObject({ isWell: false });
    expect(readKeys(keys)).toHaveLength(2);
    expect(await renewAnswers({ database, keys: answerKeys })).toMatchObject({ isWell: true });
    expect(await forgetKeys({ database, keys: answerKeys })).toMatchObject({ isWell: false });
  });
});
