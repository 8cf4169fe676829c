import { sql } from "kysely";
import type { Database } from "#db/database.ts";
import { migrateTo, runSteps } from "#db/migrate.ts";

/** The last migration of the version of November 2026, which kept account of its migrations itself. */
const lastMigration = "2026-11-23-themes";

export const password = "cuatro palabras sin relación alguna";
export const passwordHash = "scrypt$10$WBgU6IsF5KL45FLTTriS9w$6NnmC0MhOr5M5q-kw1vBhIYsZXHWaV1qtexEmW3ec3Q";

const at = "2026-11-20T12:00:00.000Z" as const;
const later = "2026-11-21T12:00:00.000Z";
const until = "2099-01-01T00:00:00.000Z";
const firstHash = "b6lrtI34IPiPkcu1TutxUOJXK4Z1TVoHjzg9jQZEsGE";
const lastHash = "zHR1YUnL8d7iCcNrPcjSv4DQL7iNNfUYGp5uXpVAjqQ";

/** Rows of every table as that version stored them. Ana has changed her password, Taro never did, Haruka has none. */
const rows = [
  `insert into setting values ('demo', 'off')`,
  `insert into institution values ('sat', 'SAT', 'MX', '${at}'), ('customs', 'CUSTOMS', 'JP', '${at}')`,
  `insert into institution_name values ('sat', '2000-01-01', 'es', 'Administración Tributaria', 'SAT')`,
  `insert into person (id, family_name, given_name, native_name, institution_id, country, locale, zone, created_at)
    values ('ana', 'López', 'Ana', null, 'sat', 'MX', 'es', 'America/Mexico_City', '${at}'),
      ('taro', 'Yamada', 'Taro', '山田 太郎', 'customs', 'JP', 'ja', 'Asia/Tokyo', '${at}'),
      ('haruka', 'Takahashi', 'Haruka', '髙橋 遥', 'customs', 'JP', 'ja', 'Asia/Tokyo', '${at}')`,
  `insert into account values ('a-ana', 'ana', 'ana@sat.example', '${passwordHash}', '${later}', null, '${at}'),
    ('a-taro', 'taro', 'taro@customs.example', '${passwordHash}', null, '${later}', '${at}'),
    ('a-haruka', 'haruka', 'haruka@customs.example', null, null, null, '${at}')`,
  `insert into account_session values ('s1', 'hash-of-a-token', 'a-ana', '${at}', '${at}', '${until}', 'Firefox')`,
  `insert into one_time_link values ('hash-of-a-link', 'invitation', 'a-haruka', '${at}', '${until}', null)`,
  `insert into rate_limit values ('signIn.address:x', '${until}', 2)`,
  `insert into programme values ('p1', 'MJ-CUSTOMS', '2026-04-01', '2029-03-31', '${at}')`,
  `insert into programme_text values ('p1', 'es', 'Cooperación aduanera', ''), ('p1', 'ja', '税関協力', '')`,
  `insert into programme_party values ('p1', 'sat', 'host', 1), ('p1', 'customs', 'sender', 2)`,
  `insert into programme_signatory values ('p1', 1, 'Ana López', 'Directora', '局長', 'Director'),
    ('p1', 2, '村上 和也', '', '日本側代表', '')`,
  `insert into theme values ('t1', 'valuation', 6)`,
  `insert into theme_text values ('t1', 'es', 'Valoración')`,
  ...workshop("w1", "MJ-2026-01", "completed", "ja,es,en"),
  ...workshop("w2", "MJ-2026-02", "open", "en"),
  `insert into workshop_text (workshop_id, locale, title) values ('w1', 'es', 'Valoración'), ('w2', 'es', 'Origen')`,
  `insert into workshop_theme values ('w1', 't1')`,
  ...session("s-1", 1, 1),
  ...session("s-2", 2, 0),
  ...session("s-3", 1, 1, "w2"),
  `insert into role_grant values ('g1', 'a-ana', 'administrator', null, null, null, '${at}', null),
    ('g2', 'a-taro', 'instructor', null, 'w1', null, '${at}', 'a-ana')`,
  `insert into enrolment values ('e1', 'w1', 'taro', 'completed', 1, '${at}', '${later}'),
    ('e2', 'w1', 'haruka', 'notCompleted', 2, '${at}', '${later}'),
    ('e3', 'w2', 'taro', 'confirmed', 1, '${at}', '${at}'), ('e4', 'w2', 'haruka', 'reserve', 2, '${at}', '${at}'),
    ('e5', 'w2', 'ana', 'withdrawn', 3, '${at}', '${later}')`,
  `insert into enrolment_event values ('v1', 'e1', null, 'confirmed', '${at}', 'a-taro'),
    ('v2', 'e1', 'confirmed', 'completed', '${later}', 'a-ana'), ('v3', 'e5', null, 'confirmed', '${at}', 'a-ana')`,
  `insert into mark values ('s-1', 'e1', 'present', null, 'sheet', '${at}', 'a-ana'),
    ('s-1', 'e2', 'late', 20, 'qr', '${at}', null)`,
  `insert into mark_correction values ('c1', 's-1', 'e1', 'absent', '${at}', null, '${later}', 'a-ana', 'Llegó')`,
  `insert into certificate_counter values ('w1', 2)`,
  `insert into certificate values
    ('k1', 'MJ-2026-01-0001-OLD', 'w1', 'e1', 'taro', 'replaced', '${later}', 'x', null, '${at}', 'a-ana', '{}', 'x'),
    ('k2', 'MJ-2026-01-0002-NEW', 'w1', 'e1', 'taro', 'valid', '${later}', null, 'k1', '${later}', 'a-ana', '{}', 'y')`,
  `insert into outbox (id, kind, payload, workshop_id, person_id, created_at, due_at, attempts, done_at)
    values ('o1', 'enrolment.confirmed', '{}', 'w2', 'taro', '${at}', '${at}', 1, '${at}'),
      ('o2', 'account.invitation', '{"accountId":"a-haruka"}', null, 'haruka', '${at}', '${until}', 0, null)`,
  `insert into mail values
    ('o1', 'enrolment.confirmed', 'w2', 'taro', 'taro@customs.example', 'ja', '参加確定', 'x', 'x', '${at}', null)`,
  `insert into audit values
    (1, '${at}', 'ana', 'workshop.planned', 'workshop', 'w1', '{"code":"MJ-2026-01"}', '', '${firstHash}'),
    (2, '2026-11-20T12:05:00.000Z', null, 'account.passwordAsked', 'account', 'ana', '{}', '${firstHash}',
      '${lastHash}')`,
  `update audit_head set seq = 2, hash = '${lastHash}'`,
];

