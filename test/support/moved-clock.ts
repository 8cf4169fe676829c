/**
 * Lets the parent of a process move its clock while it runs: `{ clockShiftMs }` is answered once it holds. Between two
 * moves time goes on.
 */
let shift = 0;
const trueNow = Date.now;

Date.now = () => trueNow() + shift;
globalThis.Date = new Proxy(Date, {
  construct: (date, values, newTarget) => Reflect.construct(date, values.length > 0 ? values : [Date.now()], newTarget),
});

process.on("message", ({ clockShiftMs }: { clockShiftMs?: number }) => {
  if (clockShiftMs === undefined) return;
  shift = clockShiftMs;
  process.send?.({ movedByMs: shift });
});

// whoever has started it is gone
process.on("disconnect", () => process.exit());

export {};
