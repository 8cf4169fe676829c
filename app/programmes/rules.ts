export const partyRoles = ["funder", "host", "sender", "implementer"] as const;
export type PartyRole = (typeof partyRoles)[number];

/** More than any programme has; it bounds what a form may send. */
export const maxParties = 20;
/** A certificate has room for two. */
export const maxSignatories = 2;

/** How many rows for parties a form offers: six, and a free one more once they are taken. */
export const partyRows = (stored: number) => Math.min(maxParties, Math.max(6, stored + (stored < 6 ? 0 : 1)));

/** From one, as people count: the rows of a form. */
export const numbersTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
