/** A list such as `es,ja` has room for as many codes of two letters. */
const places = [1, 2, 3];

/** A workshop's languages are rows in their order. */
export const statements = ({ strict }: { strict: string }): string[] => [
  `create table workshop_language (
    workshop_id text not null references workshop (id),
    position integer not null,
    locale text not null check (locale in ('es', 'ja', 'en')),
    primary key (workshop_id, locale),
    unique (workshop_id, position)
  )${strict}`,
  ...places.map(
    (position) => `insert into workshop_language (workshop_id, position, locale)
      select id, ${position}, substr(working_languages, ${3 * position - 2}, 2) from workshop
      where length(working_languages) >= ${3 * position - 1}`,
  ),
  "alter table workshop drop column working_languages",
];
