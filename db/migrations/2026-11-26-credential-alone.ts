/** Passwords are read from `credential` alone. */
export const statements = (): string[] => [
  "alter table account drop column password_hash",
  "alter table account drop column password_changed_at",
];
