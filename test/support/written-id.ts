import type { writeMessage } from "#app/messages/compose/writing.commands.ts";

/** The id of a message that was to be written; fails where it was refused. */
export function writtenId(outcome: Awaited<ReturnType<typeof writeMessage>>) {
  if (outcome.status === "refused") throw new Error(`Nothing was written: ${outcome.because}.`);
  return outcome.id;
}
