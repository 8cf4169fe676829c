import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { qrPath, qrSvg } from "#app/documents/qr.ts";

const address = "https://puente.example/v/MJ-2026-03-0007-7K2M9QXW4T8RD3VHJ6NPB5YCZF";

/** What a camera would see: the path filled, four pixels a module. */
function paint({ path, modules }: ReturnType<typeof qrPath>) {
  const scale = 4;
  const side = modules * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const start = row * side + Number(x) * scale;
      for (let pixel = start; pixel < start + Number(width) * scale; pixel++) data.fill(0, pixel * 4, pixel * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

test.each(["low", "medium", "quartile", "high"] as const)(
  "a path with %s correction reads as its text",
  (correction) => {
    expect(decodeQR(paint(qrPath(address, correction)))).toBe(address);
  },
);

test("text of any script reads as it was written", () => {
  expect(decodeQR(paint(qrPath("髙橋 ñ 𠮷")))).toBe("髙橋 ñ 𠮷");
});

test("an address in capitals makes a smaller symbol", () => {
  expect(qrPath(address.toUpperCase()).modules).toBeLessThan(qrPath(address).modules);
});

test("four light modules surround the symbol", () => {
  const { path, modules } = qrPath("PUENTE");
  expect(modules).toBe(21 + 2 * 4);
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(
    ([, x, y, width]) => [Number(x), Number(y), Number(x) + Number(width)] as const,
  );
  expect(Math.min(...runs.flat())).toBe(4);
  expect(Math.max(...runs.flatMap(([, y, to]) => [to, y + 1]))).toBe(modules - 4);
});

test("the image holds one path in the colour asked for", () => {
  const svg = qrSvg("PUENTE", { colour: "#1b2433" });
  expect(svg.match(/<path /g)).toHaveLength(1);
  expect(svg).toContain('fill="#1b2433"');
});

test("text that fits no symbol is refused", () => {
  expect(() => qrPath("x".repeat(3000))).toThrow();
});
