const locales = ["es", "ja", "en"];

/** A signatory's post in one language is a row. One without a post in some language has no row for it. */
export const statements = ({ strict }: { strict: string }): string[] => [
  `create table programme_signatory_text (
    programme_id text not null,
    position integer not null,
    locale text not null check (locale in ('es', 'ja', 'en')),
    post text not null,
    primary key (programme_id, position, locale),
    foreign key (programme_id, position) references programme_signatory (programme_id, position)
  )${strict}`,
  ...locales.map(
    (locale) => `insert into programme_signatory_text (programme_id, position, locale, post)
      select programme_id, position, '${locale}', post_${locale} from programme_signatory where post_${locale} <> ''`,
  ),
  ...locales.map((locale) => `alter table programme_signatory drop column post_${locale}`),
];
