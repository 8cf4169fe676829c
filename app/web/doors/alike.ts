/** The mark of a page that strangers see alike. It is registered because build and server each load this file. */
export const alike = Symbol.for("puente.alike");

export const isAlike = (loader: unknown): boolean => (loader as { [alike]?: true } | undefined)?.[alike] === true;
