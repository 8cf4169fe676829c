import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { answerOffer } from "#app/enrolment/offers/answers.commands.ts";
import { offerAnswerForm, offerOutcomes } from "#app/enrolment/offers/form.ts";
import { findOwnOffer } from "#app/enrolment/offers/offers.queries.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { answerIn } from "./answer-in.ts";
import { OfferPage } from "./offer-page.tsx";
import { offerView } from "./offer-view.ts";

/** The latest offer of somebody's own in a workshop. */
export const loader = guardedLoader("own.read", async ({ db, actor, params, locale, t, at, url }) => {
  const offer = orNotFound(await findOwnOffer(db, params.code ?? "", actor.personId));
  const view = orNotFound(await offerView(offer, "self", { db, locale, t, at }));
  return { offer: view, done: queryChoice(url, "done", offerOutcomes) };
});

export const action = guardedAction("own.change", offerAnswerForm, async (visit) => {
  const { trx, actor, params, by, input, locale, values } = visit;
  const code = params.code ?? "";
  const offer = orNotFound(await findOwnOffer(trx, code, actor.personId));
  const outcome = await answerOffer(trx, offer.id, answerIn(input), { ...by, via: "self" });
  if (outcome.status === "refused") return refuse(invalid({ "": `offers:refused.${outcome.because}` }, values, 409));
  return redirect(to.myOffer({ locale, code: code.toUpperCase() }, { done: outcome.status }));
});

export default function MyOfferPage() {
  const { offer, done } = useLoaderData<typeof loader>();
  const answer = useActionData();
  return <OfferPage offer={offer} done={answer ? null : done} isSignedIn />;
}
