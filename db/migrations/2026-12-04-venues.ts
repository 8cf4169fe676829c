import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * Venues with their rooms and hours, modules of a workshop, and what a session has of its own: its venue and room, its
 * module, its language, how it is interpreted, where one joins it, and what a visit needs.
 */
export const statements = ({ strict, allowOnly }: Ddl): Step[] => [
  `create table venue (
    id text primary key not null,
    country text not null,
    zone text not null,
    institution_id text references institution (id),
    map_url text not null default '',
    created_at text not null,
    archived_at text
  )${strict}`,
  "create index venue_institution on venue (institution_id)",
  `create table venue_text (
    venue_id text not null references venue (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    name text not null default '',
    address text not null default '',
    primary key (venue_id, locale)
  )${strict}`,
  // the days of a week are those of ISO 8601: 1 is Monday
  `create table venue_hours (
    venue_id text not null references venue (id),
    weekday integer not null check (weekday between 1 and 7),
    opens_time text not null,
    closes_time text not null check (closes_time > opens_time),
    primary key (venue_id, weekday)
  )${strict}`,
  `create table room (
    id text primary key not null,
    venue_id text not null references venue (id),
    position integer not null,
    capacity integer check (capacity >= 1),
    archived_at text
  )${strict}`,
  "create index room_venue on room (venue_id, position)",
  `create table room_text (
    room_id text not null references room (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    name text not null default '',
    equipment text not null default '',
    primary key (room_id, locale)
  )${strict}`,

  `create table module (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    position integer not null check (position >= 1)
  )${strict}`,
  "create index module_workshop on module (workshop_id, position)",
  `create table module_text (
    module_id text not null references module (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    title text not null default '',
    objective text not null default '',
    indicator text not null default '',
    primary key (module_id, locale)
  )${strict}`,

  allowOnly("session", "kind", [
    ...["lecture", "practice", "siteVisit", "discussion", "orientation", "ceremony"],
    ...["briefing", "presentation", "evaluation", "test", "transfer", "free", "cultural", "selfStudy"],
  ]),
  "alter table workshop add column venue_id text references venue (id)",
  "create index workshop_venue on workshop (venue_id)",
  "alter table session add column venue_id text references venue (id)",
  "alter table session add column room_id text references room (id)",
  "alter table session add column module_id text references module (id)",
  "alter table session add column language text check (language in ('es', 'ja', 'en'))",
  `alter table session add column interpretation text not null default 'none'
    check (interpretation in ('none', 'simultaneous', 'consecutive'))`,
  "alter table session add column join_url text not null default ''",
  "create index session_venue on session (venue_id, starts_at)",
  "create index session_room on session (room_id, starts_at)",
  "create index session_module on session (module_id)",
  `create table session_visit (
    session_id text not null references session (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    host text not null default '',
    meeting_point text not null default '',
    forbidden text not null default '',
    vehicle text not null default '',
    fallback text not null default '',
    primary key (session_id, locale)
  )${strict}`,
  "alter table removed_session add column place text not null default '{}'",
];
