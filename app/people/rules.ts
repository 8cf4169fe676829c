import type { Role } from "#app/access/permissions.ts";
import type { Country } from "#app/institutions/rules.ts";

type Names = {
  familyName: string;
  givenName: string;
  secondSurname: string | null;
  nativeName: string | null;
  kana: string | null;
};

/** What a certificate could say, as each country writes names. Nothing of it holds before its holder has confirmed it. */
export function suggestCertificateNames({ familyName, givenName, secondSurname, nativeName, kana }: Names) {
  if (!nativeName) return { name: [givenName, familyName, secondSurname].filter(Boolean).join(" "), secondName: kana ?? "" };
  const isLatin = /^[\p{Script=Latin}\p{M}'’. -]+$/u.test(familyName + givenName);
  return { name: nativeName, secondName: isLatin ? `${familyName.toUpperCase()} ${givenName}` : "" };
}

export const placeKinds = ["programme", "workshop", "institution"] as const;
export type PlaceKind = (typeof placeKinds)[number];
type PlaceRule = { kind: PlaceKind; isNeeded: boolean };

/** The kind of place in which a role holds. Where it is not needed, or there is none, a role without a place holds everywhere. */
export const placeRules: Record<Role, PlaceRule | null> = {
  administrator: null,
  coordinator: { kind: "programme", isNeeded: true },
  manager: { kind: "programme", isNeeded: false },
  instructor: { kind: "workshop", isNeeded: true },
  focalPoint: { kind: "institution", isNeeded: true },
  official: null,
};

/** Somebody who can sign in must be left to give roles to others. `administrators`: the accounts of those who can. */
export const leavesNoAdministrator = (administrators: readonly string[], withoutAccountId: string) =>
  administrators.every((accountId) => accountId === withoutAccountId);

export type AccountState = "active" | "invited" | "disabled";

export function accountState({ disabledAt, hasPassword }: { disabledAt: string | null; hasPassword: boolean }): AccountState {
  if (disabledAt) return "disabled";
  return hasPassword ? "active" : "invited";
}

const zoneOf: Record<Country, string> = { MX: "America/Mexico_City", JP: "Asia/Tokyo" };

/** Where somebody most likely is, until they say so themselves. */
export const likelyZone = (country: Country) => zoneOf[country];
