/** A namespace per room, and one for the desk, which visitors never see. */
export const namespaces = [
  "common",
  "access",
  "institutions",
  "people",
  "programmes",
  "workshops",
  "desk",
  "papers",
  "enrolment",
  "import",
  "attendance",
  "messages",
  "certificates",
  "progress",
  "work",
  "search",
  "mail",
  "gallery",
  "tables",
] as const;
export type Namespace = (typeof namespaces)[number];
