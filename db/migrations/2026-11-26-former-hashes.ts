/** Passwords that are hashed by scrypt: signing in asks whether there are any left. */
export const statements = (): string[] => [
  `create index credential_former_hash on credential (id) where secret like 'scrypt$%'`,
];
