import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { type AnswerInput, answerForm } from "#app/faculty/form.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { addressedName } from "#app/people/names.ts";
import { findProfile } from "#app/people/queries.ts";
import { openSession } from "#app/sessions/commands.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { sessionCookie } from "#app/web/cookie.ts";
import { type Public, refuse } from "#app/web/doors/door.ts";
import { type Acting, publicAction, publicLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { WorkshopPlace } from "#app/workshops/view/workshop-place.tsx";
import { answerRequest } from "./answers.commands.ts";
import { answerOutcomes, doneOf } from "./done.ts";
import { type RequestView, requestView } from "./request-view.ts";
import { findRequestByToken } from "./requests.queries.ts";
import { AskedSessions, TeachingAnswer } from "./teaching-answer.tsx";

/** Whoever has the link reads and answers: they need no account, and see nobody else's. */
export const loader = publicLoader(async ({ db, params, locale, t, at, url }) => {
  const request = await findRequestByToken(db, params.token ?? "", at);
  const person = request && (await findProfile(db, request.personId));
  const view = person && (await requestView(request, { db, locale, t, at, zone: person.zone }));
  if (!view) return data(null, { status: 410 });
  return data({ name: addressedName(person, locale), request: view, done: queryChoice(url, "done", answerOutcomes) });
});

export const action = publicAction(answerForm, async (visit) => {
  const { trx, params, at, locale, input, values, actor, by, request: asked } = visit;
  const token = params.token ?? "";
  const request = await findRequestByToken(trx, token, at);
  if (!request) return refuse(data(null, { status: 410 }));
  // the link speaks for whom it was sent to, whoever is signed in
  const isOwner = actor?.personId === request.personId;
  const outcome = await answerRequest(trx, request.id, input, { accountId: isOwner ? by.accountId : null, at });
  if (outcome.status === "refused") return refuse(invalid({ "": `faculty:refused.${outcome.because}` }, values, 409));
  const page = to.teachingRequest({ locale, token }, { done: doneOf(outcome, input) });
  if (!isOwner || !outcome.isGranted) return redirect(page);
  return redirect(page, { headers: await renewed(visit, asked) });
});

/** A change of roles ends the sessions of an account. Whoever has changed their own goes on in a new one. */
async function renewed({ trx, actor, at, context }: Acting<AnswerInput, Public>, request: Request) {
  if (!actor) return undefined;
  const device = request.headers.get("user-agent") ?? "";
  const token = await openSession(trx, { accountId: actor.accountId, device, at });
  return { "Set-Cookie": sessionCookie(token, context.settings.secure) };
}

export default function TeachingRequestPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData();
  const { t, locale } = useTranslation("faculty");
  if (!loaded)
    return (
      <Page title={t("request.gone.title")} width="form" lead={t("request.gone.lead")}>
        <Button look="plain" href={to.workshops({ locale })}>
          {t("request.gone.workshops")}
        </Button>
      </Page>
    );
  const { name, request, done } = loaded;
  const { refusal, workshop, sessions } = request;
  return (
    <Page
      title={t("request.title")}
      width="form"
      lead={t(request.isWaiting ? "request.lead" : "request.leadAnswered", { name })}
      notice={done && !answer ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
    >
      <RequestFacts request={request} />
      {refusal ? <Notice isStanding tone="warn" title={t(`refused.${refusal}`)} /> : null}
      {refusal === null ? (
        <>
          {request.isWaiting ? null : <h2 className="mb-4 text-xl">{t("request.again")}</h2>}
          <TeachingAnswer request={request} />
        </>
      ) : refusal === "over" ? (
        <AskedSessions sessions={sessions} />
      ) : null}
      <p className="mt-8 text-hint">{t("request.private", { code: workshop.code })}</p>
    </Page>
  );
}

function RequestFacts({ request }: { request: RequestView }) {
  const { t, locale } = useTranslation(["faculty", "workshops"]);
  const { workshop, coordinator, isPublic, mode } = request;
  const title = <LocalText value={workshop.title} note />;
  const facts = [
    {
      term: t("request.workshop"),
      value: isPublic ? (
        <a className="link" href={to.workshop({ locale, code: workshop.code })}>
          {title}
        </a>
      ) : (
        title
      ),
    },
    { term: t("workshops:facts.dates"), value: workshop.period },
    { term: t("workshops:facts.place"), value: <WorkshopPlace workshop={workshop} /> },
    { term: t("workshops:facts.mode"), value: t(`workshops:mode.${mode}`) },
    {
      term: t("request.coordinator"),
      value: coordinator ? (
        <>
          {coordinator.name}{" "}
          <a className="link wrap-anywhere" href={`mailto:${coordinator.email}`}>
            {coordinator.email}
          </a>
        </>
      ) : null,
    },
  ];
  return (
    <Panel pad="text" className="mb-8">
      <Facts look="stacked" facts={facts} />
    </Panel>
  );
}
