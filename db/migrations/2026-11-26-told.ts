import { type QueryExecutorProvider, sql } from "kysely";

type Texts = Record<string, string>;
type Row = Record<string, string>;

/**
 * What somebody was last told of a workshop, and the sessions that were taken out of it.
 * Whoever has or awaits a seat today knows the plan that stands today.
 */
export const statements = ({ strict }: { strict: string }) => [
  `create table told_plan (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    plan text not null
  )${strict}`,
  `create index told_plan_workshop on told_plan (workshop_id)`,
  `create table told (
    enrolment_id text primary key not null references enrolment (id),
    plan_id text not null references told_plan (id),
    told_at text not null
  )${strict}`,
  `create table removed_session (
    id text primary key not null,
    workshop_id text not null references workshop (id),
    title text not null,
    room text not null default '',
    starts_local text not null,
    ends_local text not null,
    zone text not null,
    starts_at text not null,
    ends_at text not null,
    removed_at text not null
  )${strict}`,
  `create index removed_session_workshop on removed_session (workshop_id)`,
  `create index outbox_waiting on outbox (workshop_id, event) where done_at is null and failed_at is null`,
  tellWhatStands,
  // the plan of a workshop has its workshop's id: each has one, and nothing else is here yet
  `insert into told (enrolment_id, plan_id, told_at)
    select enrolment.id, told_plan.id, enrolment.changed_at from enrolment
    join told_plan on told_plan.workshop_id = enrolment.workshop_id
    where enrolment.state in ('confirmed', 'reserve')`,
];

async function tellWhatStands(trx: QueryExecutorProvider): Promise<void> {
  const select = async (query: string) => (await sql.raw<Row>(query).execute(trx)).rows;
  const living = "(select id from workshop where state in ('open', 'closed', 'running'))";
  const workshops = await select(
    `select id, mode, zone, starts_on as "startsOn", ends_on as "endsOn" from workshop where id in ${living}`,
  );
  const texts = await select(
    `select workshop_id as "of", locale, title, venue from workshop_text where workshop_id in ${living}`,
  );
  const sessions = await select(
    `select id, workshop_id as "of", room, starts_local as "startsLocal", ends_local as "endsLocal", zone,
      starts_at as "startsAt", ends_at as "endsAt" from session where workshop_id in ${living} order by starts_at, number`,
  );
  const titles = await select(
    `select session_id as "of", locale, title from session_text
      where session_id in (select id from session where workshop_id in ${living})`,
  );
  const [textsOf, sessionsOf, titlesOf] = [texts, sessions, titles].map((rows) => Map.groupBy(rows, ({ of }) => of));
  for (const { id, ...facts } of workshops) {
    const plan = {
      title: inAll(textsOf?.get(id), "title"),
      venue: inAll(textsOf?.get(id), "venue"),
      ...facts,
      sessions: (sessionsOf?.get(id) ?? []).map(({ of: _, ...session }) => ({
        ...session,
        title: inAll(titlesOf?.get(session.id), "title"),
      })),
    };
    await sql`insert into told_plan (id, workshop_id, plan) values (${id}, ${id}, ${JSON.stringify(plan)})`.execute(
      trx,
    );
  }
}

const inAll = (rows: Row[] | undefined, field: string): Texts =>
  Object.fromEntries((rows ?? []).map((row) => [row.locale ?? "", row[field] ?? ""]));
