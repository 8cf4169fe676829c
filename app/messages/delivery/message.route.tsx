import { useActionData, useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { deedForm, deeds } from "#app/messages/form.ts";
import { findWriter } from "#app/messages/letter/writer.queries.ts";
import { MessageStateBadge } from "#app/messages/message-state-badge.tsx";
import { findMessage } from "#app/messages/queries.ts";
import { DemoMail } from "#app/shell/demo-mail.tsx";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { MessageText } from "#app/ui/form/message-text.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { LocalText } from "#app/ui/local-text.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Invalid } from "#app/web/invalid.ts";
import { queryChoice, queryCount, queryText } from "#app/web/search-params.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { findWorkshop } from "#app/workshops/queries.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { asId } from "#db/id.ts";
import { carryOut } from "./deeds.ts";
import { Delivery } from "./delivery.tsx";
import { deliveryView } from "./delivery-view.ts";
import { messageView, outlook } from "./message-view.ts";
import { Outlook } from "./outlook.tsx";

export const loader = guardedLoader("message.write", async (visit) => {
  const { db, params, url } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const id = asId<"message">(params.message ?? "");
  const message = orNotFound(await findMessage(db, { workshopId: workshop.id, id }));
  const sessions = await listSessionsOf(db, [workshop.id]);
  const about = { workshop, sessions, writer: await findWriter(db, message.writtenBy), message };
  return {
    frame,
    message: messageView(visit, about),
    outlook: await outlook(visit, about, {
      chosen: asId<"enrolment">(queryText(url, "reader", 64)),
      words: queryText(url, "q"),
    }),
    delivery: await deliveryView(visit, message),
    done: queryChoice(url, "done", ["saved", ...deeds]),
    copies: queryCount(url, "copies"),
  };
});

export const action = guardedAction("message.write", deedForm, async (visit) => {
  const { trx, reach, params } = visit;
  return carryOut(visit, orNotFound(await findWorkshop(trx, params.code ?? "", reach)));
});

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function MessagePage() {
  const { frame, message, outlook: coming, delivery, done, copies } = useLoaderData<typeof loader>();
  const refused = (useActionData() as Partial<Invalid> | undefined)?.errors?.[""];
  const { t, locale } = useTranslation("messages");
  const { code } = frame.workshop;
  const title = message.subject.text ? <LocalText value={message.subject} note /> : t("untitled");
  return (
    <WorkshopFrame {...frame} isWithin title={message.subject.text || t("untitled")} hasList={delivery !== null}>
      {refused ? <Notice tone="bad" title={<MessageText message={refused} />} /> : null}
      {done ? <Done done={done} copies={copies ?? 0} /> : null}
      <p className="mb-2">
        <a className="link" href={to.messages({ locale, code })}>
          {t("toList")}
        </a>
      </p>
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-xl">{title}</h2>{" "}
        <MessageStateBadge state={message.state} hasStayed={message.stayed !== null} />
      </div>
      <Standing message={message} />
      {message.stayed ? (
        <Notice isStanding tone="warn" title={t("stayed.title")}>
          <p>{t(`stayed.${message.stayed.because}`, { at: message.stayed.at.venue })}</p>
        </Notice>
      ) : null}
      {message.state === "cancelled" ? (
        <PostButton fields={{ deed: "restore" }} look="main">
          {t("restore")}
        </PostButton>
      ) : null}
      {coming ? <Outlook code={code} message={message} outlook={coming} /> : null}
      {delivery ? <Delivery code={code} id={message.id} delivery={delivery} /> : null}
    </WorkshopFrame>
  );
}

/** What has just been done, and what comes next. */
function Done({ done, copies }: { done: NonNullable<Loaded["done"]>; copies: number }) {
  const { t } = useTranslation("messages");
  const title = done === "resend" ? t("done.resend", { count: copies }) : t(`done.${done}`);
  const hasLetters = done === "send" || done === "try" || done === "resend";
  return hasLetters ? (
    <Notice tone="good" title={title}>
      <p>{t(`next.${done}`)}</p>
      <DemoMail />
    </Notice>
  ) : (
    <Notice tone="good" title={title} />
  );
}

/** By whom it is, for whom, and when it goes or went. */
function Standing({ message }: Pick<Loaded, "message">) {
  const { t } = useTranslation("messages");
  const { writer, audience, session, sendAt, sentAt, state } = message;
  const group = session
    ? t("audience.absentFrom", { session })
    : t(`audience.${audience === "absent" ? "absentGone" : audience}`);
  const moment = state === "sent" ? sentAt : sendAt;
  return (
    <div className="mb-6 text-hint">
      <p>{t("by", { writer, group })}</p>
      {moment ? (
        <p>
          {state === "sent" ? t("sentAt", { at: moment.venue }) : t("goesAt", { at: moment.venue })}
          {moment.yours ? ` · ${t("yourTime", { at: moment.yours })}` : null}
        </p>
      ) : null}
    </div>
  );
}
