/** Characters at least, UTF-16 units at most. */
export const passwordLength = { min: 15, max: 128 };
