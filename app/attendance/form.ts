import { z } from "zod";
import { optionalText } from "#app/web/fields.ts";
import { asId, type Id } from "#db/id.ts";
import { markStatuses } from "./rules.ts";

const prefix = "mark.";

/** The field of somebody's mark. */
export const markField = (enrolmentId: Id<"enrolment">) => `${prefix}${enrolmentId}`;

const status = z.enum(markStatuses, { error: "attendance:form.status" });

/** `mark.{enrolmentId}` = status for each person, or `everybody` at once; `reason` explains a correction. */
export const sheetForm = z
  .object({ everybody: z.enum(markStatuses).optional(), reason: optionalText(300) })
  .catchall(z.unknown())
  .transform((fields, context) => {
    const marks = new Map<Id<"enrolment">, (typeof markStatuses)[number]>();
    for (const [name, value] of Object.entries(fields)) {
      if (!name.startsWith(prefix)) continue;
      const parsed = status.safeParse(value);
      if (parsed.success) marks.set(asId<"enrolment">(name.slice(prefix.length)), parsed.data);
      else context.addIssue({ code: "custom", path: [name], message: "attendance:form.status" });
    }
    return { everybody: fields.everybody, reason: fields.reason, marks };
  });
