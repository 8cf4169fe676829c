import type { Instant } from "#app/time/instant.ts";

/** `most` within `minutes`, for one address, account or workshop, or everybody together. */
export type Limit = {
  name: string;
  per: "address" | "account" | "workshop" | "everybody";
  most: number;
  minutes: number;
  /**
   * Many count against it at once, in rows of their own, and nobody waits for another. As many as do so at the very
   * moment at which it is reached may get through.
   */
  isBusy?: boolean;
};
export type Attempt = { limit: Limit; subject: string };

/** One attempt against each of some limits. */
export const attemptsOf = (
  limits: Record<string, Limit>,
  who: { address?: string; account?: string; workshop?: string },
): Attempt[] =>
  Object.values(limits).map((limit) => ({ limit, subject: limit.per === "everybody" ? "" : (who[limit.per] ?? "") }));

/** Whole minutes, at least one: what a refusal tells people. */
export const minutesToWait = (at: Instant, until: Instant) =>
  Math.max(1, Math.ceil((Date.parse(until) - Date.parse(at)) / 60_000));

const limit = <Per extends Limit["per"]>(action: string, per: Per, most: number, minutes: number) => ({
  name: `${action}.${per}`,
  per,
  most,
  minutes,
});

/** A success forgives the account's own, and does not count against its address. */
export const signInLimits = {
  address: limit("signIn", "address", 60, 15),
  account: limit("signIn", "account", 10, 15),
  everybody: limit("signIn", "everybody", 3000, 15),
};

export const passwordMailLimits = {
  address: limit("passwordMail", "address", 20, 60),
  account: limit("passwordMail", "account", 3, 60),
  everybody: limit("passwordMail", "everybody", 600, 60),
};

/** Choosing a password by a link, which hashes it. */
export const linkLimits = {
  address: limit("oneTimeLink", "address", 60, 15),
  everybody: limit("oneTimeLink", "everybody", 1500, 15),
};

/** Enrolling and withdrawing, each of which sends a message. An institution's officials may share one address. */
export const applicationLimits = {
  address: { ...limit("application", "address", 6_000, 60), isBusy: true },
  account: limit("application", "account", 30, 60),
  everybody: { ...limit("application", "everybody", 60_000, 60), isBusy: true },
};

/** Certificate numbers that were never issued. */
export const verificationLimits = {
  address: limit("verification", "address", 60, 15),
  everybody: limit("verification", "everybody", 1500, 15),
};

/** Files: a day of somebody who brings the material of a whole course. Offices share one address. */
export const uploadLimits = {
  address: limit("upload", "address", 2_000, 24 * 60),
  account: limit("upload", "account", 200, 24 * 60),
  everybody: limit("upload", "everybody", 10_000, 24 * 60),
};

/** Messages to a workshop's people in a day, and those that their writers send to themselves or send once more. */
export const messageLimits = {
  workshop: limit("message", "workshop", 20, 24 * 60),
  account: limit("messageTrial", "account", 40, 60),
  again: limit("messageAgain", "account", 60, 60),
};

/** No window is longer. */
export const longestMinutes = Math.max(
  ...[
    signInLimits,
    passwordMailLimits,
    linkLimits,
    applicationLimits,
    verificationLimits,
    uploadLimits,
    messageLimits,
  ].flatMap((limits) => Object.values(limits).map(({ minutes }) => minutes)),
);
