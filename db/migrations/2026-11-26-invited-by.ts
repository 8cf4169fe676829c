/** Who invited somebody last: their letter names them. Of those invited before it is not known. */
export const statements = (): string[] => [`alter table account add column invited_by text references account (id)`];
