import type { Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionView } from "#app/timetable/session-view.ts";
import { TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { SaveBar } from "#app/ui/form/save-bar.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";
import { TellingHint, type Told } from "#app/workshops/view/telling-hint.tsx";
import { titleField } from "./form.ts";

type Row = SessionView & { missing: Locale[] };
type TitlesProps = {
  rows: Row[];
  initial: Record<string, string>;
  told: Told;
  languages: (readonly [Locale, string])[];
};

/** The titles of all sessions beside each other in three languages; those that lack one come first. */
export function TitlesForm({ rows, initial, told, languages }: TitlesProps) {
  const { t } = useTranslation(["timetable", "workshops", "desk", "common"]);
  const sessionName = ({ number }: Row) => t("workshops:session.untitled", { number });
  const labels = {
    untoldReason: t("desk:telling.reason"),
    ...Object.fromEntries(
      rows.flatMap((row) =>
        languages.map(([locale, name]) => [
          titleField(row.number, locale),
          `${sessionName(row)}${t("common:fact.note", { note: name })}`,
        ]),
      ),
    ),
  };
  const inOrder = [...rows.filter(({ missing }) => missing.length), ...rows.filter(({ missing }) => !missing.length)];
  return (
    <PostForm initial={initial} labels={labels} saysNeed={false}>
      {inOrder.map((row) => (
        <fieldset key={row.number} className="panel field-group py-3!">
          <legend>
            {sessionName(row)}
            <SecondLine>
              <span className="first-letter:uppercase">{row.times.day}</span>
              {t("common:fact.between")}
              {row.times.time}
              {t("common:fact.between")}
              {t(`workshops:kind.${row.kind}`)}
            </SecondLine>
          </legend>
          <div className="fields lg:grid-cols-3">
            {languages.map(([locale, name]) => (
              <TextField
                key={locale}
                name={titleField(row.number, locale)}
                lang={locale}
                unmarked
                optional
                label={<span lang={locale}>{name}</span>}
                hint={row.missing.includes(locale) ? t("texts.lacks") : undefined}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <TellingHint told={told} />
      <SaveBar label={t("texts.save")} />
      <UnsavedText />
    </PostForm>
  );
}
