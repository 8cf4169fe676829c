import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * The call of a workshop as it stands, whom it invites, and each version of it that was published. The words of a
 * version are one text: they never change, and nothing is asked about them.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table call (
    workshop_id text primary key not null references workshop (id),
    is_part_a_asked integer not null check (is_part_a_asked in (0, 1)),
    nominees_max integer not null check (nominees_max between 1 and 999),
    nominee_closes_on text not null,
    closes_on text not null check (closes_on > nominee_closes_on),
    zone text not null,
    version integer not null default 0 check (version >= 0),
    changed_at text not null
  )${strict}`,
  // the rounds look for those that close soon
  "create index call_closing on call (closes_on)",
  `create table call_text (
    workshop_id text not null references call (workshop_id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    aim text not null default '',
    who text not null default '',
    requirements text not null default '',
    how text not null default '',
    primary key (workshop_id, locale)
  )${strict}`,
  // an institution, or all of a country
  `create table call_sender (
    id text primary key not null,
    workshop_id text not null references call (workshop_id),
    institution_id text references institution (id),
    country text,
    check ((institution_id is null) <> (country is null))
  )${strict}`,
  `create unique index call_sender_institution on call_sender (workshop_id, institution_id)
    where institution_id is not null`,
  "create unique index call_sender_country on call_sender (workshop_id, country) where country is not null",
  "create index call_sender_of on call_sender (institution_id)",
  "create index call_sender_from on call_sender (country)",
  `create table call_version (
    id text primary key not null,
    workshop_id text not null references call (workshop_id),
    number integer not null check (number >= 1),
    content text not null,
    reason text not null default '',
    published_at text not null,
    unique (workshop_id, number)
  )${strict}`,
];
