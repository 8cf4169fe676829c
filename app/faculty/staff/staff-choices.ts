import { staffRows } from "#app/faculty/form.ts";
import { listFaculty } from "#app/faculty/queries.ts";
import { facultyRoles } from "#app/faculty/rules.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, registerName } from "#app/people/names.ts";
import type { Instant } from "#app/time/instant.ts";
import { localDate } from "#app/time/wall-time.ts";
import type { Reader } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { listStaff } from "./staff.queries.ts";
import type { StaffChoices } from "./staff-fields.tsx";

type Page = { db: Reader; locale: Locale; t: Translator; at: Instant };

/** Who can be chosen for a session. Whoever is in it stays on the list, also from the archive. */
export async function staffChoices(
  { db, locale, t, at }: Page,
  sessionId: Id<"session"> | null,
): Promise<StaffChoices> {
  const staff = await listStaff(db, sessionId ? [sessionId] : []);
  const members = (await listFaculty(db)).sort(nameOrder(locale));
  const institutionOf = await institutionNames(db, localDate(at, "UTC"), locale);
  const optionsOf = (role: (typeof facultyRoles)[number]) =>
    members
      .filter(
        ({ id, roles, archivedAt }) =>
          (roles.includes(role) && archivedAt === null) ||
          staff.some((row) => row.facultyId === id && row.role === role),
      )
      .map((member) => {
        const { name } = registerName(member, locale);
        const institution = institutionOf(member.institutionId).text;
        return { value: member.id, label: institution ? t("faculty:session.of", { name, institution }) : name };
      });
  return {
    instructor: optionsOf("instructor"),
    interpreter: optionsOf("interpreter"),
    companion: optionsOf("companion"),
  };
}

/** Who is in a session, as the fields of its form. */
export async function staffValues(db: Reader, sessionId: Id<"session">): Promise<Record<string, string>> {
  const staff = await listStaff(db, [sessionId]);
  return Object.fromEntries(
    facultyRoles.flatMap((role) => {
      const own = staff.filter((row) => row.role === role);
      return Array.from({ length: staffRows[role] }, (_, index) => [
        `${role}.${index + 1}`,
        own[index]?.facultyId ?? "",
      ]);
    }),
  );
}
