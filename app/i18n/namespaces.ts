/** A namespace per room; `mail` never reaches a browser. */
export const namespaces = [
  "common",
  "access",
  "people",
  "workshops",
  "enrolment",
  "attendance",
  "certificates",
  "progress",
  "mail",
] as const;
export type Namespace = (typeof namespaces)[number];
