/** More would wait for longer than anybody looks at an empty page. */
const mostWaiting = 20;

export type Turns = {
  /** @throws 503 where too many wait already */
  refuseWhereFull: () => void;
  /** Whoever has left by the time of their turn gives it to the next. */
  inTurn: <Result>(work: () => Promise<Result>, leaving?: AbortSignal) => Promise<Result>;
};

/** Of what takes a processor or much memory, so many are done at once. Others wait in the order in which they came. */
export function turns(atOnce: number): Turns {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  return {
    refuseWhereFull() {
      if (waiting.length >= mostWaiting) throw tooMany();
    },
    async inTurn(work, leaving) {
      if (underWay < atOnce) underWay += 1;
      else await new Promise<void>((begin) => waiting.push(begin));
      try {
        if (leaving?.aborted) throw tooMany();
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else underWay -= 1;
      }
    },
  };
}

const tooMany = () => new Response(null, { status: 503, headers: { "Retry-After": "5" } });
