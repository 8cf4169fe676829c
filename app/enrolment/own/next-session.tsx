import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionView } from "#app/timetable/session-view.ts";
import { BothClocks } from "#app/timetable/timetable.tsx";
import { VisitLines } from "#app/timetable/visits/visit-lines.tsx";
import type { VisitLine } from "#app/timetable/visits/visit-view.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { WorkshopPlace } from "#app/workshops/view/workshop-place.tsx";
import type { WorkshopView } from "#app/workshops/view/workshop-view.ts";

type ComingSession = SessionView & {
  workshop: WorkshopView;
  joinUrl: string;
  visit: VisitLine[];
  /** At another venue than its workshop's. */
  isElsewhere: boolean;
};

/** What comes next for somebody, where, and how to join it. */
export function NextSession({ session }: { session: ComingSession }) {
  const { t, locale } = useTranslation(["enrolment", "common"]);
  return (
    <Panel as="section" pad="card" edge="key" className="mb-12">
      <h2 className="mb-1 text-base">{t("me.next")}</h2>
      {session.title.text ? (
        <p className="text-xl font-bold text-ink">
          <LocalText value={session.title} />
        </p>
      ) : null}
      <p className="mb-2">
        <a className="link" href={to.workshop({ locale, code: session.workshop.code })}>
          <LocalText value={session.workshop.title} />
        </a>
      </p>
      <BothClocks times={session.times} withDay />
      <p className="mt-2">
        {session.place.map((part) => (
          <span key={part.text} className="block">
            <LocalText value={part} />
          </span>
        ))}
        {session.isElsewhere ? null : <WorkshopPlace workshop={session.workshop} />}
      </p>
      <VisitLines lines={session.visit} />
      {session.joinUrl ? (
        <p className="mt-3">
          <Button look="main" href={session.joinUrl}>
            {t("me.join")}
          </Button>
        </p>
      ) : null}
    </Panel>
  );
}
