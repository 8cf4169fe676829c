/**
 * When a workshop's first session begins and its last one ends: what may be done depends on it, and lists ask for it.
 * Null where there are no sessions. What follows from seats is now told by one event, whatever has freed them.
 */
export const statements = (): string[] => [
  "alter table workshop add column begins_at text",
  "alter table workshop add column ends_at text",
  `update workshop set
    begins_at = (select min(starts_at) from session where session.workshop_id = workshop.id),
    ends_at = (select max(ends_at) from session where session.workshop_id = workshop.id)`,
  "update outbox set event = 'workshop.seatsFreed' where event = 'workshop.seatsAdded'",
];
