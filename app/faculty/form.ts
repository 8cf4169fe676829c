import { z } from "zod";
import { locales } from "#app/i18n/locales.ts";
import type { Instant } from "#app/time/instant.ts";
import { isLocalDate, type LocalDate } from "#app/time/wall-time.ts";
import { choices, ids, optionalId, optionalText, requiredId, requiredText } from "#app/web/fields.ts";
import { facultyRoles, type SeenSession } from "./rules.ts";

const facts = {
  roles: choices(facultyRoles).refine((roles) => roles.length > 0, "faculty:form.roles"),
  languages: choices(locales).refine((languages) => languages.length > 0, "faculty:form.languages"),
  note: optionalText(500),
};

export const memberForm = z.object(facts);
export type MemberInput = z.output<typeof memberForm>;

export const newMemberForm = z.object({ ...facts, personId: requiredId<"person">("faculty:form.person") });

const day = requiredText(10, "faculty:form.day")
  .refine(isLocalDate, "faculty:form.day")
  .transform((text) => text as LocalDate);

const absence = { startsOn: day, endsOn: day, note: optionalText(160) };

/** What a member's page does beside its facts. */
export const availabilityForm = z.discriminatedUnion("part", [
  z
    .object({ part: z.literal("absence"), ...absence })
    .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ["endsOn"], error: "faculty:form.endsFirst" }),
  z.object({ part: z.literal("removal"), absenceId: requiredId<"facultyAbsence">() }),
  z.object({ part: z.literal("archive") }),
  z.object({ part: z.literal("restore") }),
]);

/** Rows in which a session's form names people, by role. */
export const staffRows = { instructor: 6, interpreter: 6, companion: 3 } as const;

const rows = facultyRoles.flatMap((role) =>
  Array.from({ length: staffRows[role] }, (_, index) => ({ role, name: `${role}.${index + 1}` })),
);

type StaffField = `${"instructor" | "interpreter"}.${1 | 2 | 3 | 4 | 5 | 6}` | `companion.${1 | 2 | 3}`;

/** Fields of a session's form: `instructor.1` and its like hold the ids of members. */
export const staffFields = Object.fromEntries(rows.map(({ name }) => [name, optionalId<"faculty">()])) as Record<
  StaffField,
  ReturnType<typeof optionalId<"faculty">>
>;

/** Who is chosen, in the order of the fields; whoever is named twice counts where they stand first. */
export function readStaff(typed: Readonly<Record<string, unknown>>) {
  const chosen = rows.flatMap(({ role, name }) => {
    const facultyId = String(typed[name] ?? "");
    return facultyId ? [{ role, name, facultyId }] : [];
  });
  return chosen.filter(({ facultyId }, place) => chosen.findIndex((other) => other.facultyId === facultyId) === place);
}

/** `<id>@<instant>`, as the page of a request has shown a session. */
export const seenMark = ({ sessionId, startsAt }: SeenSession) => `${sessionId}@${startsAt}`;

const readSeenMark = (mark: string): SeenSession => {
  const [sessionId = "", startsAt = ""] = mark.split("@");
  return { sessionId, startsAt: startsAt as Instant };
};

/** An answer: one button accepts the sessions that are ticked, the other declines all of them. */
export const answerForm = z
  .object({
    answer: z.enum(["accept", "decline"], { error: "faculty:form.answer" }),
    accepted: ids<"session">(),
    seen: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.string().max(100).transform(readSeenMark)).max(500),
    ),
    reason: optionalText(500),
  })
  .refine(({ answer, accepted }) => answer === "decline" || accepted.length > 0, {
    path: ["accepted"],
    error: "faculty:form.nothingTicked",
  });
export type AnswerInput = z.output<typeof answerForm>;

/** What a workshop's page does about those who teach in it. */
export const teachingForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("ask") }),
  z.object({ part: z.literal("release"), facultyId: requiredId<"faculty">() }),
]);
