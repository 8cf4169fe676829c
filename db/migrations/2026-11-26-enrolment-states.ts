import type { Ddl, Step } from "#db/dialect/dialect.ts";

/** The others were planned and never stored: before somebody is enrolled, there is a nomination or an application. */
export const statements = ({ allowOnly }: Ddl): Step[] => [
  allowOnly("enrolment", "state", ["reserve", "confirmed", "completed", "notCompleted", "withdrawn"]),
];
