import { inTransaction, outcomeOf, type Visit } from "#app/web/doors/door.ts";
import type { Writer } from "#db/database.ts";
import { noteAnswer } from "./given-answers.commands.ts";
import { findGivenAnswer, type Given } from "./given-answers.queries.ts";

type Once<Answer, Prepared> = {
  /** As `requestName` gives it; null where the request may be carried out as often as it comes. */
  name: string | null;
  /** Slow work, which has to be over before the transaction begins; it may refuse. */
  prepare: () => Promise<Prepared>;
  act: (trx: Writer, prepared: Prepared) => Promise<Answer>;
  /** The answer as it can be kept; null for one that cannot. */
  record: (answer: Answer) => Given | null | Promise<Given | null>;
  /** The answer that was kept. */
  repeat: (given: Given) => Answer;
};

/**
 * Runs an action as one transaction. The same request, sent again, is answered as before and changes nothing:
 * its transaction is undone as soon as its name turns out to be known. Where it is refused because it has been carried
 * out already, the name is known as well. What was refused is not kept: it may be tried again.
 */
export async function carryOutOnce<Answer, Prepared>(
  { at, context: { database } }: Pick<Visit, "at" | "context">,
  { name, prepare, act, record, repeat }: Once<Answer, Prepared>,
): Promise<Answer> {
  const attempt = (work: typeof act) =>
    outcomeOf(async () => {
      const prepared = await prepare();
      return inTransaction(database, (trx) => work(trx, prepared));
    });
  if (name === null) return (await attempt(act)).answer;

  const earlier = async () => {
    const given = await findGivenAnswer(database.read, name);
    return given && repeat(given);
  };
  const noted: typeof act = async (trx, prepared) => {
    const answer = await act(trx, prepared);
    const given = await record(answer);
    if (given && !(await noteAnswer(trx, { name, ...given, givenAt: at }))) throw new Repeated();
    return answer;
  };
  try {
    const { answer, isRefused } = await attempt(noted);
    return (isRefused ? await earlier() : null) ?? answer;
  } catch (error) {
    const answer = isAnswered(error) ? await earlier() : null;
    if (answer === null) throw error;
    return answer;
  }
}

class Repeated extends Error {
  constructor() {
    super("a request came again, and its first answer is gone");
  }
}

/** What the first request has removed, its repetition does not find. */
const isAnswered = (error: unknown) => error instanceof Repeated || (error instanceof Response && error.status === 404);
