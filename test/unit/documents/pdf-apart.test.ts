import { expect, test } from "vitest";
import { certificateSource } from "#app/certificates/document/certificate-pdf.ts";
import { compilePdf } from "#app/documents/pdf.ts";
import { compileApart } from "#app/documents/pdf-apart.ts";
import { certificate } from "#test/unit/certificates/examples.ts";

test("documents are made one after another, for whoever still waits, and as many as can be waited for", async () => {
  const source = certificateSource(certificate);
  const statusOf = (made: Promise<unknown>) =>
    made.then(
      () => 200,
      ({ status }: Response) => status,
    );
  const first = compileApart(source);
  const left = Array.from({ length: 20 }, () => statusOf(compileApart(source, AbortSignal.abort())));
  expect(await statusOf(compileApart(source))).toBe(503);
  expect(Buffer.from(await first)).toEqual(Buffer.from(compilePdf(source)));
  expect(new Set(await Promise.all(left))).toEqual(new Set([503]));
  expect((await compileApart(source, new AbortController().signal)).byteLength).toBeGreaterThan(10_000);
});

test("a document that cannot be set says why, and the next one is made", async () => {
  const source = { main: '#set document(title: "x")\n#nothing', files: {}, createdAt: new Date(0) };
  await expect(compileApart(source)).rejects.toThrow("unknown variable: nothing");
  const sound = { ...source, main: '#set document(title: "x")\nSí' };
  expect((await compileApart(sound)).byteLength).toBeGreaterThan(1_000);
});
