import { expect, test } from "vitest";
import { renderCertificate } from "#app/certificates/document/certificate-pdf.ts";
import { renderApart } from "#app/certificates/document/render-apart.ts";
import { certificate } from "./examples.ts";

test("documents are made one after another, for whoever still waits, and as many as can be waited for", async () => {
  const statusOf = (made: Promise<unknown>) =>
    made.then(
      () => 200,
      ({ status }: Response) => status,
    );
  const first = renderApart(certificate);
  const left = Array.from({ length: 19 }, () => statusOf(renderApart(certificate, AbortSignal.abort())));
  expect(await statusOf(renderApart(certificate))).toBe(503);
  expect(Buffer.from(await first)).toEqual(Buffer.from(renderCertificate(certificate)));
  expect(new Set(await Promise.all(left))).toEqual(new Set([503]));
  expect((await renderApart(certificate, new AbortController().signal)).byteLength).toBeGreaterThan(10_000);
});
