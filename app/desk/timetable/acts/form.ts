import { z } from "zod";
import { isWallTime } from "#app/time/zoned-time.ts";
import { isZone } from "#app/time/zones.ts";
import { sessionKinds } from "#app/timetable/kinds.ts";
import { longestFacts } from "#app/timetable/plan/acts.rules.ts";
import { areHours, type FactPart, factParts } from "#app/timetable/plan/facts.rules.ts";
import { optionalText } from "#app/web/fields.ts";
import { asId } from "#db/id.ts";

/** Sessions of one act: the whole of a long workshop. */
const mostChanges = 500;

/** As `newId` makes them. */
const sessionId = z
  .string()
  .regex(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/, "common:form.invalid")
  .transform((text) => asId<"session">(text));

function isTimes(text: string): boolean {
  const [startsLocal = "", endsLocal = "", zone = "", ...hours] = text.split(" ");
  return areHours(hours) && isWallTime(startsLocal) && isWallTime(endsLocal) && isZone(zone);
}

/** What is not sent stays as it is: it must not become an empty text. */
const text = (part: FactPart) => z.string().pipe(optionalText(longestFacts[part] ?? 100) as z.ZodType<string, string>);
const part: Record<FactPart, z.ZodType<string>> = {
  when: z.string().max(100).refine(isTimes, "desk:form.time"),
  kind: z.enum(sessionKinds),
  isCounted: z.enum(["", "1"]),
  ...{ room: text("room"), es: text("es"), ja: text("ja"), en: text("en") },
};

const all = z.strictObject(part);
const some = z.strictObject(
  Object.fromEntries(factParts.map((name) => [name, part[name].optional()])) as Record<
    FactPart,
    z.ZodOptional<z.ZodType<string>>
  >,
);
/** What somebody saw is compared, and never written. */
const seen = z.strictObject(
  Object.fromEntries(factParts.map((name) => [name, z.string().max(2000).optional()])) as Record<
    FactPart,
    z.ZodOptional<z.ZodString>
  >,
);

const number = z.number().int().min(1).max(9999).nullable().default(null);

/** An act of the timetable's editor. `seen` is the workshop's version that it was made on. */
export const actForm = z.object({
  seen: z.string().max(40).default(""),
  changes: z
    .array(
      z.union([
        z.strictObject({ id: sessionId, add: all, number }),
        z.strictObject({ id: sessionId, was: seen, set: some }),
        z.strictObject({ id: sessionId, was: seen, remove: z.literal(true) }),
      ]),
    )
    .min(1)
    .max(mostChanges),
});
