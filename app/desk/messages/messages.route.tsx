import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { to } from "#app/addresses.ts";
import { countToTell } from "#app/enrolment/told/told.queries.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LetterTable } from "#app/messages/list/letter-table.tsx";
import { letterList, writtenMessages } from "#app/messages/list/list-view.ts";
import { WrittenTable } from "#app/messages/list/written-table.tsx";
import type { ReactionKey } from "#app/outbox/events.ts";
import { listFailedJobs } from "#app/outbox/queries.ts";
import { shownName } from "#app/people/names.ts";
import { listNames } from "#app/people/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { requiredId } from "#app/web/fields.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, mayHere, reachedId } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { resendMessage } from "./messages.commands.ts";
import { Telling } from "./telling.tsx";

export const loader = guardedLoader("message.read", async (visit) => {
  const { db, locale, actor, url, t, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const failed = await listFailedJobs(db, workshop.id);
  const people = await listNames(
    db,
    failed.flatMap(({ personId }) => personId ?? []),
  );
  return {
    frame,
    failed: failed.map(({ id, event, reaction, personId, failedAt, lastError }) => {
      const person = people.find((candidate) => candidate.id === personId);
      return {
        id,
        kind: `${event}.${reaction}` as ReactionKey,
        to: person ? shownName(person) : null,
        failed: formatInstant(locale, failedAt, actor.zone),
        reason: lastError ?? "",
      };
    }),
    mayWrite: mayHere(actor, "message.write", workshop),
    written: await writtenMessages(visit, workshop),
    letters: await letterList(visit, workshop),
    city: cityOf(actor.zone, t),
    telling: await countToTell(db, workshop.id, at),
    done: queryChoice(url, "done", ["retried"]),
  };
});

const resendForm = z.object({ job: requiredId<"outbox">() });

export const action = guardedAction("message.resend", resendForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const workshop = await reachedId(visit);
  const outcome = await resendMessage(trx, { jobId: input.job, workshopId: workshop.id }, by);
  orNotFound(outcome === "missing" ? null : outcome);
  return redirect(to.messages({ locale, code: workshop.code }, { done: "retried" }));
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function MessagesPage() {
  const { frame, failed, mayWrite, written, letters, city, telling, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["enrolment", "messages"]);
  const { code } = frame.workshop;
  const write = mayWrite ? (
    <Button look="main" href={to.newMessage({ locale, code })}>
      {t("messages:new.title")}
    </Button>
  ) : null;
  return (
    <WorkshopFrame {...frame} title={t("messages.title")} hasList={letters.rows.length > 0}>
      {done ? <Notice tone="good" title={t(`messages.${done}`)} /> : null}
      {telling ? <Telling count={telling} /> : null}
      <Failed failed={failed} city={city} />
      <Section title={t("messages:list.written")} aside={written.count ? write : null}>
        {written.count ? (
          <WrittenTable code={code} written={written} city={city} />
        ) : (
          <Empty title={t("messages:list.empty")} action={write}>
            {t("messages:list.emptyText")}
          </Empty>
        )}
      </Section>
      <Section title={t("messages:list.letters")}>
        <LetterTable code={code} letters={letters} />
      </Section>
    </WorkshopFrame>
  );
}

/** What could not be done, each with a button that tries it again. */
function Failed({ failed, city }: Pick<Loaded, "failed" | "city">) {
  const { t } = useTranslation(["enrolment", "common"]);
  if (!failed.length) return null;
  return (
    <Section title={t("messages.failed")}>
      <Panel as="ul" isRuled>
        {failed.map(({ id, kind, to, failed: failedAt, reason }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-4 p-4">
            <div>
              <p className="font-bold text-ink">
                {t(`messages.kind.${kind}`)}
                {to ? (
                  <span lang={to.isJapanese ? "ja" : undefined}>{t("common:fact.note", { note: to.name })}</span>
                ) : null}
              </p>
              <p className="text-sm text-hint">{t("messages.failedAt", { at: failedAt, city, reason })}</p>
            </div>
            <PostButton fields={{ job: id }} look="plain" isSmall>
              {t("messages.retry")}
            </PostButton>
          </li>
        ))}
      </Panel>
    </Section>
  );
}
