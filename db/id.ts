declare const table: unique symbol;

/** A row's id says of which table it is: another table's does not compile in its place. In running code it is text. */
export type Id<Table extends string = string> = string & { readonly [table]: Table };

/**
 * An id out of text that comes from outside, such as a form's hidden field or an address.
 * It names a row or none: whether there is one, and whether somebody may see it, a query tells.
 */
export const asId = <Table extends string>(text: string) => text as Id<Table>;
