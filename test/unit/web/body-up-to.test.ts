import { expect, test } from "vitest";
import { bodyUpTo } from "#app/web/doors/body-up-to.ts";

/** A body of these portions, which tells how many were asked for; null breaks it off. */
function sending(portions: (string | null)[]) {
  let asked = 0;
  const source = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const portion = portions[asked++];
        if (portion === undefined) controller.close();
        else if (portion === null) controller.error(new Error("aborted"));
        else controller.enqueue(new TextEncoder().encode(portion));
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request("http://localhost/", { method: "POST", body: source, duplex: "half" });
  return { ...bodyUpTo(6, request), asked: () => asked };
}

async function read(body: ReadableStream<Uint8Array>): Promise<string | number> {
  try {
    return await new Response(body).text();
  } catch (error) {
    return (error as Response).status;
  }
}

test("a body within its cap arrives whole", async () => {
  expect(await read(sending(["abc", "def"]).body)).toBe("abcdef");
  expect(await read(sending([]).body)).toBe("");
  expect(await read(bodyUpTo(6, new Request("http://localhost/", { method: "POST" })).body)).toBe("");
});

test("one byte more breaks it off, and so does a sender who goes away", async () => {
  expect(await read(sending(["abc", "defg"]).body)).toBe(413);
  expect(await read(sending(["abc", null]).body)).toBe(400);
});

test("nothing is asked for before it is read, and what is left can be discarded to the end", async () => {
  const { body, discardRest, asked } = sending(["abc", "def", "ghi", "jkl"]);
  expect(asked()).toBe(0);
  for await (const _ of body) break;
  expect(asked()).toBe(1);
  await discardRest();
  expect(asked()).toBe(5);
});

test("discarding a body that has broken off harms nobody", async () => {
  const { body, discardRest } = sending([null]);
  await read(body);
  await expect(discardRest()).resolves.toBeUndefined();
});
