import { EnrolmentBadge } from "#app/enrolment/enrolment-badge.tsx";
import { formatList } from "#app/i18n/format.ts";
import { endonyms, type Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Dispute } from "#app/ui/form/dispute.tsx";
import { fieldId, useFormState } from "#app/ui/form/form.tsx";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { LiveScript } from "#app/web/live-script.tsx";
import type { ComposeView } from "./compose-view.ts";

const name = "chosen";

/** Everybody of the workshop, each with a box. While one works, a search narrows the list. */
export function PeopleBoxes({ people }: Pick<ComposeView, "people">) {
  const { t, locale } = useTranslation("messages");
  const { values, errors } = useFormState();
  const chosen = [values[name] ?? []].flat();
  const error = errors[name];
  const namesOf = (ids: readonly string[]) =>
    formatList(
      locale,
      people.filter(({ id }) => ids.includes(id)).map((person) => person.name.name),
    );
  return (
    <fieldset id={fieldId(name)} tabIndex={-1} className={`mb-6 ${error ? "border-s-4 border-bad ps-4" : ""}`}>
      <legend className="mb-1 font-bold text-ink">{t("form.people")}</legend>
      <Hint className="mb-2">{t("form.peopleHint")}</Hint>
      {error ? (
        <p className="wrong">
          <MessageText message={error} />
        </p>
      ) : null}
      <label hidden data-live="boxFilter" className="mb-2 block max-w-md text-sm font-bold text-ink">
        {t("form.peopleSearch")}
        <input type="search" className="field mt-1 text-base font-normal" maxLength={100} />
      </label>
      <LiveScript />
      <ul className="panel max-h-96 divide-y divide-hairline overflow-y-auto">
        {people.map((person) => (
          <li key={person.id} data-words={person.words}>
            <label className="flex min-h-11 cursor-pointer items-start gap-3 px-4 py-2">
              <input
                type="checkbox"
                name={name}
                value={person.id}
                defaultChecked={chosen.includes(person.id)}
                className="mt-1 size-5 shrink-0 accent-key"
              />
              <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4">
                <PersonName value={person.name} />
                <span className="flex flex-wrap items-center gap-x-3 text-sm text-hint">
                  <span lang={person.locale}>{endonyms[person.locale as Locale]}</span>
                  {person.hasAddress ? null : <strong className="text-warn">{t("form.noAddress")}</strong>}
                  <EnrolmentBadge state={person.state} />
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Dispute name={name} label={t("form.people")} show={(side) => namesOf([side[name] ?? []].flat())} />
    </fieldset>
  );
}
