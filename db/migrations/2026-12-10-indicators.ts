import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * By what a programme is measured. Values are whole hundredths of the indicator's unit. What was agreed is kept as it
 * was each time it changed, with the reason.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  `create table indicator (
    id text primary key not null,
    programme_id text not null references programme (id),
    code text not null,
    level text not null check (level in ('goal', 'purpose', 'output')),
    measure text not null check (measure in ('typed', 'workshops', 'people', 'certificates', 'attendance',
      'personHours', 'womenShare')),
    baseline integer not null,
    version integer not null check (version >= 1),
    created_at text not null,
    archived_at text,
    unique (programme_id, code)
  )${strict}`,
  `create table indicator_text (
    indicator_id text not null references indicator (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    name text not null,
    definition text not null,
    unit text not null,
    verification text not null,
    primary key (indicator_id, locale)
  )${strict}`,
  `create table indicator_target (
    indicator_id text not null references indicator (id),
    due_on text not null,
    value integer not null,
    primary key (indicator_id, due_on)
  )${strict}`,
  `create table indicator_value (
    indicator_id text not null references indicator (id),
    measured_on text not null,
    value integer not null,
    note text not null default '',
    primary key (indicator_id, measured_on)
  )${strict}`,
  `create table indicator_version (
    indicator_id text not null references indicator (id),
    version integer not null check (version >= 1),
    agreed text not null,
    reason text not null default '',
    saved_at text not null,
    primary key (indicator_id, version)
  )${strict}`,
];
