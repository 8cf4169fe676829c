/** A person's own messages are found by an index: for the page of somebody's own data, and before an account goes. */
export const statements = (): string[] => ["create index mail_person on mail (person_id, composed_at)"];
