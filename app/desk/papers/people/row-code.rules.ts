/** Without those that look like digits, or like each other when written by hand. */
const letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

/**
 * What names a participant's row on every paper of a workshop, `007H`: the order of registration, which stays the same
 * whoever joins later, and a letter by which one misread digit, or two that were swapped, show.
 */
export const rowCode = (ticket: number): string =>
  `${String(ticket).padStart(3, "0")}${letters[ticket % letters.length]}`;
