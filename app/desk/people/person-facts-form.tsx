import { useTranslation } from "#app/i18n/use-translation.ts";
import { factFieldsIn, PersonFactFields } from "#app/people/fields/person-fields.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { EmailField } from "#app/ui/form/email-field.tsx";
import { Boxes, type Option, Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { UnsavedText } from "#app/web/unsaved/unsaved-text.tsx";

type Props = {
  /** Of somebody who is known already. */
  initial?: Record<string, string>;
  isNew?: boolean;
  institutions: Option[];
  zones: Option[];
  /** On whose list a new person is put; empty where they need no list, as whoever adds them sees everybody. */
  programmes?: Option[];
  isProgrammeNeeded?: boolean;
  /** Others who may be the same have been shown: it asks whether it is somebody else. */
  asksIfNew?: boolean;
  /** Whoever has an account is written to at its address, which only its holder and the administration change. */
  hasAccount?: boolean;
};

/** What coordinators say of somebody. The name on certificates is its holder's own matter. */
export function PersonFactsForm({
  initial,
  isNew = false,
  institutions,
  zones,
  programmes = [],
  isProgrammeNeeded = false,
  asksIfNew = false,
  hasAccount = false,
}: Props) {
  const { t, locale } = useTranslation(["people", "common", "deskPeople"]);
  const labels: Record<string, string> = {
    ...Object.fromEntries(factFieldsIn(locale).map((name) => [name, t(`field.${name}`)])),
    programmeId: t("deskPeople:new.programme"),
    isNew: t("deskPeople:new.alike.legend"),
  };
  const isOnlyOne = programmes.length === 1;
  return (
    <PostForm labels={labels} initial={initial} isFramed className="max-w-2xl">
      {asksIfNew ? (
        <Boxes name="isNew" legend={labels.isNew} options={[{ value: "1", label: t("deskPeople:new.alike.box") }]} />
      ) : null}
      <PersonFactFields
        {...{ institutions, zones, isNew }}
        localeHint={t("deskPeople:facts.locale")}
        email={
          hasAccount ? null : (
            <EmailField label={labels.email ?? ""} hint={t("deskPeople:facts.email")} autoComplete="off" optional />
          )
        }
      />
      {programmes.length ? (
        <Select
          name="programmeId"
          label={labels.programmeId}
          hint={t("deskPeople:new.programmeHint")}
          options={programmes}
          placeholder={isProgrammeNeeded ? (isOnlyOne ? undefined : t("choice.none")) : t("deskPeople:new.noProgramme")}
          optional={!isProgrammeNeeded}
        />
      ) : null}
      <Button look="main" width="full on a phone">
        {t(isNew ? "deskPeople:new.button" : "deskPeople:facts.button")}
      </Button>
      <UnsavedText />
    </PostForm>
  );
}
