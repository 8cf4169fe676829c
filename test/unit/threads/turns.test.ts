import { expect, test } from "vitest";
import { turns } from "#app/threads/turns.ts";

const statusOf = (done: Promise<unknown>) =>
  done.then(
    () => 200,
    ({ status }: Response) => status,
  );

/** Work that goes on until it is told to end. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
}

test("so many are done at once, and others in the order in which they came", async () => {
  const { inTurn } = turns(2);
  const begun: number[] = [];
  const all = [0, 1, 2, 3].map((number) => ({ number, ...held() }));
  const done = all.map(({ number, work }) =>
    inTurn(() => {
      begun.push(number);
      return work();
    }),
  );
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  all[1]?.end();
  await done[1];
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1, 2]);
  for (const { end } of all) end();
  await Promise.all(done);
  expect(begun).toEqual([0, 1, 2, 3]);
});

test("twenty wait, and others are refused until one has had its turn", async () => {
  const { refuseWhereFull, inTurn } = turns(1);
  const first = held();
  const done = [inTurn(first.work), ...Array.from({ length: 19 }, () => inTurn(async () => {}))];
  refuseWhereFull();
  done.push(inTurn(async () => {}));
  expect(refuseWhereFull).toThrow(expect.objectContaining({ status: 503 }));
  first.end();
  await Promise.all(done);
  refuseWhereFull();
});

test("what fails, and whoever has left, let the next begin", async () => {
  const { inTurn } = turns(1);
  const failed = inTurn(() => Promise.reject(new Error("no")));
  const left = statusOf(inTurn(() => Promise.reject(new Error("not begun")), AbortSignal.abort()));
  const next = inTurn(async () => "done");
  await expect(failed).rejects.toThrow("no");
  expect([await left, await next]).toEqual([503, "done"]);
});
