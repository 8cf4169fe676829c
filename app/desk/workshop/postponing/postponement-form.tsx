import type { ReactNode } from "react";
import { HourQuestions } from "#app/desk/timetable/shift/hour-questions.tsx";
import { MovedTable } from "#app/desk/timetable/shift/moved-table.tsx";
import { formatList } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { FieldGroup } from "#app/ui/form/field-group.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Told } from "#app/workshops/view/telling-hint.tsx";
import type { postponementView } from "./postponement-view.ts";

type Preview = NonNullable<Awaited<ReturnType<typeof postponementView>>["preview"]>;

type FormProps = {
  preview: Preview;
  /** The new first day. */
  to: string;
  version: string;
  told: Told;
  /** How many who teach are told as well. */
  teachers: number;
  /** What is in the way, and why it may stand. */
  children: ReactNode;
};

/** What would come of it, who is told, and why: then it is done. */
export function PostponementForm({ preview, to, version, told, teachers, children }: FormProps) {
  const { t } = useTranslation("desk");
  const { by, hasProblem, period, milestones, rows } = preview;
  return (
    <PostForm labels={{ to: t("postponing.to"), reason: t("postponing.reason") }} saysNeed={false}>
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="version" value={version} />
      <Notice isStanding tone={hasProblem ? "warn" : "key"} title={t("postponing.summary", { count: by })}>
        <p>{t("postponing.period", period)}</p>
        {milestones.map(({ step, before, after }) => (
          <p key={step}>{t(`postponing.${step as "open" | "closed"}`, { before, after })}</p>
        ))}
        {hasProblem ? <p>{t("postponing.hasProblem")}</p> : null}
      </Notice>
      {rows.length ? (
        <Section title={t("postponing.sessions")}>
          <MovedTable rows={rows} caption={t("postponing.sessions")} question={(row) => <HourQuestions row={row} />} />
        </Section>
      ) : null}
      {hasProblem ? null : (
        <>
          {children}
          <TextArea name="reason" rows={3} label={t("postponing.reason")} hint={t("postponing.reasonHint")} />
          <WhoIsTold told={told} teachers={teachers} />
          <Button look="main">{t("postponing.save")}</Button>
        </>
      )}
    </PostForm>
  );
}

/** Whom it concerns: nobody is left out, as all of them plan their days by it. */
function WhoIsTold({ told: { count, names }, teachers }: Pick<FormProps, "told" | "teachers">) {
  const { t, locale } = useTranslation("desk");
  const others = count - names.length;
  const listed = others > 0 ? [...names, t("telling.others", { count: others })] : names;
  return (
    <FieldGroup legend={t("telling.legend")}>
      <p className="max-w-[65ch]">{count ? t("postponing.told.people", { count }) : t("postponing.told.nobody")}</p>
      {names.length ? (
        <details>
          <summary className="link cursor-pointer py-2">{t("telling.who")}</summary>
          <p className="max-w-[65ch]">{formatList(locale, listed)}</p>
        </details>
      ) : null}
      {teachers ? <p className="max-w-[65ch]">{t("postponing.told.teachers", { count: teachers })}</p> : null}
      {count + teachers ? <p className="hint mb-4 max-w-[65ch]">{t("postponing.told.quiet")}</p> : null}
    </FieldGroup>
  );
}
