import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { BothClocks, SessionLine } from "#app/timetable/timetable.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import type { todaysSessions } from "./today-view.ts";

type TodayProps = { sessions: Awaited<ReturnType<typeof todaysSessions>> };

type Session = TodayProps["sessions"][number];

/** Today's sessions, each one step away from its sheet. */
export function Today({ sessions }: TodayProps) {
  const { t } = useTranslation(["workshops", "desk"]);
  if (!sessions.length) return null;
  return (
    <Section title={t("desk:session.today")}>
      <Panel as="ul" isRuled>
        {sessions.map((session) => (
          <li
            key={session.id}
            className="grid items-center gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_auto] lg:grid-cols-[23rem_1fr_auto]"
          >
            <BothClocks times={session.times} />
            <div className="max-lg:order-first max-lg:col-span-full">
              <SessionLine session={session} />
              <SecondLine>
                <span className="figures me-1">{session.code}</span> <LocalText value={session.workshop} />
              </SecondLine>
            </div>
            <SheetButton session={session} />
          </li>
        ))}
      </Panel>
    </Section>
  );
}

function SheetButton({ session: { code, number, title, marked, of } }: { session: Session }) {
  const { t, locale } = useTranslation(["workshops", "desk"]);
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      <span className="text-sm text-hint figures">{t("desk:session.marked", { marked, of })}</span>
      <Button look="plain" width="full on a phone" href={to.sheet({ locale, code, n: number })}>
        {t("desk:session.sheet")}
        <span className="sr-only">
          {t("desk:session.about", { title: title.text || t("session.untitled", { number }) })}
        </span>
      </Button>
    </span>
  );
}
