import { useTranslation } from "#app/i18n/use-translation.ts";
import { Panel } from "#app/ui/frame/panel.tsx";

/** One seat, or one place in the queue behind the seats. */
export type SeatCell =
  | { kind: "taken" | "free"; key: string; name: string; rank?: undefined }
  | { kind: "waits"; key: string; name: string; rank: number };

export type SeatGroup = {
  key: string;
  name: string;
  count: string;
  waiting: string;
  release: string;
  cells: SeatCell[];
};

/** A row of seats holds this many before a group becomes a list of numbers. */
const mostDrawn = 120;

/** The seats of a workshop, group by group: each is a shape, a word and a colour. */
export function SeatGrid({ groups }: { groups: readonly SeatGroup[] }) {
  return (
    <div className="mb-8 grid gap-4 lg:grid-cols-2 print:block">
      {groups.map(({ key, ...group }) => (
        <Group key={key} {...group} />
      ))}
    </div>
  );
}

function Group({ name, count, waiting, release, cells }: Omit<SeatGroup, "key">) {
  const { t } = useTranslation("quotas");
  const drawn = cells.slice(0, mostDrawn);
  return (
    <Panel as="section" pad="text" className="seat-group">
      <h3 className="mb-1 text-lg">{name}</h3>
      <p className="mb-3 text-sm text-hint">
        <span className="figures">{[count, waiting].filter(Boolean).join(" · ")}</span>
        {release ? <span className="block">{release}</span> : null}
      </p>
      <ul className="seats">
        {drawn.map((cell) => (
          <Seat key={cell.key} cell={cell} />
        ))}
      </ul>
      {cells.length > drawn.length ? (
        <p className="mt-2 text-sm text-hint">{t("group.more", { count: cells.length - drawn.length })}</p>
      ) : null}
    </Panel>
  );
}

function Seat({ cell: { kind, name, rank } }: { cell: SeatCell }) {
  const { t } = useTranslation("quotas");
  return (
    <li className={`seat seat-${kind}`}>
      {name ? <span className="seat-name">{name} </span> : null}
      <span className="seat-word">{kind === "waits" ? t("seat.waits", { rank }) : t(`seat.${kind}`)}</span>
    </li>
  );
}
