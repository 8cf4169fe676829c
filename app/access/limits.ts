import type { Limit } from "./rate-limit.ts";

/** Attempts, per account, per address and overall. A success forgives the account's own. */
export const signInLimits = {
  account: { name: "signIn.account", most: 10, minutes: 15 },
  address: { name: "signIn.address", most: 60, minutes: 15 },
  everybody: { name: "signIn.everybody", most: 3000, minutes: 15 },
} satisfies Record<string, Limit>;

export const passwordMailLimits = {
  account: { name: "passwordMail.account", most: 3, minutes: 60 },
  address: { name: "passwordMail.address", most: 20, minutes: 60 },
} satisfies Record<string, Limit>;

export const linkLimit: Limit = { name: "oneTimeLink.address", most: 60, minutes: 15 };
