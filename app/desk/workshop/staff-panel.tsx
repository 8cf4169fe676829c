import { to } from "#app/addresses.ts";
import { staffStates } from "#app/faculty/rules.ts";
import { StaffBadge } from "#app/faculty/staff-badge.tsx";
import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PersonName } from "#app/people/person-name.tsx";
import { Meter } from "#app/ui/display/meter.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { SecondLine } from "#app/ui/hint.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty } from "#app/ui/notice.tsx";
import type { StaffRow, StaffView } from "./staff-view.ts";

type Props = { code: string; staff: StaffView; mayAsk: boolean };

/** Who teaches in a workshop, what they have said, and the button that asks whoever has not been asked. */
export function StaffPanel({ code, staff, mayAsk }: Props) {
  const { t, locale } = useTranslation("faculty");
  const { rows, people, answered, proposed } = staff;
  return (
    <Section title={t("panel.title")} id="staff">
      {people ? (
        <>
          <div className="mb-4 max-w-md">
            <Meter
              label={t("panel.answered")}
              text={t("panel.count", { answered, people })}
              value={answered}
              of={people}
            />
          </div>
          {mayAsk && proposed ? (
            <PostButton
              look="main"
              className="mb-4 print:hidden"
              action={to.teaching({ locale, code })}
              fields={{ part: "ask" }}
            >
              {t("panel.ask", { count: proposed })}
            </PostButton>
          ) : null}
          <Panel as="ul" isRuled>
            {rows.map((row) => (
              <li key={row.id} className="p-4 sm:px-6">
                <Person row={row} code={code} mayAsk={mayAsk} />
              </li>
            ))}
          </Panel>
        </>
      ) : (
        <Empty title={t("panel.none.title")}>{t("panel.none.text")}</Empty>
      )}
    </Section>
  );
}

function Person({ row, code, mayAsk }: { row: StaffRow; code: string; mayAsk: boolean }) {
  const { t, locale } = useTranslation(["faculty", "common"]);
  const { id, name, institution, roles, askedAt, reminders, reason, isComing } = row;
  return (
    <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-[1fr_minmax(14rem,auto)]">
      <div className="min-w-0">
        <a className="link [&_*]:text-inherit" href={to.member({ locale, member: id })}>
          <PersonName value={name} />
        </a>
        <SecondLine>
          {roles.map((role) => t(`role.${role}`)).join(t("common:fact.between"))}
          {institution.text ? (
            <>
              {t("common:fact.between")}
              <LocalText value={institution} />
            </>
          ) : null}
        </SecondLine>
        {askedAt ? (
          <SecondLine>
            {t("panel.asked", { at: askedAt })}
            {reminders ? ` ${t("panel.reminded", { count: reminders })}` : ""}
          </SecondLine>
        ) : null}
        {reason ? <p className="mt-1 max-w-[65ch] whitespace-pre-line">{t("panel.reason", { reason })}</p> : null}
      </div>
      <ul className="space-y-2">
        {staffStates.map((state) => (
          <Numbers key={state} state={state} sessions={row.sessions} />
        ))}
        {mayAsk && isComing ? (
          <li className="print:hidden">
            <PostButton
              look="plain"
              isSmall
              action={to.teaching({ locale, code })}
              fields={{ part: "release", facultyId: id }}
              aria-label={t("panel.releaseOne", { name: name.name })}
            >
              {t("panel.release")}
            </PostButton>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function Numbers({ state, sessions }: Pick<StaffRow, "sessions"> & { state: StaffRow["sessions"][number]["state"] }) {
  const { t, locale } = useTranslation("faculty");
  const own = sessions.filter((session) => session.state === state);
  if (!own.length) return null;
  const numbers = formatList(
    locale,
    own.map(({ number }) => String(number)),
  );
  const doubtful = own.filter(({ isDoubtful }) => isDoubtful).map(({ number }) => String(number));
  return (
    <li className="flex flex-wrap items-center gap-2">
      <StaffBadge state={state} />
      <span className="figures text-sm">{t("panel.sessions", { count: own.length, numbers })}</span>
      {doubtful.length ? (
        <span className="text-sm text-warn">{t("panel.doubtful", { numbers: formatList(locale, doubtful) })}</span>
      ) : null}
    </li>
  );
}