function workshop(id: string, code: string, state: string, languages: string): string[] {
  return [
    `insert into workshop (id, programme_id, code, host_institution_id, mode, zone, country, starts_on, ends_on,
        capacity, seats_taken, reserve_count, last_ticket, minimum_attendance, working_languages, state, created_at,
        changed_at)
      values ('${id}', 'p1', '${code}', 'sat', 'onSite', 'America/Mexico_City', 'MX', '2026-11-16', '2026-11-17', 10,
        1, 1, 3, 80, '${languages}', '${state}', '${at}', '${at}')`,
  ];
}

function session(id: string, number: number, isCounted: 0 | 1, of = "w1"): string[] {
  const day = `2026-11-${15 + number}`;
  return [
    `insert into session values ('${id}', '${of}', ${number}, 'lecture', '${day}T09:00', '${day}T11:00',
      'America/Mexico_City', '${day}T15:00:00.000Z', '${day}T17:00:00.000Z', 'Aula 2', ${isCounted})`,
    `insert into session_text values ('${id}', 'es', 'Sesión ${number}')`,
  ];
}

const formerAccount = [
  "create table migration (name text primary key not null, applied_at text not null)",
  "insert into migration select name, timestamp from kysely_migration",
  "drop table kysely_migration",
  "drop table kysely_migration_lock",
];

/** Makes of a database without tables the one that the version of November 2026 would have left. */
export async function fillFormer(database: Database): Promise<void> {
  await migrateTo(database, lastMigration);
  await database.transact(async (trx) => {
    await runSteps(trx, [...formerAccount, ...rows]);
    await sql`insert into certificate_document values ('k2', ${Buffer.from("%PDF-1.7")}, 'sum', ${later})`.execute(trx);
  });
}
