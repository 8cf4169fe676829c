import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { covers, reachOf } from "#app/access/permissions.ts";
import { to } from "#app/addresses.ts";
import { byWorkshop } from "#app/faculty/by-workshop.ts";
import { answerForm } from "#app/faculty/form.ts";
import { answerRequest } from "#app/faculty/requests/answers.commands.ts";
import { answerOutcomes, doneOf } from "#app/faculty/requests/done.ts";
import { type RequestView, requestView } from "#app/faculty/requests/request-view.ts";
import { listRequestsOfPerson } from "#app/faculty/requests/requests.queries.ts";
import { TeachingAnswer } from "#app/faculty/requests/teaching-answer.tsx";
import { SessionsByWorkshop } from "#app/faculty/sessions-by-workshop.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { openSession } from "#app/sessions/commands.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { VisitLines } from "#app/timetable/visits/visit-lines.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { sessionCookie } from "#app/web/cookie.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { requiredText } from "#app/web/fields.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { isEver } from "#app/workshops/moments.rules.ts";

export const loader = guardedLoader("own.read", async ({ db, actor, locale, t, at, url }) => {
  const requests = await listRequestsOfPerson(db, actor.personId);
  const views = await Promise.all(
    requests.map(async (request) => {
      const view = await requestView(request, { db, locale, t, at, zone: actor.zone });
      const isOpen = covers(reachOf(actor, "desk.read"), request);
      return view && { ...view, isOpen };
    }),
  );
  const known = views.filter((view) => view !== null);
  const accepted = known.flatMap((request) =>
    request.sessions.filter(({ state }) => state === "accepted").map((session) => ({ session, request })),
  );
  const byTime = accepted.toSorted((a, b) => a.session.times.startsAt.localeCompare(b.session.times.startsAt));
  return {
    waiting: known.filter(({ isWaiting, refusal }) => isWaiting && refusal === null),
    coming: byWorkshop(
      byTime.filter(({ session, request }) => !session.isOver && request.refusal !== "cancelled").map(lineOf),
    ),
    past: byWorkshop(byTime.filter(({ session }) => session.isOver).map(lineOf)).reverse(),
    done: queryChoice(url, "done", answerOutcomes),
  };
});

type Own = { session: RequestView["sessions"][number]; request: RequestView & { isOpen: boolean } };

const lineOf = ({ session, request: { workshop, isOpen, isPublic } }: Own) => ({
  ...session,
  workshop,
  hasSheet: isOpen && isEver("takeSheet", workshop.state),
  ...{ isOpen, isPublic },
});

/** Each request is a form of its own, told apart by its id. */
const ownAnswerForm = answerForm.safeExtend({ part: requiredText(64) });

export const action = guardedAction("own.change", ownAnswerForm, async (visit) => {
  const { trx, actor, by, input, values, locale, at, request, context } = visit;
  const own = await listRequestsOfPerson(trx, actor.personId);
  const { id } = orNotFound(own.find((one) => one.id === input.part) ?? null);
  const outcome = await answerRequest(trx, id, input, by);
  if (outcome.status === "refused") return refuse(invalid({ "": `faculty:refused.${outcome.because}` }, values, 409));
  const page = to.myTeaching({ locale }, { done: doneOf(outcome, input) });
  if (!outcome.isGranted) return redirect(page);
  const device = request.headers.get("user-agent") ?? "";
  const token = await openSession(trx, { accountId: actor.accountId, device, at });
  return redirect(page, { headers: { "Set-Cookie": sessionCookie(token, context.settings.secure) } });
});

export default function MyTeachingPage() {
  const { waiting, coming, past, done } = useLoaderData<typeof loader>();
  const answer = useActionData();
  const { t, locale } = useTranslation("faculty");
  return (
    <Page
      title={t("mine.title")}
      tabs={<MyTabs />}
      notice={done && !answer ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
    >
      {waiting.length ? (
        <Section title={t("mine.waiting")}>
          {waiting.map((request) => (
            <Waiting key={request.id} request={request} />
          ))}
        </Section>
      ) : null}
      <Section
        title={t("mine.coming")}
        aside={
          <a className="link" href={to.myCalendar({ locale })}>
            {t("mine.calendar")}
          </a>
        }
      >
        {coming.length ? (
          <Lines workshops={coming} isOpen />
        ) : (
          <Empty title={t("mine.none")}>{t("mine.noneHint")}</Empty>
        )}
      </Section>
      {past.length ? (
        <Section title={t("mine.past")}>
          <Lines workshops={past} />
        </Section>
      ) : null}
    </Page>
  );
}

function Waiting({ request }: { request: RequestView }) {
  const { t } = useTranslation("faculty");
  const { workshop, coordinator } = request;
  return (
    <article className="mb-8">
      <h3 className="text-lg">
        <LocalText value={workshop.title} note />
      </h3>
      <p className="mb-3 text-hint">
        <span className="figures">{workshop.code}</span> · {workshop.period}
        {coordinator ? <span className="block">{t("mine.askedBy", { name: coordinator.name })}</span> : null}
      </p>
      <TeachingAnswer request={request} part={request.id} />
    </article>
  );
}

type OfWorkshops = Awaited<ReturnType<typeof loader>>["coming"];

function Lines({ workshops, isOpen }: { workshops: OfWorkshops; isOpen?: boolean }) {
  const { t, locale } = useTranslation("faculty");
  const firstOf = new Map(workshops.map(({ code, sessions }) => [code, sessions[0]]));
  return (
    <SessionsByWorkshop
      workshops={workshops}
      isOpen={isOpen}
      links={(code) => <WorkshopLinks code={code} {...firstOf.get(code)} />}
      below={({ number, title, hasSheet, joinUrl, visit, workshop }) => (
        <>
          <VisitLines lines={visit} />
          <p className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
            {hasSheet ? (
              <a className="link" href={to.sheet({ locale, code: workshop.code, n: number })}>
                {t("mine.sheet")}
                <span className="sr-only">{title.text}</span>
              </a>
            ) : null}
            {joinUrl ? (
              <a className="link" href={joinUrl}>
                {t("request.join")}
              </a>
            ) : null}
          </p>
        </>
      )}
    />
  );
}

function WorkshopLinks({ code, isOpen, isPublic }: { code: string; isOpen?: boolean; isPublic?: boolean }) {
  const { t, locale } = useTranslation("faculty");
  return (
    <span className="flex flex-wrap gap-x-6 gap-y-1">
      {isOpen || isPublic ? (
        <a className="link" href={isOpen ? to.overview({ locale, code }) : to.workshop({ locale, code })}>
          {t("member.workshop")}
        </a>
      ) : null}
      {isOpen ? (
        <a className="link" href={to.materials({ locale, code })}>
          {t("mine.materials")}
        </a>
      ) : null}
    </span>
  );
}
