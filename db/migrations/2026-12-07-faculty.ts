import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * Who teaches: a list of instructors, interpreters and those who accompany a group, when they are not available, in
 * which sessions they are, what they were asked and have answered; and the secret calendars that people subscribe to.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table faculty (
    id text primary key not null,
    person_id text not null references person (id),
    is_instructor integer not null check (is_instructor in (0, 1)),
    is_interpreter integer not null check (is_interpreter in (0, 1)),
    is_companion integer not null check (is_companion in (0, 1)),
    note text not null default '',
    created_at text not null,
    archived_at text
  )${strict}`,
  "create index faculty_person on faculty (person_id)",
  `create table faculty_language (
    faculty_id text not null references faculty (id),
    language text not null check (language in ('es', 'ja', 'en')),
    primary key (faculty_id, language)
  )${strict}`,
  `create table faculty_absence (
    id text primary key not null,
    faculty_id text not null references faculty (id),
    starts_on text not null,
    ends_on text not null check (ends_on >= starts_on),
    note text not null default ''
  )${strict}`,
  "create index faculty_absence_faculty on faculty_absence (faculty_id, ends_on)",

  // a session that is removed takes along who would have been in it
  `create table session_staff (
    session_id text not null references session (id) on delete cascade,
    faculty_id text not null references faculty (id),
    role text not null check (role in ('instructor', 'interpreter', 'companion')),
    position integer not null check (position >= 1),
    state text not null check (state in ('proposed', 'asked', 'accepted', 'declined')),
    primary key (session_id, faculty_id)
  )${strict}`,
  "create index session_staff_faculty on session_staff (faculty_id)",

  // one for each person and workshop: it is asked again where sessions are added
  `create table teaching_request (
    id text primary key not null,
    workshop_id text not null references workshop (id) on delete cascade,
    faculty_id text not null references faculty (id),
    asked_at text not null,
    asked_by text references account (id),
    reminded_at text,
    reminders integer not null default 0,
    answered_at text,
    reason text not null default '',
    told text not null default '[]',
    told_at text not null,
    grant_id text references role_grant (id) on delete set null,
    granted_at text,
    closed_at text,
    unique (workshop_id, faculty_id)
  )${strict}`,
  "create index teaching_request_faculty on teaching_request (faculty_id)",
  "create index teaching_request_grant on teaching_request (grant_id)",
  "create index teaching_request_asked_by on teaching_request (asked_by)",
  `create table teaching_link (
    token_hash text primary key not null,
    request_id text not null references teaching_request (id) on delete cascade,
    created_at text not null
  )${strict}`,
  "create index teaching_link_request on teaching_link (request_id)",

  `create table calendar_feed (
    id text primary key not null,
    person_id text not null references person (id),
    token_hash text not null unique,
    created_at text not null,
    revoked_at text
  )${strict}`,
  "create index calendar_feed_person on calendar_feed (person_id)",
];
