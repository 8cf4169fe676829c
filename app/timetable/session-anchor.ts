/** Where a session stands in the list below. */
export const sessionAnchor = (number: number) => `session-${number}`;
