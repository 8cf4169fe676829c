/**
 * The catalogue counts by the last day and sorts by the first: both come from an index, without a look at the rows.
 * A person's own data ask for the corrections of an enrolment.
 */
export const statements = (): string[] => [
  "drop index workshop_start",
  "create index workshop_start on workshop (starts_on, code)",
  "create index workshop_end on workshop (ends_on, state)",
  "create index mark_correction_enrolment on mark_correction (enrolment_id)",
];
