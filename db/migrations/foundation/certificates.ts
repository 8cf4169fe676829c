/** Of the foundation: certificates. Data is frozen at issue; a replacement names what it replaces. */
export const certificates = ({ strict, bytes }: { strict: string; bytes: string }): string[] => [
  `create table certificate_counter (
    workshop_id text primary key not null references workshop (id),
    last_number integer not null
  )${strict}`,
  `create table certificate (
    id text primary key not null,
    number text not null unique,
    workshop_id text not null references workshop (id),
    enrolment_id text not null references enrolment (id),
    person_id text not null references person (id),
    status text not null check (status in ('valid', 'replaced', 'revoked')),
    status_at text not null,
    status_reason text,
    replaces_id text references certificate (id),
    issued_at text not null,
    issued_by text references account (id),
    data text not null,
    data_sha256 text not null
  )${strict}`,
  `create unique index certificate_valid on certificate (enrolment_id) where status = 'valid'`,
  `create index certificate_workshop on certificate (workshop_id)`,
  `create index certificate_person on certificate (person_id)`,
  `create table certificate_document (
    certificate_id text primary key not null references certificate (id),
    pdf ${bytes} not null,
    pdf_sha256 text not null,
    made_at text not null
  )${strict}`,
];
