import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { to } from "#app/addresses.ts";
import { audit } from "#app/audit/commands.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionLabels } from "#app/institutions/choices.ts";
import { sayDistinct } from "#app/people/merge.commands.ts";
import { chosenFields, differing, offeredSide } from "#app/people/merge.rules.ts";
import { shownName } from "#app/people/names.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { optionalChoice } from "#app/web/fields.ts";
import { hold } from "#db/hold.ts";
import { asId } from "#db/id.ts";
import { mergePeople } from "./merge.commands.ts";
import { findPair, listAccountsOfPair, listSharedWorkshops } from "./merge.queries.ts";
import { MergeForm } from "./merge-form.tsx";
import { mergedFact } from "./merged-fact.ts";

export const loader = guardedLoader("person.change", async ({ db, reach, locale, t, at, params }) => {
  const pair = orNotFound(await findPair(db, reach, [params.person ?? "", params.other ?? ""]));
  const institutions = await institutionLabels(db, { locale, t, at });
  const accounts = await listAccountsOfPair(db, [pair.kept.id, pair.gone.id]);
  const shared = await listSharedWorkshops(db, pair.kept.id, pair.gone.id);
  const text = (side: "kept" | "gone", field: (typeof chosenFields)[number]) =>
    mergedFact(field, pair[side], { institutions, t });
  const differ = differing(pair);
  return {
    kept: { id: pair.kept.id, name: shownName(pair.kept) },
    gone: { id: pair.gone.id, name: shownName(pair.gone) },
    rows: chosenFields
      .map((field) => ({
        field,
        kept: text("kept", field),
        gone: text("gone", field),
        offered: differ.includes(field) ? offeredSide(field, pair) : null,
      }))
      // whoever has an account is written to at its address
      .filter(({ field, kept, gone }) => (kept || gone) && !(field === "email" && accounts.length > 0)),
    emails: accounts.map(({ email }) => email),
    shared: shared.map(({ code }) => code),
  };
});

const choice = optionalChoice(["kept", "gone"]);
const choices = Object.fromEntries(chosenFields.map((field) => [field, choice])) as Record<
  (typeof chosenFields)[number],
  typeof choice
>;
const mergeForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("merging"), ...choices }),
  z.object({ part: z.literal("distinguishing") }),
]);

export const action = guardedAction("person.change", mergeForm, async ({ trx, reach, by, input, params, locale }) => {
  const ids = [asId<"person">(params.person ?? ""), asId<"person">(params.other ?? "")] as const;
  await hold(trx, "person", ...ids);
  const pair = orNotFound(await findPair(trx, reach, [...ids]));
  const { part, ...chosen } = input;
  if (part === "distinguishing") {
    if (await sayDistinct(trx, ids, by))
      for (const [subjectId, other] of [ids, [ids[1], ids[0]] as const])
        await audit(trx, by.at, {
          ...{ accountId: by.accountId, action: "person.distinguished", subjectId },
          details: { other },
        });
    return redirect(to.person({ locale, person: pair.kept.id }, { done: "distinguished" }));
  }
  const sides = Object.fromEntries(Object.entries(chosen).filter(([, side]) => side !== ""));
  const outcome = await mergePeople(trx, pair, sides, by);
  if (outcome.status === "refused") return refuse(data({ refused: outcome.because }, { status: 409 }));
  return redirect(to.person({ locale, person: pair.kept.id }, { done: "merged" }));
});

export default function MergePage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as { refused?: "bothAccounts" | "sameWorkshop" } | undefined;
  const { t, locale } = useTranslation("deskPeople");
  const { kept, emails, shared } = loaded;
  const hindrance = emails.length > 1 ? "bothAccounts" : shared.length ? "sameWorkshop" : null;
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
          <p>{t(`merge.refused.${because}.text`, { emails: emails.join(" · ") })}</p>
          {because === "sameWorkshop"
            ? shared.map((code) => (
                <a key={code} className="link figures me-4" href={to.participants({ locale, code })}>
                  {code}
                </a>
              ))
            : null}
        </Notice>
      ) : null}
      <MergeForm {...loaded} isOpen={hindrance === null} />
    </Page>
  );
}
