/**
 * Moves the clock of a process by `CLOCK_SHIFT_MS`, and changes nothing else: time goes on. Tests plan workshops on
 * days that are written out, and these must not pass.
 */
const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0);
const trueNow = Date.now;
// files of tests share their process
const mark = Symbol.for("puente.shiftedClock");

if (shift !== 0 && !(mark in globalThis)) {
  Date.now = () => trueNow() + shift;
  const shifted = new Proxy(Date, {
    construct: (date, values, newTarget) =>
      Reflect.construct(date, values.length > 0 ? values : [Date.now()], newTarget),
  });
  Object.assign(globalThis, { Date: shifted, [mark]: true });
}

export {};
