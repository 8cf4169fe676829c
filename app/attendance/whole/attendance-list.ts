import type { MarkStatus } from "#app/attendance/rules.ts";
import { formatShortDate } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { ShownName } from "#app/people/names.ts";
import { institutionColumn, nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import type { List, ListColumn } from "#app/tables/list.ts";
import { dateOf } from "#app/time/wall-time.ts";
import type { Session } from "#app/timetable/queries.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import type { Id } from "#db/id.ts";

type Row = {
  id: Id<"enrolment">;
  name: ShownName;
  institution: Localised;
  marks: ReadonlyMap<Id<"session">, MarkStatus>;
  /** Between 0 and 1; null where nothing counts yet. */
  share: number | null;
};

/** A workshop's marks: a row a person, a column a session. */
export const attendanceList = (sessions: readonly Session[], locale: Locale): List<Row> => ({
  name: "attendance",
  title: (t) => t("attendance:participants.attendance"),
  keyOf: ({ id }) => id,
  columns: [
    nameColumn(),
    otherNameColumn(),
    institutionColumn(),
    ...sessions.map((session) => sessionColumn(session, locale)),
    {
      name: "share",
      label: (t) => t("tables:column.share"),
      kind: "share",
      value: ({ share }) => share,
    },
  ],
});

function sessionColumn({ id, number, startsLocal, isCounted }: Session, locale: Locale): ListColumn<Row> {
  const day = formatShortDate(locale, dateOf(startsLocal));
  return {
    name: `session${number}`,
    label: (t) => t(isCounted ? "tables:column.session" : "tables:column.sessionNotCounted", { number, day }),
    value: ({ marks }, t) => {
      const mark = marks.get(id);
      return mark ? t(`attendance:mark.${mark}`) : null;
    },
    width: 16,
  };
}
