/**
 * Of the foundation: workshops, sessions, and roles, which may be for one workshop.
 * The enrolment room keeps seats_taken and reserve_count, under the row's lock.
 */
export const workshops = ({ strict }: { strict: string }): string[] => [
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
];
