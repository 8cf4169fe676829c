import fc from "fast-check";

const asked = process.env.SEED;

/** What is tried by chance is the same in each run, so that only a change makes a test fail. */
if (asked !== "random") fc.configureGlobal({ seed: Number(asked ?? 2017) });
