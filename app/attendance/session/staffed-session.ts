import type { z } from "zod";
import { staffFields } from "#app/faculty/form.ts";
import type { StaffOutcome } from "#app/faculty/staff/staff.commands.ts";
import { newSessionForm, sessionChangeForm } from "#app/timetable/form.ts";
import { sessionErrors } from "#app/timetable/session/session-form-values.ts";
import type { FieldErrors } from "#app/web/invalid.ts";

/** A session with those who are in it. */
export const staffedSessionForm = sessionChangeForm.safeExtend(staffFields);
/** The same of a new one. */
export const newStaffedForm = newSessionForm.safeExtend(staffFields);
export type StaffedSessionInput = z.output<typeof staffedSessionForm>;

type Refused = Parameters<typeof sessionErrors>[0] | Extract<StaffOutcome, { status: "refused" }>;

/** What is said of a session that cannot be saved, beside the field that it is about. */
export const staffedErrors = (refused: Refused, page: Parameters<typeof sessionErrors>[1]): FieldErrors =>
  "field" in refused ? { [refused.field]: `faculty:form.staff.${refused.because}` } : sessionErrors(refused, page);
