import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listStandings } from "#app/nominations/application/queries.ts";
import { applicationStanding } from "#app/nominations/application/standing.queries.ts";
import { deadlineTimes } from "#app/nominations/call/deadline-text.ts";
import { daysLeft } from "#app/nominations/call/rules.ts";
import { listNominationLetters } from "#app/nominations/letter/queries.ts";
import { moveNominee } from "#app/nominations/nomination/commands.ts";
import { nominatingForm } from "#app/nominations/nomination/form.ts";
import { isCallOpen } from "#app/nominations/nomination/known.queries.ts";
import { nomineeView } from "#app/nominations/nomination/nominee-view.ts";
import { findNomination, listOfSender, listStanding } from "#app/nominations/nomination/queries.ts";
import { isReadyToSend, isSeatable } from "#app/nominations/nomination/rules.ts";
import { endorse } from "#app/nominations/nomination/steps.commands.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice, queryText } from "#app/web/search-params.ts";

import { moveAnchor } from "./move-anchor.ts";
import { NomineeList } from "./nominee-list.tsx";
import { SenderCallPanel } from "./sender-call-panel.tsx";
import { heldSender, senderPlace } from "./sender-door.ts";
import { SenderPage } from "./sender-page.tsx";

const done = ["nominated", "moved", "sent", "letter", "withdrawn", "returned"] as const;
const refusals = ["closed", "noLetter", "notFromHere", "nothing"] as const;

export const loader = guardedLoader("nomination.send", async (visit) => {
  const { db, locale, t, at, actor, url } = visit;
  const { frame, workshop, call, institutionId } = await senderPlace(visit);
  const sender = { workshopId: workshop.id, institutionId };
  const nominations = await listOfSender(db, sender);
  const standings = await listStandings(
    db,
    nominations.map(({ id }) => id),
  );
  const [letter] = await listNominationLetters(db, sender);
  const { closesOn, nomineeClosesOn, zone, nomineesMax } = call.content;
  const words = { locale, t, zone: actor.zone };
  return {
    frame,
    nominees: nominations.map((one) => ({
      ...nomineeView(one),
      application: one.rank === null ? null : applicationStanding(call, standings.get(one.id)),
    })),
    ready: nominations.filter(isReadyToSend).length,
    isPreparing: nominations.some(({ state }) => isSeatable(state)),
    letter: letter ? { signatory: letter.signatory, signedOn: formatDate(locale, letter.signedOn) } : null,
    call: {
      isOpen: isCallOpen(call, workshop, at),
      daysLeft: daysLeft(closesOn, zone, at),
      sender: deadlineTimes(closesOn, zone, words),
      nominee: deadlineTimes(nomineeClosesOn, zone, words),
      most: nomineesMax,
    },
    done: queryChoice(url, "done", done),
    moved: nominations.map(nomineeView).find(({ id }) => id === queryText(url, "moved", 64)) ?? null,
    refused: queryChoice(url, "refused", refusals),
  };
});

export const action = guardedAction("nomination.send", nominatingForm, async (visit) => {
  const { trx, by, input, locale, params, reach } = visit;
  const { workshop, institutionId } = await heldSender(visit, input.institutionId);
  const query = reach.institutionIds.length > 1 ? { sender: institutionId } : {};
  const back = (outcome: Record<string, string>, anchor = "") =>
    redirect(to.nominating({ locale, code: params.code ?? "" }, { ...query, ...outcome }) + anchor);
  if (input.part === "move") {
    const found = { workshopId: workshop.id, id: input.nomination, institutionIds: [institutionId] };
    const nomination = orNotFound(await findNomination(trx, found));
    const outcome = await moveNominee(trx, workshop, nomination, input.step, by);
    if (outcome === "closed") return refuse(back({ refused: "closed" }));
    const order = await listStanding(trx, { workshopId: workshop.id, institutionId });
    const { id } = nomination;
    // at either end the button that was pressed is gone: then the other one is focused
    const step = id === order[0]?.id ? "down" : id === order.at(-1)?.id ? "up" : input.step;
    return back({ done: "moved", moved: id }, `#${moveAnchor(id, step)}`);
  }
  const ready = (await listOfSender(trx, { workshopId: workshop.id, institutionId })).filter(isReadyToSend);
  if (!ready.length) return refuse(back({ refused: "nothing" }));
  const outcome = await endorse(trx, workshop, ready, by);
  return outcome.status === "refused" ? refuse(back({ refused: outcome.because })) : back({ done: "sent" });
});

export default function NominatingPage() {
  const { frame, nominees, ready, letter, call, done, moved, refused, isPreparing } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation("nominations");
  const { code, institutionId } = frame;
  const query = frame.senders.length > 1 ? { sender: institutionId } : {};
  const standing = nominees.filter(({ rank }) => rank !== null).length;
  const isFull = standing >= call.most;
  return (
    <SenderPage
      frame={frame}
      title={t("nominating.title")}
      notice={
        <>
          {done ? (
            <Notice
              tone="good"
              title={
                done === "moved" && moved?.rank
                  ? t("nominating.moved", { name: moved.name.name, rank: moved.rank })
                  : t(`done.${done}`)
              }
            />
          ) : null}
          {refused ? <Notice tone="warn" title={t(`refused.${refused}`)} /> : null}
        </>
      }
    >
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="min-w-0">
          <p className="mb-4 lg:hidden">
            {t("calls.closes")} <strong className="text-ink">{call.sender.host}</strong>
          </p>
          <Section
            title={t("nominating.nominees")}
            aside={
              call.isOpen && !isFull ? (
                <Button look="plain" href={to.newNominee({ locale, code }, query)}>
                  {t("nominating.add")}
                </Button>
              ) : null
            }
          >
            {nominees.length ? (
              <NomineeList code={code} institutionId={institutionId} nominees={nominees} mayMove={call.isOpen} />
            ) : (
              <Empty title={t("nominating.empty.title")}>{t("nominating.empty.text")}</Empty>
            )}
            {call.isOpen && isFull ? <Hint className="mt-3">{t("nominating.full", { count: call.most })}</Hint> : null}
          </Section>
          {ready ? (
            <Section title={t("nominating.send")}>
              <p className="mb-3 max-w-[65ch]">{t(letter ? "nominating.sendLead" : "nominating.letterFirst")}</p>
              {letter ? (
                <PostButton look="main" fields={{ part: "send", institutionId }}>
                  {t("nominating.sendButton", { count: ready })}
                </PostButton>
              ) : (
                <Button look="main" href={to.nominationLetter({ locale, code }, query)}>
                  {t("nominating.letterButton")}
                </Button>
              )}
            </Section>
          ) : null}
        </div>
        <aside>
          <SenderCallPanel
            code={code}
            query={query}
            call={call}
            standing={standing}
            letter={letter}
            isPreparing={isPreparing}
          />
        </aside>
      </div>
    </SenderPage>
  );
}
