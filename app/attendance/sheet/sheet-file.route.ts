import { listMarks } from "#app/attendance/queries.ts";
import type { MarkStatus } from "#app/attendance/rules.ts";
import { listParticipants } from "#app/enrolment/queries.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import { nameOrder, type ShownName, shownName } from "#app/people/names.ts";
import { institutionColumn, nameColumn, otherNameColumn } from "#app/people/person-columns.ts";
import type { List } from "#app/tables/list.ts";
import { findSession, sessionNumber } from "#app/timetable/queries.ts";
import type { Localised } from "#app/ui/local-text.tsx";
import { listFile } from "#app/web/doors/list-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { findWorkshop } from "#app/workshops/queries.ts";

type Row = { id: string; name: ShownName; institution: Localised; mark: MarkStatus | null };

const sheetList = (number: number): List<Row> => ({
  name: "sheet",
  title: (t) => t("attendance:sheet.title", { number }),
  keyOf: ({ id }) => id,
  columns: [
    nameColumn(),
    otherNameColumn(),
    institutionColumn(),
    {
      name: "mark",
      label: (t) => t("attendance:participants.attendance"),
      value: ({ mark }, t) => mark && t(`attendance:mark.${mark}`),
      width: 18,
    },
  ],
});

/** One session's sheet. */
export const loader = listFile("attendance.record", async ({ db, reach, params, locale }) => {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reach));
  const session = orNotFound(await findSession(db, workshop.id, sessionNumber(params.n)));
  const seated = await listParticipants(db, workshop.id, "seated");
  const marks = await listMarks(db, session.id);
  const institutionOf = await institutionNames(db, workshop.startsOn, locale);
  const rows = seated.toSorted(nameOrder(locale)).map((person) => ({
    id: person.id,
    name: shownName(person),
    institution: institutionOf(person.institutionId),
    mark: marks.get(person.id) ?? null,
  }));
  return { list: sheetList(session.number), of: workshop.code, rows };
});
