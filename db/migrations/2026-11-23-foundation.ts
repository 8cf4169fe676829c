/** Institutions, people, programmes, workshops, enrolment, attendance, certificates, accounts, outbox, audit. */
export const statements = ({ strict, bytes }: { strict: string; bytes: string }): string[] => [
  `create table setting (name text primary key not null, value text not null)${strict}`,

  // ── institutions: their names carry dates, so that a document of 2017 keeps the name of 2017
  `create table institution (
    id text primary key not null,
    code text not null unique,
    country text not null check (length(country) = 2),
    created_at text not null
  )${strict}`,
  `create table institution_name (
    institution_id text not null references institution (id),
    valid_from text not null,
    locale text not null check (locale in ('es', 'ja', 'en')),
    name text not null,
    acronym text,
    primary key (institution_id, valid_from, locale)
  )${strict}`,

  // ── people and their accounts
  `create table person (
    id text primary key not null,
    family_name text not null,
    given_name text not null,
    second_surname text,
    native_name text,
    kana text,
    latin_name text,
    certificate_name text,
    certificate_second_name text,
    name_confirmed_at text,
    institution_id text references institution (id),
    post text,
    country text not null check (length(country) = 2),
    locale text not null check (locale in ('es', 'ja', 'en')),
    zone text not null,
    created_at text not null
  )${strict}`,
  `create index person_institution on person (institution_id)`,
  `create table account (
    id text primary key not null,
    person_id text not null unique references person (id),
    email text not null unique,
    password_hash text,
    password_changed_at text,
    disabled_at text,
    created_at text not null
  )${strict}`,
  `create table account_session (
    id text primary key not null,
    token_hash text not null unique,
    account_id text not null references account (id),
    created_at text not null,
    seen_at text not null,
    expires_at text not null,
    device text
  )${strict}`,
  `create index account_session_account on account_session (account_id)`,
  `create table one_time_link (
    token_hash text primary key not null,
    purpose text not null check (purpose in ('password', 'invitation', 'firstAdministrator')),
    account_id text references account (id),
    created_at text not null,
    expires_at text not null,
    used_at text
  )${strict}`,
  `create index one_time_link_account on one_time_link (account_id)`,
  `create table rate_limit (
    name text primary key not null,
    window_ends_at text not null,
    hits integer not null
  )${strict}`,

  // ── programmes
  `create table programme (
    id text primary key not null,
    code text not null unique,
    starts_on text not null,
    ends_on text not null,
    created_at text not null
  )${strict}`,
  `create table programme_text (
    programme_id text not null references programme (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    title text not null,
    summary text not null default '',
    primary key (programme_id, locale)
  )${strict}`,
  `create table programme_party (
    programme_id text not null references programme (id),
    institution_id text not null references institution (id),
    role text not null check (role in ('funder', 'host', 'sender', 'implementer')),
    position integer not null,
    primary key (programme_id, institution_id, role)
  )${strict}`,
  `create table programme_signatory (
    programme_id text not null references programme (id),
    position integer not null,
    name text not null,
    post_es text not null,
    post_ja text not null,
    post_en text not null,
    primary key (programme_id, position)
  )${strict}`,
  `create table theme (id text primary key not null, code text not null unique, position integer not null)${strict}`,
  `create table theme_text (
    theme_id text not null references theme (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    name text not null,
    primary key (theme_id, locale)
  )${strict}`,

  // ── workshops: seats_taken and reserve_count are kept by the enrolment room under the row's lock
  `create table workshop (
    id text primary key not null,
    programme_id text not null references programme (id),
    code text not null unique,
    host_institution_id text not null references institution (id),
    mode text not null check (mode in ('onSite', 'online', 'hybrid')),
    zone text not null,
    country text not null check (length(country) = 2),
    starts_on text not null,
    ends_on text not null check (ends_on >= starts_on),
    capacity integer not null check (capacity between 1 and 10000),
    seats_taken integer not null default 0 check (seats_taken between 0 and capacity),
    reserve_count integer not null default 0 check (reserve_count >= 0),
    last_ticket integer not null default 0,
    minimum_attendance integer not null check (minimum_attendance between 0 and 100),
    admission text not null default 'open' check (admission in ('open', 'selection')),
    working_languages text not null,
    state text not null check (state in ('draft', 'published', 'open', 'closed', 'running', 'completed', 'cancelled')),
    search_text text not null default '',
    created_at text not null,
    changed_at text not null
  )${strict}`,
  `create index workshop_state on workshop (state, starts_on)`,
  `create index workshop_start on workshop (starts_on)`,
  `create index workshop_programme on workshop (programme_id, starts_on)`,
  `create table workshop_text (
    workshop_id text not null references workshop (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    title text not null default '',
    summary text not null default '',
    venue text not null default '',
    requirements text not null default '',
    primary key (workshop_id, locale)
  )${strict}`,
  `create table workshop_theme (
    workshop_id text not null references workshop (id),
    theme_id text not null references theme (id),
    primary key (workshop_id, theme_id)
  )${strict}`,
  `create index workshop_theme_theme on workshop_theme (theme_id)`,
  `create table session (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    number integer not null check (number >= 1),
    kind text not null check (kind in ('lecture', 'practice', 'siteVisit', 'discussion', 'orientation', 'ceremony')),
    starts_local text not null,
    ends_local text not null,
    zone text not null,
    starts_at text not null,
    ends_at text not null check (ends_at > starts_at),
    room text not null default '',
    is_counted integer not null default 1 check (is_counted in (0, 1)),
    unique (workshop_id, number)
  )${strict}`,
  `create index session_start on session (workshop_id, starts_at)`,
  `create table session_text (
    session_id text not null references session (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    title text not null default '',
    primary key (session_id, locale)
  )${strict}`,

  // ── who may do what, where; a grant without a place holds everywhere
  `create table role_grant (
    id text primary key not null,
    account_id text not null references account (id),
    role text not null check (role in ('administrator', 'coordinator', 'manager', 'instructor', 'focalPoint', 'official')),
    programme_id text references programme (id),
    workshop_id text references workshop (id),
    institution_id text references institution (id),
    granted_at text not null,
    granted_by text references account (id),
    check (role <> 'coordinator' or programme_id is not null),
    check (role <> 'instructor' or workshop_id is not null),
    check (role <> 'focalPoint' or institution_id is not null)
  )${strict}`,
  `create unique index role_grant_once on role_grant
    (account_id, role, coalesce(programme_id, ''), coalesce(workshop_id, ''), coalesce(institution_id, ''))`,

  // ── enrolment: one row a person and workshop, its ticket is its place in the order of requests
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

  // ── certificates: data is frozen at issue; a replacement names what it replaces; signatures get a table of their own
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

  // ── what happens later, and the mail that came of it
  `create table outbox (
    id text primary key not null,
    kind text not null,
    payload text not null,
    workshop_id text references workshop (id),
    person_id text references person (id),
    created_at text not null,
    due_at text not null,
    attempts integer not null default 0,
    claimed_until text,
    done_at text,
    failed_at text,
    last_error text
  )${strict}`,
  `create index outbox_due on outbox (due_at) where done_at is null and failed_at is null`,
  `create index outbox_failed on outbox (workshop_id, failed_at) where failed_at is not null`,
  `create table mail (
    id text primary key not null references outbox (id),
    kind text not null,
    workshop_id text references workshop (id),
    person_id text references person (id),
    to_address text not null,
    locale text not null check (locale in ('es', 'ja', 'en')),
    subject text not null,
    body_text text,
    body_html text,
    composed_at text not null,
    sent_at text
  )${strict}`,
  `create index mail_workshop on mail (workshop_id, composed_at)`,
  `create index mail_composed on mail (composed_at)`,

  // ── append-only, each entry chained to the one before
  `create table audit_head (id integer primary key not null check (id = 1), seq integer not null, hash text not null)${strict}`,
  `insert into audit_head (id, seq, hash) values (1, 0, '')`,
  `create table audit (
    seq integer primary key not null,
    at text not null,
    account_id text,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    details text not null,
    previous_hash text not null,
    hash text not null
  )${strict}`,
  `create index audit_subject on audit (subject_kind, subject_id, seq)`,
];
