/** Of the foundation: programmes, their parties and themes. */
export const programmes = ({ strict }: { strict: string }): string[] => [
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
];
