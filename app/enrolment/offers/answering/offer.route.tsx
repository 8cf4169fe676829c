import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { answerOffer } from "#app/enrolment/offers/answers.commands.ts";
import { offerAnswerForm, offerOutcomes } from "#app/enrolment/offers/form.ts";
import { findOfferByLink } from "#app/enrolment/offers/offers.queries.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { hashToken } from "#app/sessions/token.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { publicAction, publicLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { answerIn } from "./answer-in.ts";
import { OfferPage } from "./offer-page.tsx";
import { offerView } from "./offer-view.ts";

/** Whoever has the link reads and answers: they need no account. Somebody else who has signed in sees nothing of it. */
export const loader = publicLoader(async ({ db, params, actor, locale, t, at, url }) => {
  const offer = await findOfferByLink(db, hashToken(params.token ?? ""), at);
  if (!offer) return data({ problem: "gone" as const }, { status: 410 });
  if (actor && actor.personId !== offer.personId) return data({ problem: "other" as const }, { status: 403 });
  const view = await offerView(offer, "link", { db, locale, t, at });
  if (!view) return data({ problem: "gone" as const }, { status: 410 });
  return data({ offer: view, isSignedIn: actor !== null, done: queryChoice(url, "done", offerOutcomes) });
});

export const action = publicAction(offerAnswerForm, async ({ trx, params, at, locale, input, values, actor, by }) => {
  const token = params.token ?? "";
  const offer = await findOfferByLink(trx, hashToken(token), at);
  if (!offer) return refuse(data(null, { status: 410 }));
  if (actor && actor.personId !== offer.personId) return refuse(data(null, { status: 403 }));
  const via = actor ? "self" : "link";
  const outcome = await answerOffer(trx, offer.id, answerIn(input), { ...by, via });
  if (outcome.status === "refused") return refuse(invalid({ "": `offers:refused.${outcome.because}` }, values, 409));
  return redirect(to.offer({ locale, token }, { done: outcome.status }));
});

export default function OfferByLinkPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData();
  const { t, locale } = useTranslation("offers");
  if ("problem" in loaded)
    return (
      <Page title={t(`${loaded.problem}.title`)} width="form" lead={t(`${loaded.problem}.lead`)}>
        <Button look="plain" href={loaded.problem === "gone" ? to.workshops({ locale }) : to.me({ locale })}>
          {t(`${loaded.problem}.link`)}
        </Button>
      </Page>
    );
  return <OfferPage {...loaded} done={answer ? null : loaded.done} isByLink />;
}
