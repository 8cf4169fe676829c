import { certificates } from "./foundation/certificates.ts";
import { operations } from "./foundation/operations.ts";
import { participation } from "./foundation/participation.ts";
import { people } from "./foundation/people.ts";
import { programmes } from "./foundation/programmes.ts";
import { workshops } from "./foundation/workshops.ts";

/** Institutions, people, programmes, workshops, enrolment, attendance, certificates, accounts, outbox, audit. */
export const statements = (ddl: { strict: string; bytes: string }): string[] => [
  ...people(ddl),
  ...programmes(ddl),
  ...workshops(ddl),
  ...participation(ddl),
  ...certificates(ddl),
  ...operations(ddl),
];
