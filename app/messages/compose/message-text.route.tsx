import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { holdMessage } from "#app/messages/commands.ts";
import { messageForm } from "#app/messages/form.ts";
import { findMessage } from "#app/messages/queries.ts";
import { isOpen } from "#app/messages/rules.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedEdit } from "#app/web/doors/edit-door.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, reachedId } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { asId } from "#db/id.ts";
import { composeView } from "./compose-view.ts";
import { MessageForm } from "./message-form.tsx";
import { messageFormValues, unfit, unknownWords } from "./message-form-values.ts";
import { changeMessage } from "./writing.commands.ts";

export const loader = guardedLoader("message.write", async (visit) => {
  const { db, params, locale } = visit;
  const { workshop, frame } = await deskWorkshop(visit);
  const id = asId<"message">(params.message ?? "");
  const message = orNotFound(await findMessage(db, { workshopId: workshop.id, id }));
  // what has gone cannot be changed: its page says so
  if (!isOpen(message.state)) throw redirect(to.message({ locale, code: workshop.code, message: id }));
  const initial = await messageFormValues(db, message);
  return { frame, isScheduled: message.state === "scheduled", initial, view: await composeView(visit, workshop) };
});

export const action = guardedEdit("message.write", messageForm, {
  async hold(visit) {
    const { id: workshopId, code } = await reachedId(visit);
    const id = asId<"message">(visit.params.message ?? "");
    return { code, message: orNotFound(await holdMessage(visit.trx, { workshopId, id })) };
  },
  stored: ({ trx }, { message }) => messageFormValues(trx, message),
  record: (_, { message }) => ({ actions: ["message.changed", "message.written"], subjectId: message.id }),
  async save({ trx, by, input, values, locale }, { code, message }) {
    const unknown = unknownWords(input);
    if (unknown) return refuse(invalid(unknown, values));
    const outcome = await changeMessage(trx, message, input, by);
    if (outcome.status === "saved")
      return redirect(to.message({ locale, code, message: message.id }, { done: "saved" }));
    const { because } = outcome;
    if (because === "sent") return refuse(invalid({ "": "messages:refused.sent" }, values, 409));
    return refuse(invalid(unfit(input, because), values));
  },
});

export default function MessageTextPage() {
  const { frame, isScheduled, initial, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation("messages");
  return (
    <WorkshopFrame {...frame} isWithin title={t("text.title")}>
      <h2 className="mb-2 text-xl">{t("text.title")}</h2>
      {isScheduled ? <p className="mb-4">{t("text.scheduled")}</p> : null}
      <MessageForm view={view} initial={initial} submit={t("form.submit")} />
    </WorkshopFrame>
  );
}
