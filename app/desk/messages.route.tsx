import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { to } from "#app/addresses.ts";
import { countToTell } from "#app/enrolment/told/told.queries.ts";
import { cityOf } from "#app/i18n/city-of.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { endonyms } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { listMail } from "#app/mail/queries.ts";
import type { ReactionKey } from "#app/outbox/events.ts";
import { listFailedJobs } from "#app/outbox/queries.ts";
import { shownName } from "#app/people/names.ts";
import { listNames } from "#app/people/queries.ts";
import { Address } from "#app/ui/address.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/display/table.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Empty, Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { requiredId } from "#app/web/fields.ts";
import { queryChoice } from "#app/web/search-params.ts";
import { deskWorkshop, reachedId } from "#app/workshops/desk-door.ts";
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
    sent: (await listMail(db, { workshopId: workshop.id, limit: 200 })).map(
      ({ id, toAddress, subject, locale: language, composedAt, sentAt }) => ({
        id,
        to: toAddress,
        subject,
        language,
        composed: formatInstant(locale, composedAt, actor.zone),
        isSent: sentAt !== null,
      }),
    ),
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
  const { frame, failed, sent, city, telling, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["enrolment", "common"]);
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
          <SentTable sent={sent} city={city} />
        ) : (
          <Empty title={t("messages.empty.title")}>{t("messages.empty.text")}</Empty>
        )}
      </Section>
    </WorkshopFrame>
  );
}

function SentTable({ sent, city }: Pick<Loaded, "sent" | "city">) {
  const { t } = useTranslation("enrolment");
  const columns: Column<Loaded["sent"][number]>[] = [
    { name: "at", label: t("messages.at", { city }), className: "whitespace-nowrap", cell: ({ composed }) => composed },
    { name: "to", label: t("messages.to"), className: "text-sm", cell: ({ to }) => <Address email={to} /> },
    {
      name: "subject",
      label: t("messages.subject"),
      isHeading: true,
      cell: ({ subject, language }) => (
        <span lang={language}>
          {subject} <span className="text-sm font-normal text-hint">({endonyms[language]})</span>
        </span>
      ),
    },
    {
      name: "state",
      label: t("messages.state"),
      cell: ({ isSent }) => (
        <Badge tone={isSent ? "good" : "quiet"}>{t(isSent ? "messages.isSent" : "messages.isKept")}</Badge>
      ),
    },
  ];
  return <Table caption={t("messages.sent")} id="list" columns={columns} rows={sent} keyOf={({ id }) => id} />;
}
