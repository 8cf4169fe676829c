import { action as press, loader as review } from "#app/imports/review/review.route.tsx";
import { action, loader } from "#app/imports/sending/import.route.tsx";
import { keepWorking } from "#app/outbox/works/run-work.ts";
import { works } from "#app/reactions.ts";
import { now } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { jobContext } from "#test/support/job-context.ts";
import { knock } from "#test/support/visit.ts";
import { addWorkshop, programmeOf } from "#test/support/world.ts";

export const headings = "Primer apellido,Segundo apellido,Nombre(s),Correo electrónico,País,Cargo\r\n";

/** Has all long work done that there is. */
export async function workAll(database: Database): Promise<void> {
  const { settings, log } = jobContext(database, now());
  const ending = new AbortController();
  const working = keepWorking({ database, settings, log, works }, ending.signal);
  for (;;) {
    const open = await database.read.selectFrom("work").select("id").where("endedAt", "is", null).executeTakeFirst();
    if (!open) break;
    await new Promise((done) => setTimeout(done, 10));
  }
  ending.abort();
  await working;
}

/** Somebody who coordinates a programme, and how they send lists to it. */
export async function sendingSetUp(database: Database) {
  // doors read the true clock, so the workshop is to come whenever this is asked
  const startsOn = plusLocalDays(localDate(now(), "America/Mexico_City"), 30);
  const workshopId = await addWorkshop(database, { code: "MJ-1", startsOn, endsOn: plusLocalDays(startsOn, 4) });
  const programmeId = await programmeOf(database, workshopId);
  const grants = [{ role: "coordinator" as const, programmeId }];
  const { accountId } = await addAccount(database, { grants, email: "coordinator@example.org" });
  const cookie = await cookieFor(database, accountId);
  const stop = new AbortController();

  const send = async (
    content: string | Buffer,
    { name = "lista.csv", key = "form-0123456789abcdef", workshop = "" } = {},
  ) => {
    const boundary = "----b";
    const field = (field: string, value: string) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`);
    const file = Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: x/y\r\n\r\n`,
    );
    const parts = [
      field("key", key),
      field("programmeId", programmeId),
      field("workshop", workshop),
      file,
      Buffer.from(content as string),
    ];
    const body = Buffer.concat([...parts, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return knock(action, {
      database,
      path: "/es/desk/people/import",
      cookie,
      body: new Response(body).body as ReadableStream<Uint8Array>,
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    });
  };
  const work = () => workAll(database);
  const look = async (path: string) => (await knock(review, { database, path, cookie })).data;
  const decide = (path: string, form: Record<string, string>) => knock(press, { database, path, cookie, form });
  /** Sends a list, and has it checked. @returns its page */
  const check = async (content: string | Buffer, name?: string, workshop?: string) => {
    const { location } = await send(content, { name, workshop, key: `form-${Math.random()}-0123456789` });
    await work();
    return location as string;
  };
  const home = () => knock(loader, { database, path: "/es/desk/people/import", cookie });
  return { accountId, programmeId, workshopId, cookie, send, work, look, decide, check, home, stop };
}

export const peopleOf = async ({ read }: Database, programmeId: Id<"programme">) =>
  (
    await read
      .selectFrom("person")
      .innerJoin("programmePerson", "programmePerson.personId", "person.id")
      .select(["familyName", "givenName", "person.email", "post"])
      .where("programmePerson.programmeId", "=", programmeId)
      .orderBy("familyName")
      .execute()
  ).map(({ familyName, givenName, email, post }) => [familyName, givenName, email, post].join(" "));
