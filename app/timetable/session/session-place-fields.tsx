import { cityOf } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { zones } from "#app/time/zones.ts";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { Select, TextField } from "#app/ui/form/fields.tsx";
import type { SessionChoices } from "./session-choices.ts";

/** Where a session takes place: a venue or room that is booked, a room by its name, another clock, where to join. */
export function SessionPlaceFields({ choices }: { choices: SessionChoices }) {
  const { t } = useTranslation(["desk", "venues", "common"]);
  return (
    <FieldGroup legend={t("session.where")} hint={t("session.whereHint")} need="optional">
      <div className="fields lg:grid-cols-2">
        {choices.places.length ? (
          <Select
            name="place"
            label={t("field.place")}
            hint={t("hint.place")}
            options={choices.places}
            placeholder={t("venues:choice.usual")}
            optional
            unmarked
          />
        ) : null}
        <TextField name="room" label={t("field.room")} hint={t("hint.room")} optional unmarked />
        <Select
          name="zone"
          label={t("field.sessionZone")}
          hint={t("hint.sessionZone")}
          options={zones.map((value) => ({ value, label: cityOf(value, t) }))}
          placeholder={t("session.usualZone")}
          optional
          unmarked
        />
        <TextField
          name="joinUrl"
          label={t("field.joinUrl")}
          hint={t("hint.joinUrl")}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          optional
          unmarked
        />
      </div>
    </FieldGroup>
  );
}
