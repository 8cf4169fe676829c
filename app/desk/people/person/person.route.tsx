import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may, reachOf } from "#app/access/permissions.ts";
import { AccountStateBadge } from "#app/accounts/account/account-state-badge.tsx";
import { inviteToJoin, type JoiningOutcome } from "#app/accounts/joining.commands.ts";
import { findAccountOf } from "#app/accounts/queries.ts";
import { to } from "#app/addresses.ts";
import { listAlikeTo } from "#app/doubles/likely/alike.queries.ts";
import { AlikePeople } from "#app/doubles/likely/alike-people.tsx";
import { alikeRows } from "#app/doubles/likely/alike-view.ts";
import { type UndoingOutcome, undoMerge } from "#app/doubles/merge.commands.ts";
import { findMergedInto } from "#app/doubles/merge.queries.ts";
import { MergeSection } from "#app/doubles/merge-section.tsx";
import { undoableOf } from "#app/doubles/undoable.ts";
import { findPersonWithin, isWithinReach } from "#app/enrolment/people/within-reach.queries.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionNames } from "#app/institutions/institution-names.ts";
import type { PersonRecord } from "#app/people/merge/merge.rules.ts";
import { shownName } from "#app/people/names.ts";
import { listOnProgramme, takeOffProgramme } from "#app/programmes/list.commands.ts";
import { localDate } from "#app/time/wall-time.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Reading } from "#app/web/doors/door.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { requiredId, requiredText } from "#app/web/fields.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { findWorkshopId } from "#app/workshops/queries.ts";
import { hold } from "#db/hold.ts";
import { asId } from "#db/id.ts";
import { changesOf } from "./changes.ts";
import { factsOf } from "./facts-view.ts";
import { programmeListsOf } from "./lists-view.ts";
import { Messages, PersonFactsSection, Workshops } from "./person-sections.tsx";
import { PersonAccount, PersonChanges, ProgrammeLists } from "./person-standing.tsx";
import { storyOf, workshopsOpenTo } from "./story.ts";

const outcomes = ["added", "saved", "invited", "listed", "unlisted", "merged", "unmerged", "distinguished"] as const;

export const loader = guardedLoader("person.read", async (visit) => {
  const { db, actor, reach, locale, t, at, params, url } = visit;
  const person = orNotFound((await findPersonWithin(db, reach, params.person ?? "")) ?? (await elsewhere(visit)));
  const account = await findAccountOf(db, person.id);
  const institutionOf = await institutionNames(db, localDate(at, actor.zone), locale);
  return {
    id: person.id,
    name: shownName(person),
    city: cityOf(actor.zone, t),
    facts: factsOf(visit, person, { email: account?.email ?? person.email, institutionOf }),
    account: account && {
      id: account.id,
      state: account.state,
      email: account.email,
      mayOpen: may(actor, "account.change"),
    },
    hasEmail: Boolean(account?.email ?? person.email),
    alike: alikeRows(await listAlikeTo(db, reach, person.id), institutionOf),
    ...(await storyOf(visit, person.id, institutionOf)),
    openTo: await workshopsOpenTo(visit, person.id),
    changes: await changesOf(visit, { personIds: [person.id], accountId: account?.id ?? null }),
    lists: await programmeListsOf(visit, person.id),
    undoable: await undoableOf(visit, person.id),
    done: queryChoice(url, "done", outcomes),
  };
});

/** Whose record has become part of another is found there. */
async function elsewhere({ db, reach, locale, params }: Reading): Promise<null> {
  const into = await findMergedInto(db, params.person ?? "");
  if (into && (await isWithinReach(db, reach, into))) throw redirect(to.person({ locale, person: into }));
  return null;
}

const personPageForm = z.discriminatedUnion("part", [
  z.object({ part: z.literal("enrolling"), code: requiredText(64, "common:form.choose") }),
  z.object({ part: z.literal("invitation") }),
  z.object({ part: z.literal("listing"), programmeId: requiredId<"programme">("common:form.choose") }),
  z.object({ part: z.literal("unmerging") }),
  z.object({ part: z.literal("unlisting"), programmeId: requiredId<"programme">() }),
]);

