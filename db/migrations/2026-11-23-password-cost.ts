/** A password's hash carries its cost: until now all of them had this one. */
export const statements = (): string[] => [
  `update account set password_hash = 'scrypt$17$' || substr(password_hash, 8)
    where password_hash like 'scrypt$%' and password_hash not like 'scrypt$1_$%'`,
];
