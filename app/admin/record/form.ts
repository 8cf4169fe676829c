import { z } from "zod";
import { recordCode } from "#app/institutions/form.ts";

/** What can be done with the record of an institution or a programme, other than what it says. */
const recordForm = (unfit: string) =>
  z.discriminatedUnion("part", [
    z.object({ part: z.literal("code"), code: recordCode(unfit) }),
    z.object({ part: z.literal("archiving") }),
    z.object({ part: z.literal("restoring") }),
  ]);

export const institutionRecordForm = recordForm("institutions:form.code");
export const programmeRecordForm = recordForm("programmes:form.code");
