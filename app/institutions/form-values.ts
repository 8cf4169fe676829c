import { institutionName } from "./form.ts";
import type { DatedName } from "./rules.ts";

/** A stored name as the form's fields; empty where none begins on that day. */
export const nameFormValues = (dated: DatedName | null): Record<string, string> => ({
  validFrom: dated?.validFrom ?? "",
  ...institutionName.write(dated?.name ?? {}),
  acronym: dated?.acronym ?? "",
});
