import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may, reachOf } from "#app/access/permissions.ts";
import { listDoubleAccounts } from "#app/accounts/merge/merge.queries.ts";
import { to } from "#app/addresses.ts";
import { audit } from "#app/audit/commands.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sayDistinct } from "#app/people/merge/merge.commands.ts";
import { shownName } from "#app/people/names.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Fields } from "#app/web/fields.ts";
import { hold } from "#db/hold.ts";
import { asId } from "#db/id.ts";
import { choicesIn, mergingForm } from "./form.ts";
import { type MergeOutcome, mergePeople } from "./merge.commands.ts";
import { findPair } from "./merge.queries.ts";
import { MergeForm } from "./merge-form.tsx";
import { accountsOfPair, factsOfPair, sharedOfPair } from "./merge-view.ts";

type Because = Extract<MergeOutcome, { status: "refused" }>["because"];

export const loader = guardedLoader("person.change", async (visit) => {
  const { db, reach, params } = visit;
  const pair = orNotFound(await findPair(db, reach, [params.person ?? "", params.other ?? ""]));
  const accounts = await listDoubleAccounts(db, [pair.kept.id, pair.gone.id]);
  const shared = await sharedOfPair(visit, pair);
  return {
    kept: { id: pair.kept.id, name: shownName(pair.kept) },
    gone: { id: pair.gone.id, name: shownName(pair.gone) },
    facts: await factsOfPair(visit, pair, accounts.length > 0),
    accounts: await accountsOfPair(visit, pair, accounts),
    shared,
    hindrance: hindranceIn(shared),
  };
});

/** What stands in the way whatever is chosen. */
function hindranceIn(shared: Awaited<ReturnType<typeof sharedOfPair>>): Because | null {
  if (shared.some(({ within }) => !within)) return "elsewhere";
  return shared.some(({ within }) => !within?.mayStay.length) ? "bothCertified" : null;
}

export const action = guardedAction("person.change", mergingForm, async (visit) => {
  const { trx, actor, reach, by, input, values, params, locale } = visit;
  const ids = [asId<"person">(params.person ?? ""), asId<"person">(params.other ?? "")] as const;
  await hold(trx, "person", ...ids);
  const pair = orNotFound(await findPair(trx, reach, [...ids]));
  if (input.part === "distinguishing") {
    if (await sayDistinct(trx, ids, by))
      for (const [subjectId, other] of [ids, [ids[1], ids[0]] as const])
        await audit(trx, by.at, {
          ...{ accountId: by.accountId, action: "person.distinguished", subjectId },
          details: { other },
        });
    return redirect(to.person({ locale, person: pair.kept.id }, { done: "distinguished" }));
  }
  const merger = { ...by, mayGrant: may(actor, "account.change"), participants: reachOf(actor, "participant.change") };
  const outcome = await mergePeople(trx, pair, choicesIn(values), merger);
  if (outcome.status === "refused") return refuse(data({ refused: outcome.because, values }, { status: 409 }));
  return redirect(to.person({ locale, person: pair.kept.id }, { done: "merged" }));
});

export default function MergePage() {
  const { hindrance, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData() as { refused?: Because; values?: Fields } | undefined;
  const { t, locale } = useTranslation("deskPeople");
  const { kept, shared } = loaded;
  const because = answer?.refused ?? hindrance;
  return (
    <Page
      width="wide"
      title={t("merge.title")}
      lead={t("merge.lead")}
      crumbs={[
        { to: to.people({ locale }), label: t("list.title") },
        {
          to: to.person({ locale, person: kept.id }),
          label: <span lang={kept.name.isJapanese ? "ja" : undefined}>{kept.name.name}</span>,
        },
      ]}
    >
      {because ? (
        <Notice isStanding tone="bad" title={t(`merge.refused.${because}.title`)}>
          <p>{t(`merge.refused.${because}.text`)}</p>
          {because === "bothCertified"
            ? shared.flatMap(({ within }) =>
                within && !within.mayStay.length ? (
                  <a key={within.code} className="link me-4" href={to.certificates({ locale, code: within.code })}>
                    {t("merge.refused.bothCertified.link", { code: within.code })}
                  </a>
                ) : (
                  []
                ),
              )
            : null}
        </Notice>
      ) : null}
      <MergeForm {...loaded} chosen={choicesIn(answer?.values ?? {})} isOpen={hindrance === null} />
    </Page>
  );
}
