import { z } from "zod";
import { ids } from "#app/web/fields.ts";

export const issueForm = z.object({
  chosen: ids<"enrolment">().refine((list) => list.length > 0, "certificates:form.nobody"),
});
