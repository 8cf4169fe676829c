/** A namespace per room; `mail` never reaches a browser. */
export const namespaces = [
  "common",
  "access",
  "institutions",
  "people",
  "programmes",
  "workshops",
  "enrolment",
  "attendance",
  "certificates",
  "progress",
  "mail",
] as const;
export type Namespace = (typeof namespaces)[number];
