/** Of the foundation: settings, institutions, people, their accounts. */
export const people = ({ strict }: { strict: string }): string[] => [
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
];
