import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { to } from "#app/addresses.ts";
import { countToTell } from "#app/enrolment/told/told.queries.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listWorkshopMail } from "#app/mail/queries.ts";
import type { ReactionKey } from "#app/outbox/events.ts";
import { listFailedJobs } from "#app/outbox/queries.ts";
import { shownName } from "#app/people/names.ts";
import { listNames } from "#app/people/queries.ts";
import { readChoice } from "#app/tables/list.ts";
import { ListTable } from "#app/tables/list-table.tsx";
import { KeyPagination } from "#app/ui/display/pagination.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { requiredId } from "#app/web/fields.ts";
import { queryChoice, queryPlace } from "#app/web/search-params.ts";
import { deskWorkshop, reachedId } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { messageList, messageRow } from "./message-list.tsx";
import { resendMessage } from "./messages.commands.ts";
import { Telling } from "./telling.tsx";

export const loader = guardedLoader("message.read", async (visit) => {
  const { db, locale, actor, url, t, at } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const mail = await listWorkshopMail(db, { workshopId: workshop.id, place: queryPlace(url), size: pageSize });
  const { rows, ...neighbours } = mail;
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
    sent: rows.map(messageRow),
    ...neighbours,
    zone: actor.zone,
    choice: readChoice(url, messageList(actor.zone, locale)),
    city: cityOf(actor.zone, t),
    telling: await countToTell(db, workshop.id, at),
    done: queryChoice(url, "done", ["retried"]),
  };
});

const pageSize = 100;

const resendForm = z.object({ job: requiredId<"outbox">() });

export const action = guardedAction("message.resend", resendForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const workshop = await reachedId(visit);
  const outcome = await resendMessage(trx, { jobId: input.job, workshopId: workshop.id }, by);
  orNotFound(outcome === "missing" ? null : outcome);
  return redirect(to.messages({ locale, code: workshop.code }, { done: "retried" }));
});

export default function MessagesPage() {
  const { frame, failed, sent, previous, next, choice, zone, city, telling, done } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["enrolment", "common"]);
  return (
    <WorkshopFrame {...frame} title={t("messages.title")} hasList={sent.length > 0}>
      {done ? <Notice tone="good" title={t(`messages.${done}`)} /> : null}
      {telling ? <Telling count={telling} /> : null}
      {failed.length ? (
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
      ) : null}
      <Section title={t("messages.sent")}>
        {sent.length ? (
          <ListTable list={messageList(zone, locale)} rows={sent} choice={choice} />
        ) : (
          <Empty title={t("messages.empty.title")}>{t("messages.empty.text")}</Empty>
        )}
        <KeyPagination previous={previous} next={next} />
      </Section>
    </WorkshopFrame>
  );
}
