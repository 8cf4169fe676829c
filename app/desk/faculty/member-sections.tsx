import { to } from "#app/addresses.ts";
import { SessionsByWorkshop, type TaughtWorkshop } from "#app/faculty/sessions-by-workshop.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { TextField } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Empty } from "#app/ui/notice.tsx";
import type { MemberSession } from "./member-view.ts";

type OfWorkshops = TaughtWorkshop<MemberSession>[];
type SessionsProps = {
  coming: OfWorkshops;
  past: OfWorkshops;
  /** Hours in words. */
  load: { coming: string; past: string };
};

/** Where somebody is going to be, and where they have been. */
export function MemberSessions({ coming, past, load }: SessionsProps) {
  const { t } = useTranslation("faculty");
  return (
    <>
      <Section title={t("member.coming")} aside={coming.length ? <span>{load.coming}</span> : null}>
        {coming.length ? <Sessions workshops={coming} isOpen /> : <Empty title={t("member.nothing")} />}
      </Section>
      {past.length ? (
        <Section title={t("member.past")} aside={<span>{load.past}</span>}>
          <Sessions workshops={past} />
        </Section>
      ) : null}
    </>
  );
}

function Sessions({ workshops, isOpen }: { workshops: OfWorkshops; isOpen?: boolean }) {
  const { t, locale } = useTranslation("faculty");
  const reached = new Set(workshops.filter(({ sessions }) => sessions[0]?.isReached).map(({ code }) => code));
  return (
    <SessionsByWorkshop
      workshops={workshops}
      isOpen={isOpen}
      links={(code) =>
        reached.has(code) ? (
          <a className="link" href={to.overview({ locale, code })}>
            {t("member.workshop")}
          </a>
        ) : null
      }
      beside={({ isTwice }) => (isTwice ? <Badge tone="warn">{t("member.twice")}</Badge> : null)}
    />
  );
}

type AbsencesProps = { member: string; absences: { id: string; period: string; note: string }[] };

/** When somebody is not available. */
export function MemberAbsences({ member, absences }: AbsencesProps) {
  const { t, locale } = useTranslation("faculty");
  const action = to.availability({ locale, member });
  return (
    <Panel as="section" pad="text" className="mb-6">
      <h2 className="mb-3 text-lg">{t("absence.title")}</h2>
      {absences.length ? (
        <ul className="mb-4 divide-y divide-hairline border-y border-hairline">
          {absences.map(({ id, period, note }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span>
                {period}
                {note ? <span className="block text-sm text-hint">{note}</span> : null}
              </span>
              <PostButton
                look="plain"
                isSmall
                action={action}
                fields={{ part: "removal", absenceId: id }}
                aria-label={t("absence.removeOne", { period })}
              >
                {t("absence.remove")}
              </PostButton>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-4 text-hint">{t("absence.none")}</p>
      )}
      <PostForm
        action={action}
        part="absence"
        saysNeed={false}
        labels={{ startsOn: t("absence.startsOn"), endsOn: t("absence.endsOn"), note: t("absence.note") }}
      >
        <TextField name="startsOn" type="date" label={t("absence.startsOn")} />
        <TextField name="endsOn" type="date" label={t("absence.endsOn")} />
        <TextField name="note" label={t("absence.note")} optional />
        <Button look="plain">{t("absence.add")}</Button>
      </PostForm>
    </Panel>
  );
}
