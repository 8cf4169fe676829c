/** The demo does what anybody may: none of it is refused. */
export function accepted(outcome: { status: string; because?: string | null }): void {
  if (outcome.status === "refused") throw new Error(`The demo is refused: ${outcome.because}.`);
}
