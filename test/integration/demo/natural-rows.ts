import { sql } from "kysely";
import type { Database } from "#db/database.ts";

/** What of the database is not compared. Every other column of every other table is. */
const leftOut: Record<string, readonly string[] | "everything"> = {
  // the seed acts in nobody's name; what it has done through a command, the certificates, is compared by itself
  audit: "everything",
  audit_head: "everything",
  audit_pending: "everything",
  // it covers the certificate's number, which is drawn
  certificate: ["dataSha256"],
  // it is forgotten an hour after each act
  enrolment_before: "everything",
  // what two were before they became one, by ids that are gone
  person_merge: ["id", "goneId", "kept"],
  // nothing refers to these by their ids, so that they have no other name
  credential: ["id"],
  role_grant: ["id"],
  enrolment_event: ["id"],
  mark_correction: ["id"],
  outbox: ["id"],
  material_version: ["id"],
  message_text: ["id"],
};

type Read = Pick<Database, "read">;
type Row = Record<string, unknown>;

/** Every row that is compared, as a line; whatever it refers to is called by a name that means the same anywhere. */
export async function naturalRows({ read }: Read): Promise<string[]> {
  const names = await readNames({ read });
  const tables = await read.introspection.getTables();
  const lines: string[] = [];
  for (const { name: table } of tables) {
    const hidden = leftOut[table] ?? [];
    if (hidden === "everything") continue;
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(read);
    for (const row of rows.filter(isCompared)) lines.push(`${table} ${withNames(without(row, hidden), names)}`);
  }
  return lines.sort();
}

/** The seed lets nobody be told of what has long happened: its events make certificates, or tell of what is new. */
const isCompared = ({ event }: Row) => event === undefined || /^(certificate\.|workshop\.replanned$)/.test(`${event}`);

const without = (row: Row, hidden: readonly string[]) =>
  JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column))));

const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What is drawn of a certificate's number, in Crockford's base 32. */
const secret = /-[0-9A-HJKMNP-TV-Z]{26}\b/g;

const withNames = (text: string, names: Map<string, string>) =>
  text.replace(id, (one) => names.get(one) ?? one).replace(secret, "");

/** What people call each thing that has an id. */
async function readNames({ read }: Read): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, code as name from institution
    union all select id, code from programme
    union all select id, code from theme
    union all select id, code from workshop
    union all select id, email from account
    union all select person_id, email from account
    union all select id, family_name || ' ' || given_name from person
      where not exists (select 1 from account where person_id = person.id)
    union all select venue_id, name from venue_text where locale = 'es'
    union all select room.id, name || ' room ' || position from room
      join venue_text on venue_text.venue_id = room.venue_id and locale = 'es'
    union all select module.id, code || ' module ' || position from module join workshop on workshop.id = workshop_id
    union all select session.id, code || '/' || number from session join workshop on workshop.id = workshop_id
    union all select enrolment.id, code || '/' || email from enrolment
      join workshop on workshop.id = workshop_id join account on account.person_id = enrolment.person_id
    union all select enrolment.id, code || '/' || family_name || ' ' || given_name from enrolment
      join workshop on workshop.id = workshop_id join person on person.id = enrolment.person_id
      where not exists (select 1 from account where account.person_id = enrolment.person_id)
    union all select enrolment_act.id, code || ' act ' || at from enrolment_act
      join workshop on workshop.id = workshop_id
    union all select told_plan.id, code || ' as told' from told_plan join workshop on workshop.id = workshop_id
    union all select material.id, code || ' material ' || number from material
      join workshop on workshop.id = workshop_id
    union all select file_id, code || ' material ' || material.number || ' version ' || material_version.number
      from material_version join material on material.id = material_id join workshop on workshop.id = workshop_id
    union all select message.id, code || ' message ' || message.created_at from message
      join workshop on workshop.id = workshop_id
    union all select id, file_name from people_import
    union all select id, number from certificate`.execute(read);
  return new Map(rows.map((row) => [row.id, row.name]));
}