export const action = guardedAction("person.change", personPageForm, async (visit) => {
  const { trx, reach, by, input, params, locale } = visit;
  const personId = asId<"person">(params.person ?? "");
  await hold(trx, "person", personId);
  orNotFound((await isWithinReach(trx, reach, personId)) || null);
  const done = (done: (typeof outcomes)[number]) => redirect(to.person({ locale, person: personId }, { done }));
  if (input.part === "enrolling") {
    // nothing has changed yet: the workshop's page says first what would follow
    const workshop = await findWorkshopId(trx, input.code, reachOf(visit.actor, "participant.change"));
    const { code } = orNotFound(workshop);
    return redirect(to.newParticipants({ locale, code }, { step: "review", p: personId }));
  }
  if (input.part === "invitation") {
    const outcome = await inviteToJoin(trx, personId, by);
    if (outcome.status === "refused") return refuse(data({ refused: outcome.because }, { status: 409 }));
    return done("invited");
  }
  if (input.part === "unmerging") {
    const outcome = await undoMerge(trx, orNotFound(await findPersonWithin(trx, reach, personId)) as PersonRecord, by);
    if (outcome.status === "refused") return refuse(data({ refused: outcome.because }, { status: 409 }));
    return done("unmerged");
  }
  const { programmeId } = input;
  orNotFound(reach.everywhere || reach.programmeIds.includes(programmeId) || null);
  if (input.part === "listing") {
    await hold(trx, "programme", programmeId).then((isThere) => orNotFound(isThere || null));
    await listOnProgramme(trx, { programmeId, personId }, by);
    return done("listed");
  }
  await takeOffProgramme(trx, { programmeId, personId }, by);
  // whoever was seen by that list alone is out of reach from now on
  if (!(await isWithinReach(trx, reach, personId))) return redirect(to.people({ locale }, { done: "unlisted" }));
  return done("unlisted");
});

type Because = Extract<JoiningOutcome | UndoingOutcome, { status: "refused" }>["because"];
type Refused = { refused?: Because };

export default function PersonPage() {
  const { id, name, city, facts, account, done, ...story } = useLoaderData<typeof loader>();
  const answer = useActionData() as Refused | undefined;
  const { t, locale } = useTranslation("deskPeople");
  const { hasEmail, alike, workshops, messages, changes, lists, undoable } = story;
  const { mayChange } = lists;
  return (
    <Page
      width="wide"
      title={name.name}
      heading={<span lang={name.isJapanese ? "ja" : undefined}>{name.name}</span>}
      over={
        account ? (
          <>
            {t("story.accountTitle")} <AccountStateBadge state={account.state} />
          </>
        ) : (
          <Badge tone="quiet">{t("noAccount")}</Badge>
        )
      }
      lead={name.second || null}
      crumbs={[{ to: to.people({ locale }), label: t("list.title") }]}
      notice={done && !answer ? <Notice tone="good" title={t(`story.done.${done}`)} /> : null}
    >
      {answer?.refused ? <Notice tone="bad" title={t(`story.refused.${answer.refused}`)} /> : null}
      {hasEmail ? null : (
        <Notice isStanding tone="warn" title={t("story.noEmail.title")}>
          {t("story.noEmail.text")}
        </Notice>
      )}
      {alike.length ? (
        <Notice isStanding tone="warn" title={t("story.alike")}>
          <AlikePeople rows={alike} comparedWith={mayChange ? id : undefined} />
        </Notice>
      ) : null}
      <PersonFactsSection id={id} facts={facts} mayChange={mayChange} />
      <Workshops rows={workshops} openTo={story.openTo} />
      <Messages rows={messages} city={city} />
      <PersonAccount account={account} mayInvite={mayChange && hasEmail} />
      <ProgrammeLists {...lists} />
      {mayChange ? <MergeSection id={id} undoable={undoable} /> : null}
      <PersonChanges rows={changes} city={city} />
    </Page>
  );
}
