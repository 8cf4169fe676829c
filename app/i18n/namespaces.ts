/** A namespace per room, and one for the desk, which visitors never see. */
export const namespaces = [
  "common",
  "access",
  "institutions",
  "people",
  "programmes",
  "workshops",
  "desk",
  "enrolment",
  "import",
  "attendance",
  "certificates",
  "progress",
  "work",
  "mail",
  "gallery",
] as const;
export type Namespace = (typeof namespaces)[number];
