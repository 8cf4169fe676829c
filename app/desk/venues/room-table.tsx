import { to } from "#app/addresses.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { type Localised, LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";

type Row = { id: string; name: Localised; equipment: Localised; capacity: number | null; isArchived: boolean };

/** The rooms of a venue. */
export function RoomTable({ venue, rooms }: { venue: string; rooms: Row[] }) {
  const { t, locale } = useTranslation("venues");
  if (!rooms.length) return <Empty title={t("room.empty.title")}>{t("room.empty.text")}</Empty>;
  const columns: Column<Row>[] = [
    {
      name: "name",
      label: t("room.name"),
      isHeading: true,
      cell: ({ id, name, equipment, isArchived }) => (
        <>
          <a className="link" href={to.room({ locale, venue, room: id })}>
            <LocalText value={name} />
          </a>{" "}
          {isArchived ? <Badge tone="quiet">{t("archive.badge")}</Badge> : null}
          {equipment.text ? (
            <SecondLine>
              <LocalText value={equipment} />
            </SecondLine>
          ) : null}
        </>
      ),
    },
    {
      name: "capacity",
      label: t("room.capacity"),
      isNumber: true,
      isLabelled: true,
      cell: ({ capacity }) => (capacity === null ? "" : formatNumber(locale, capacity)),
    },
    {
      name: "archive",
      label: t("archive.title"),
      hasHiddenLabel: true,
      isOnScreenOnly: true,
      cell: ({ id, name, isArchived }) => (
        <PostButton
          look="plain"
          isSmall
          action={to.venue({ locale, venue })}
          fields={{ part: isArchived ? "restoring" : "archiving", roomId: id }}
          aria-label={t(isArchived ? "archive.restoreRoom" : "archive.room", { room: name.text })}
        >
          {t(isArchived ? "archive.restore" : "archive.button")}
        </PostButton>
      ),
    },
  ];
  return <Table columns={columns} rows={rooms} keyOf={({ id }) => id} caption={t("room.title")} />;
}
