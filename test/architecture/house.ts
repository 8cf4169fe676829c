/** Layers, from the ground up: each looks only down. `ui` and what lies below it know nothing of the database. */
export const layers = [
  "time",
  "settings",
  "threads",
  "i18n",
  "ui",
  "documents",
  "tables",
  "files",
  "access",
  "audit",
  "limits",
  "outbox",
  "mail",
  "sessions",
  "web",
  "shell",
  "sign-in",
] as const;

/** Each may use those before it, never those after it: what has to go forwards travels as an event. */
export const rooms = [
  "institutions",
  "people",
  "programmes",
  "venues",
  "workshops",
  "accounts",
  "timetable",
  "faculty",
  "nominations",
  "enrolment",
  "dossier",
  "clashes",
  "imports",
  "attendance",
  "materials",
  "messages",
  "certificates",
  "doubles",
  "statistics",
] as const;

/** They compose rooms, and nobody imports them. */
export const faces = ["catalogue", "search", "desk", "privacy", "progress", "admin", "demo"] as const;

/** It runs everything: it knows the layers, the demo, and by `reactions.ts` what follows from events. */
export const process = "operations";

/** The folder of a file of ours, such as `enrolment`; empty for those at the top, and for what is not ours. */
export const folderOf = (path: string): string => /^app\/([^/]+)\//.exec(path)?.[1] ?? "";
