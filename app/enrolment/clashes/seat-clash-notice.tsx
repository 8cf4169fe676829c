import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { BothClocks } from "#app/timetable/timetable.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { SeatClash } from "./seat-clashes.ts";

type Props = {
  clashes: SeatClash[];
  /** The workshop of this page, which needs no link to itself. */
  here?: string;
};

/** Says which workshops are held at the same time, and leaves the choice to whoever reads it. */
export function SeatClashNotice({ clashes, here }: Props) {
  const { t } = useTranslation("enrolment");
  if (!clashes.length) return null;
  return (
    <Notice isStanding tone="warn" title={t(here ? "clash.here" : "clash.title")}>
      <ul className="space-y-3">
        {clashes.map((clash) => (
          <li key={clash.workshops.map(({ code }) => code).join()}>
            <Workshops clash={clash} here={here} />
            <p>{t("clash.sessions", { count: clash.count })}</p>
            <BothClocks times={clash.first} withDay />
          </li>
        ))}
      </ul>
      <p>{t("clash.choose")}</p>
    </Notice>
  );
}

function Workshops({ clash, here }: { clash: SeatClash; here: string | undefined }) {
  const { locale } = useTranslation("enrolment");
  return clash.workshops
    .filter(({ code }) => code !== here)
    .map(({ code, title }) => (
      <p key={code}>
        <span className="figures">{code}</span>{" "}
        <a className="link" href={to.workshop({ locale, code })}>
          <LocalText value={title} />
        </a>
      </p>
    ));
}
