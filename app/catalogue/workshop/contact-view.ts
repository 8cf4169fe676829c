import type { Workshop } from "#app/workshops/queries.ts";

/** Whom anybody may ask; what is not known of them is empty. */
export type ContactView = { name: string; email: string; phone: string };

/** Whom a workshop's page names for questions; null where it names nobody. */
export function contactView({ contactName, contactEmail, contactPhone }: Workshop): ContactView | null {
  if (!contactName && !contactEmail && !contactPhone) return null;
  return { name: contactName, email: contactEmail, phone: contactPhone };
}
