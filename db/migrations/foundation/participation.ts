/** Of the foundation: enrolment and attendance. One row a person and workshop; its ticket is its place in the order of requests. */
export const participation = ({ strict }: { strict: string }): string[] => [
  `create table enrolment (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    person_id text not null references person (id),
    state text not null check (state in
      ('nominated', 'applied', 'selected', 'reserve', 'declined', 'confirmed', 'completed', 'notCompleted', 'withdrawn')),
    ticket integer not null,
    requested_at text not null,
    changed_at text not null,
    unique (workshop_id, person_id),
    unique (workshop_id, ticket)
  )${strict}`,
  `create index enrolment_queue on enrolment (workshop_id, state, ticket)`,
  `create index enrolment_person on enrolment (person_id, state)`,
  `create table enrolment_event (
    id text primary key not null,
    enrolment_id text not null references enrolment (id),
    from_state text,
    to_state text not null,
    at text not null,
    by_account_id text references account (id)
  )${strict}`,
  `create index enrolment_event_enrolment on enrolment_event (enrolment_id, at)`,

  // ── attendance: a correction keeps the former mark
  `create table mark (
    session_id text not null references session (id),
    enrolment_id text not null references enrolment (id),
    status text not null check (status in ('present', 'late', 'excused', 'absent')),
    late_minutes integer,
    recorded_how text not null check (recorded_how in ('sheet', 'qr', 'offline', 'paper')),
    recorded_at text not null,
    recorded_by text references account (id),
    primary key (session_id, enrolment_id)
  )${strict}`,
  `create index mark_enrolment on mark (enrolment_id)`,
  `create table mark_correction (
    id text primary key not null,
    session_id text not null references session (id),
    enrolment_id text not null references enrolment (id),
    former_status text not null,
    former_recorded_at text not null,
    former_recorded_by text,
    corrected_at text not null,
    corrected_by text references account (id),
    reason text not null default ''
  )${strict}`,
  `create index mark_correction_mark on mark_correction (session_id, enrolment_id)`,
];
