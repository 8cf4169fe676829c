import type { FinishedAnswer } from "#app/web/context.ts";

/** At most so much: what was asked for longest ago goes first. */
export type Bounds = { mostAnswers: number; mostBytes: number };

/** Answers of one moment. Of another moment there are none, and those of the moment before are forgotten. */
export class AnswerMemory {
  readonly #bounds: Bounds;
  #moment = "";
  #bytes = 0;
  /** In the order in which they were asked for. */
  readonly #answers = new Map<string, FinishedAnswer>();

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  find(moment: string, name: string): FinishedAnswer | null {
    if (moment !== this.#moment) this.#begin(moment);
    const answer = this.#answers.get(name);
    if (!answer) return null;
    this.#answers.delete(name);
    this.#answers.set(name, answer);
    return answer;
  }

  /** An answer of a moment that has passed meanwhile is not kept. */
  keep(moment: string, name: string, answer: FinishedAnswer): void {
    if (moment !== this.#moment) return;
    this.#forget(name);
    this.#answers.set(name, answer);
    this.#bytes += bytesOf(name, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#bounds.mostAnswers && this.#bytes <= this.#bounds.mostBytes) return;
      this.#forget(oldest);
    }
  }

  #begin(moment: string): void {
    this.#moment = moment;
    this.#bytes = 0;
    this.#answers.clear();
  }

  #forget(name: string): void {
    const answer = this.#answers.get(name);
    if (!answer) return;
    this.#answers.delete(name);
    this.#bytes -= bytesOf(name, answer);
  }
}

/** About what it takes in memory: two bytes a letter, and some hundreds for the rest. */
const bytesOf = (name: string, { headers, body }: FinishedAnswer) =>
  body.byteLength + 2 * (name.length + headers.flat().join("").length) + 300;
