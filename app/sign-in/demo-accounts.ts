import type { Role } from "#app/access/permissions.ts";

/** Known to everybody: demo mode listens on the loopback address only. */
export const demoPassword = "puente-demo";

type DemoAccount = { local: string; role: Role; country?: "MX" | "JP" };

/** The part of each address before `@demo.example`, those that visitors want first at the top. */
const accounts: DemoAccount[] = [
  { local: "coordinator", role: "coordinator" },
  { local: "official-mx", role: "official", country: "MX" },
  { local: "official-jp", role: "official", country: "JP" },
  { local: "manager", role: "manager" },
  { local: "instructor", role: "instructor" },
  { local: "focal-mx", role: "focalPoint", country: "MX" },
  { local: "focal-jp", role: "focalPoint", country: "JP" },
  { local: "admin", role: "administrator" },
];

export const demoAccounts = accounts.map(({ local, ...account }) => ({ email: `${local}@demo.example`, ...account }));
