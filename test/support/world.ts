import type { Locale } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { type LocalDate, plusLocalDays, type WallTime } from "#app/time/wall-time.ts";
import { wallToInstant } from "#app/time/zoned-time.ts";
import type { Zone } from "#app/time/zones.ts";
import type { WorkshopState } from "#app/workshops/rules.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { newId } from "#db/new-id.ts";

const at = "2026-10-01T12:00:00.000Z" as const;

const workshop = { startsOn: "2026-11-23", endsOn: "2026-11-27", zone: "America/Mexico_City", capacity: 10 } as const;

type NewWorkshop = {
  code: string;
  capacity?: number;
  state?: WorkshopState;
  minimumAttendance?: number;
  startsOn?: LocalDate;
  endsOn?: LocalDate;
  zone?: Zone;
};

/** A workshop of five mornings, in Mexico City and open unless told otherwise, with texts in Spanish and Japanese. */
export async function addWorkshop(database: Database, { code, ...options }: NewWorkshop): Promise<Id<"workshop">> {
  const id = newId<"workshop">();
  const fixed = {
    mode: "onSite",
    country: "MX",
    minimumAttendance: 80,
    state: "open",
    createdAt: at,
    changedAt: at,
  } as const;
  await database.transact(async (trx) => {
    const { programmeId, hostInstitutionId } = await addProgramme(trx, code);
    const days = [0, 1, 2, 3, 4].map((day) => plusLocalDays(options.startsOn ?? workshop.startsOn, day));
    const { zone } = { ...workshop, ...options };
    const span = { beginsAt: timesOf(days[0]!, zone).startsAt, endsAt: timesOf(days[4]!, zone).endsAt };
    await trx
      .insertInto("workshop")
      .values({ id, code, programmeId, hostInstitutionId, ...fixed, ...workshop, ...span, ...options })
      .execute();
    await trx.insertInto("workshopLanguage").values({ workshopId: id, position: 1, locale: "es" }).execute();
    await trx
      .insertInto("workshopText")
      .values([
        { workshopId: id, locale: "es", title: "Valoración aduanera", venue: "Escuela de Aduanas" },
        { workshopId: id, locale: "ja", title: "関税評価", venue: "税関研修所" },
      ])
      .execute();
    for (const [index, day] of days.entries()) await addSession(trx, id, index + 1, timesOf(day, zone));
  });
  return id;
}

/** The programme of a workshop: whoever coordinates it coordinates the workshop. */
export async function programmeOf({ read }: Database, workshopId: Id<"workshop">): Promise<Id<"programme">> {
  const workshop = read.selectFrom("workshop").select("programmeId").where("id", "=", workshopId);
  return (await workshop.executeTakeFirstOrThrow()).programmeId;
}

async function addProgramme(trx: Writer, code: string) {
  const [programmeId, hostInstitutionId] = [newId<"programme">(), newId<"institution">()];
  await trx.insertInto("institution").values({ id: hostInstitutionId, code, country: "MX", createdAt: at }).execute();
  await trx
    .insertInto("programme")
    .values({ id: programmeId, code, startsOn: "2026-01-01", endsOn: "2026-12-31", createdAt: at })
    .execute();
  return { programmeId, hostInstitutionId };
}

async function addSession(
  trx: Writer,
  workshopId: Id<"workshop">,
  number: number,
  times: ReturnType<typeof timesOf>,
): Promise<void> {
  const id = newId<"session">();
  await trx
    .insertInto("session")
    .values({ id, workshopId, number, kind: "lecture", room: "Aula 2", ...times })
    .execute();
  await trx
    .insertInto("sessionText")
    .values([
      { sessionId: id, locale: "es", title: `Sesión ${number}` },
      { sessionId: id, locale: "ja", title: `第${number}回` },
    ])
    .execute();
}

/** A morning. */
function timesOf(day: LocalDate, zone: Zone) {
  const [startsLocal, endsLocal] = [`${day}T09:00`, `${day}T11:00`] as const;
  const instant = (wall: WallTime) => wallToInstant(wall, zone) as Instant;
  return { startsLocal, endsLocal, zone, startsAt: instant(startsLocal), endsAt: instant(endsLocal) };
}

type NewPerson = { locale: Locale; email: string | null };

/** @returns the ids of a person and of their account, where they have an address */
export async function addPerson(
  database: Database,
  { locale, email }: NewPerson,
): Promise<{ personId: Id<"person">; accountId: Id<"account"> }> {
  const [personId, accountId] = [newId<"person">(), newId<"account">()];
  const japanese = {
    familyName: "Yamada",
    givenName: "Taro",
    nativeName: "山田 太郎",
    country: "JP",
    zone: "Asia/Tokyo",
  } as const;
  const mexican = {
    familyName: "López",
    givenName: "Ana",
    secondSurname: "Ruiz",
    country: "MX",
    zone: "America/Mexico_City",
  } as const;
  await database.transact(async (trx) => {
    await trx
      .insertInto("person")
      .values({ id: personId, locale, createdAt: at, ...(locale === "es" ? mexican : japanese) })
      .execute();
    if (email) await trx.insertInto("account").values({ id: accountId, personId, email, createdAt: at }).execute();
  });
  return { personId, accountId };
}

type NewEnrolment = {
  workshopId: Id<"workshop">;
  personId: Id<"person">;
  state: "confirmed" | "reserve" | "withdrawn";
  ticket?: number;
};

export async function addEnrolment(
  database: Database,
  { workshopId, personId, state, ticket = 1 }: NewEnrolment,
): Promise<Id<"enrolment">> {
  const id = newId<"enrolment">();
  await database.transact((trx) =>
    trx
      .insertInto("enrolment")
      .values({ id, workshopId, personId, state, ticket, requestedAt: at, changedAt: at })
      .execute(),
  );
  return id;
}

/** Many people without accounts. @returns their ids */
export async function addCrowd(database: Database, count: number): Promise<Id<"person">[]> {
  const ids = Array.from({ length: count }, () => newId<"person">());
  const person = {
    familyName: "López",
    givenName: "Ana",
    country: "MX",
    locale: "es",
    zone: "America/Mexico_City",
    createdAt: at,
  } as const;
  await database.transact((trx) =>
    trx
      .insertInto("person")
      .values(ids.map((id) => ({ id, ...person })))
      .execute(),
  );
  return ids;
}
