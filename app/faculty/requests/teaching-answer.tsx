import { StaffBadge } from "#app/faculty/staff-badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { BothClocks, SessionLine } from "#app/timetable/timetable.tsx";
import { VisitLines } from "#app/timetable/visits/visit-lines.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { fieldId, PostForm, useFormState } from "#app/ui/form/form.tsx";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import type { RequestedView, RequestView } from "./request-view.ts";

/** Yes or no to the sessions of a request: some of them, all or none. It can be given again until they begin. */
export function TeachingAnswer({ request, part }: { request: RequestView; part?: string }) {
  const { t } = useTranslation("faculty");
  const labels = { accepted: t("request.sessions"), reason: t("request.reason") };
  const open = request.sessions.filter(({ isAnswerable }) => isAnswerable);
  return (
    <PostForm labels={labels} part={part} isFramed>
      {open.map(({ seen }) => (
        <input key={seen} type="hidden" name="seen" value={seen} />
      ))}
      <Choices sessions={open} />
      <TextArea name="reason" rows={3} label={t("request.reason")} hint={t("request.reasonHint")} optional />
      <div className="flex flex-wrap gap-4">
        <Button look="main" name="answer" value="accept" width="full on a phone">
          {t("request.accept")}
        </Button>
        <Button look="plain" name="answer" value="decline" width="full on a phone">
          {t("request.decline", { count: open.length })}
        </Button>
      </div>
    </PostForm>
  );
}

/** Ticked at first is whatever was not declined before: most people come to all that they are asked for. */
function Choices({ sessions }: { sessions: RequestedView[] }) {
  const { t } = useTranslation("faculty");
  const { values, errors, sent } = useFormState();
  const typed = [values.accepted ?? []].flat();
  const error = errors.accepted;
  return (
    <fieldset id={fieldId("accepted")} tabIndex={-1} className={`mb-6 ${error ? "border-s-4 border-bad ps-4" : ""}`}>
      <legend className="mb-1 font-bold text-ink">{t("request.sessions")}</legend>
      <Hint>{t("request.sessionsHint")}</Hint>
      {error ? (
        <p className="wrong">
          <MessageText message={error} />
        </p>
      ) : null}
      <div className="mt-2 divide-y divide-hairline border-y border-hairline">
        {sessions.map((session) => (
          <label key={session.id} className="flex cursor-pointer items-start gap-3 py-3">
            <input
              type="checkbox"
              name="accepted"
              value={session.id}
              defaultChecked={sent ? typed.includes(session.id) : session.state !== "declined"}
              className="mt-1 size-5 shrink-0 accent-key"
            />
            <span className="min-w-0">
              <AskedLine session={session} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One session with its day, both clocks and what somebody is in it. */
function AskedLine({ session }: { session: RequestedView }) {
  const { t } = useTranslation("faculty");
  return (
    <>
      <span className="mb-1 flex flex-wrap items-center gap-2">
        <span className="font-bold text-ink">{t(`role.${session.role}`)}</span>
        <StaffBadge state={session.state} />
      </span>
      <BothClocks times={session.times} withDay />
      <SessionLine session={session} />
    </>
  );
}

/** What stands, where nothing is answered any more or all has been. */
export function AskedSessions({ sessions }: { sessions: RequestedView[] }) {
  const { t } = useTranslation("faculty");
  return (
    <Panel as="ul" isRuled className="mb-8">
      {sessions.map((session) => (
        <li key={session.id} className="p-4 sm:px-6">
          <AskedLine session={session} />
          <VisitLines lines={session.visit} />
          {session.joinUrl ? (
            <p className="mt-2">
              <a className="link wrap-anywhere" href={session.joinUrl}>
                {t("request.join")}
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </Panel>
  );
}
