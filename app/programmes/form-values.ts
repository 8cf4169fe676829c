import type { Texts } from "#app/i18n/locales.ts";
import { summary, title } from "./form.ts";
import { partyGroup } from "./party-rows.ts";
import type { StoredProgramme } from "./queries.ts";
import { signatoryValues } from "./signatory-rows.ts";

/** A stored programme as the form's fields. */
export function programmeFormValues({
  startsOn,
  endsOn,
  texts,
  parties,
  signatories,
}: StoredProgramme): Record<string, string> {
  const inAll = (field: "title" | "summary"): Texts =>
    Object.fromEntries(texts.map((text) => [text.locale, text[field]]));
  return {
    startsOn,
    endsOn,
    ...title.write(inAll("title")),
    ...summary.write(inAll("summary")),
    ...partyGroup.write(parties),
    ...signatoryValues(signatories),
  };
}
