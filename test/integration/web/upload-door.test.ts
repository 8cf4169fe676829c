import { expect, test } from "vitest";
import { z } from "zod";
import { accepts } from "#app/web/doors/accepts.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedFormUpload } from "#app/web/doors/upload-door.ts";
import { requiredText } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";

const boundary = "----b";
const form = z.object({ title: requiredText(20) });

/** Says what came; refuses what begins with `no`. */
const door = guardedFormUpload("own.change", form, { mostFileBytes: 100_000 }, async ({ file, input, key, by }) => {
  let bytes = 0;
  for await (const portion of file.bytes) {
    if (bytes === 0 && new TextDecoder().decode(portion).startsWith("no")) refuse(invalid({ file: "x:y" }, {}));
    bytes += portion.byteLength;
  }
  return { bytes, name: file.name, type: file.type, title: input.title, key, by: by.accountId };
});

const part = (head: string, body: string | Buffer) =>
  Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(body as string), Buffer.from("\r\n")]);
const field = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value);
const file = (content: string | Buffer, name = "lista.xlsx") =>
  part(`Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv`, content);
const end = Buffer.from(`--${boundary}--\r\n`);
const titled = field("title", "Ñandú 日本");

type Portions = Buffer[];
/** In portions of some kilobytes, as a network brings them. */
const stream = (portions: Portions, isCut = false) => {
  const whole = Buffer.concat(portions);
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const portion = whole.subarray(at, at + 8_000);
      at += portion.length;
      if (portion.length > 0) return controller.enqueue(new Uint8Array(portion));
      return isCut ? controller.error(new Error("aborted")) : controller.close();
    },
  });
};

describeDatabases("the door for a form with a file", (open) => {
  const setUp = async () => {
    const database = await open();
    const { accountId } = await addAccount(database, { grants: ["official"] });
    const cookie = await cookieFor(database, accountId);
    const send = (portions: Portions, { isCut = false, type = `multipart/form-data; boundary=${boundary}` } = {}) =>
      knock(door, {
        database,
        path: "/es/file",
        body: stream(portions, isCut),
        cookie,
        headers: { "content-type": type },
      });
    return { database, accountId, send };
  };

  test("hands over the fields, and the file as it arrives", async () => {
    const { send, accountId } = await setUp();
    const big = Buffer.alloc(99_000, "ñ");
    expect((await send([field("key", "form-1"), titled, file(big), end])).data).toEqual({
      bytes: 99_000,
      name: "lista.xlsx",
      type: "text/csv",
      title: "Ñandú 日本",
      key: "form-1",
      by: accountId,
    });
  });

  test("a name keeps any script and loses folders and control characters", async () => {
    const { send } = await setUp();
    const nameOf = async (name: string) => (await send([titled, file("x", name), end])).data.name;
    expect(await nameOf("名簿 Peña.xlsx")).toBe("名簿 Peña.xlsx");
    expect(await nameOf("C:/datos/../lis\u202eta.csv")).toBe("lista.csv");
    expect(await nameOf(`${"a".repeat(300)}.csv`)).toMatch(/^a{190,}\.csv$/);
  });

  test("the form comes back where a field is wrong, no file was chosen, or it is empty", async () => {
    const { send } = await setUp();
    const errorsOf = async (...portions: Portions) => {
      const { status, data } = await send([...portions, end]);
      return [status, data.errors];
    };
    const title = "common:form.missing";
    expect(await errorsOf(field("title", ""))).toEqual([422, { title, file: "common:form.noFile" }]);
    expect(await errorsOf(field("title", ""), file("x"))).toEqual([422, { title, file: "common:form.fileAgain" }]);
    expect(await errorsOf(titled, file("", ""))).toEqual([422, { file: "common:form.noFile" }]);
    expect(await errorsOf(titled)).toEqual([422, { file: "common:form.noFile" }]);
    expect(await errorsOf(titled, file(""))).toEqual([422, { file: "common:form.emptyFile" }]);
    expect(await errorsOf(titled, file("no"))).toEqual([422, { file: "x:y" }]);
  });

  test("a file that is too large is told so by the form, and a body beyond all bounds is broken off", async () => {
    const { send } = await setUp();
    const { status, data } = await send([titled, file(Buffer.alloc(100_001)), end]);
    expect([status, data.errors.file]).toEqual([422, { key: "common:form.fileTooLarge", values: { megabytes: "0" } }]);
    expect((await send([titled, file(Buffer.alloc(100_000)), end])).data.bytes).toBe(100_000);
    expect((await send([field("more", "x".repeat(500_000)), titled, file("x"), end])).status).toBe(413);
    expect(door[accepts]).toMatchObject({ mostFileBytes: 100_000, isBuffered: false });
  });

  const whole = Buffer.concat([titled, file("hello".repeat(1_000))]);
  test.each<[string, Portions, { isCut?: boolean; type?: string }?]>([
    ["no last boundary", [whole]],
    ["breaks off inside the file", [whole.subarray(0, 900)]],
    ["breaks off inside a head", [Buffer.from(`--${boundary}\r\nContent-Dispo`)]],
    ["connection lost inside the file", [whole.subarray(0, 900)], { isCut: true }],
    ["connection lost before it", [titled], { isCut: true }],
    ["an empty body", []],
    ["another boundary", [titled, end], { type: "multipart/form-data; boundary=zzz" }],
    ["no boundary", [titled, end], { type: "multipart/form-data" }],
    ["10,000 fields", [...Array.from({ length: 10_000 }, () => field("a", "1")), titled, file("x"), end]],
    ["a long field", [field("a", "x".repeat(30_000)), titled, file("x"), end]],
    ["a field behind the file", [titled, file("x"), field("title", "other"), end]],
    ["five files", [titled, ...Array.from({ length: 5 }, () => file("x")), end]],
  ])("what is no whole form is refused: %s", async (_name, portions, how) => {
    const { send } = await setUp();
    const { status } = await send(portions, how);
    expect([400, 413]).toContain(status);
  });

  test("a stranger is sent to sign in before anything is read", async () => {
    const { database } = await setUp();
    const { location } = await knock(door, { database, path: "/es/file", body: stream([titled]) });
    expect(location).toBe("/es/sign-in?next=%2Fes%2Ffile");
  });
});
