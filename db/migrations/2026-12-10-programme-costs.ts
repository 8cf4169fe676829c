import type { Ddl, Step } from "#db/dialect/dialect.ts";

/**
 * What a programme costs, and who pays: units of something by a tariff that changes with the days. Amounts are whole
 * numbers of their currency's smallest part, units are hundredths, exchange rates millionths of the programme's
 * currency.
 */
export const statements = ({ strict }: Ddl): Step[] => [
  "alter table programme add column currency text not null default 'MXN' check (currency in ('MXN', 'JPY', 'USD', 'EUR'))",
  `create table programme_tariff (
    id text primary key not null,
    programme_id text not null references programme (id),
    unit text not null check (unit in ('hour', 'day', 'night', 'person', 'trip', 'piece', 'lump')),
    currency text not null check (currency in ('MXN', 'JPY', 'USD', 'EUR')),
    created_at text not null
  )${strict}`,
  "create index programme_tariff_programme on programme_tariff (programme_id)",
  `create table programme_tariff_text (
    tariff_id text not null references programme_tariff (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    name text not null,
    primary key (tariff_id, locale)
  )${strict}`,
  `create table programme_tariff_rate (
    tariff_id text not null references programme_tariff (id),
    valid_from text not null,
    amount integer not null check (amount >= 0),
    primary key (tariff_id, valid_from)
  )${strict}`,
  `create table programme_exchange_rate (
    programme_id text not null references programme (id),
    currency text not null check (currency in ('MXN', 'JPY', 'USD', 'EUR')),
    valid_from text not null,
    rate integer not null check (rate > 0),
    primary key (programme_id, currency, valid_from)
  )${strict}`,
  `create table cost_line (
    id text primary key not null,
    programme_id text not null references programme (id),
    tariff_id text not null references programme_tariff (id),
    payer_id text not null references institution (id),
    form text not null check (form in ('money', 'inKind')),
    units integer not null check (units > 0),
    used_on text not null,
    created_at text not null
  )${strict}`,
  "create index cost_line_programme on cost_line (programme_id, used_on)",
  "create index cost_line_tariff on cost_line (tariff_id)",
  "create index cost_line_payer on cost_line (payer_id)",
  `create table cost_line_text (
    cost_line_id text not null references cost_line (id),
    locale text not null check (locale in ('es', 'ja', 'en')),
    what text not null,
    primary key (cost_line_id, locale)
  )${strict}`,
];
