import type { Database } from "#db/database.ts";

type Known = { known: string; programmeId: string; person: Record<string, string> };

/** A form in good order for each action about people: `known` is one of them. */
export async function peopleForms({ read }: Pick<Database, "read">, { known, programmeId, person }: Known) {
  const double = await read
    .selectFrom("person")
    .select("id")
    .where((eb) => eb.not(eb.exists(eb.selectFrom("account").select("id").whereRef("personId", "=", "person.id"))))
    .executeTakeFirstOrThrow();
  return {
    "/:l/desk/people/new": {
      path: "/es/desk/people/new",
      form: { ...person, familyName: "Zavala", country: "MX", email: "zavala@demo.example", programmeId },
    },
    "/:l/desk/people/:person": { path: `/es/desk/people/${known}`, form: { part: "listing", programmeId } },
    "/:l/desk/people/:person/merge/:other": {
      ...{ path: `/es/desk/people/${known}/merge/${double.id}`, form: { part: "merging" } },
    },
    "/:l/desk/people/:person/facts": {
      ...{ path: `/es/desk/people/${known}/facts`, form: { ...person, country: "MX", post: "Jefa" } },
    },
  };
}
