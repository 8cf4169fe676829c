import { endonyms } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Boxes } from "#app/ui/form/fields.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import type { ComposeView } from "./compose-view.ts";

/** Everybody of the workshop, each with a box. While one works, a search narrows the list, by any of their names. */
export function PeopleBoxes({ people }: Pick<ComposeView, "people">) {
  const { t } = useTranslation(["messages", "enrolment", "common"]);
  const labelOf = ({ name, state, locale, hasAddress }: (typeof people)[number]) => {
    const facts = [
      name.second,
      endonyms[locale],
      state === "reserve" ? t("enrolment:state.reserve") : "",
      hasAddress ? "" : t("form.noAddress"),
    ];
    return name.name + t("common:fact.note", { note: facts.filter(Boolean).join(t("common:fact.between")) });
  };
  return (
    <div className="long-boxes">
      <Boxes
        name="chosen"
        legend={t("form.people")}
        hint={
          <>
            {t("form.peopleHint")}
            <label
              hidden
              data-live="boxFilter"
              data-words={JSON.stringify(Object.fromEntries(people.map(({ id, words }) => [id, words])))}
              className="my-3 block max-w-md font-bold text-ink [&[hidden]]:hidden"
            >
              {t("form.peopleSearch")}
              <input type="search" className="field mt-1 text-base font-normal" maxLength={100} />
            </label>
            <LiveScript />
          </>
        }
        options={people.map((person) => ({ value: person.id, label: labelOf(person) }))}
        optional
        unmarked
      />
    </div>
  );
}
