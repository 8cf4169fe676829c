import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { messageForm } from "#app/messages/form.ts";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import { deskWorkshop, reachedId } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";
import { composeView } from "./compose-view.ts";
import { MessageForm } from "./message-form.tsx";
import { unfit, unknownWords } from "./message-form-values.ts";
import { writeMessage } from "./writing.commands.ts";

export const loader = guardedLoader("message.write", async (visit) => {
  const { workshop, frame } = await deskWorkshop(visit);
  return { frame, view: await composeView(visit, workshop) };
});

export const action = guardedAction("message.write", messageForm, async (visit) => {
  const { trx, actor, at, input, values, locale } = visit;
  const workshop = await reachedId(visit);
  const unknown = unknownWords(input);
  if (unknown) return refuse(invalid(unknown, values));
  const outcome = await writeMessage(trx, workshop.id, input, { accountId: actor.accountId, at });
  if (outcome.status === "refused") return refuse(invalid(unfit(input, outcome.because), values));
  return redirect(to.message({ locale, code: workshop.code, message: outcome.id }, { done: "saved" }));
});

export default function NewMessagePage() {
  const { frame, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation("messages");
  return (
    <WorkshopFrame {...frame} isWithin title={t("new.title")}>
      <h2 className="mb-4 text-xl">{t("new.title")}</h2>
      <MessageForm view={view} submit={t("form.submit")} />
    </WorkshopFrame>
  );
}
