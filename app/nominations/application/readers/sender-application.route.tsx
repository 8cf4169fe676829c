import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { returnApplication } from "#app/nominations/application/commands.ts";
import { returningForm } from "#app/nominations/application/form.ts";
import { heldNominee, ownNominee } from "#app/nominations/sender/sender-door.ts";
import { shownName } from "#app/people/names.ts";
import { Button } from "#app/ui/form/button.tsx";
import { TextArea } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { refuse } from "#app/web/doors/door.ts";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { readApplication } from "./read-application.ts";
import { WholeApplication } from "./whole-application.tsx";

export const loader = guardedLoader("nomination.send", async (visit) => {
  const { workshop, nomination } = await ownNominee(visit);
  const { isOpen, ...read } = await readApplication(visit, workshop, nomination);
  return { code: workshop.code, id: nomination.id, name: shownName(nomination).name, mayReturn: isOpen, read };
});

export const action = guardedAction("nomination.send", returningForm, async (visit) => {
  const { trx, by, input, locale } = visit;
  const { workshop, nomination } = await heldNominee(visit);
  const place = { locale, code: workshop.code, nomination: nomination.id };
  const outcome = await returnApplication(trx, { workshop, nomination }, input, by);
  if (outcome.status === "refused") return refuse(redirect(to.nominee(place, { refused: outcome.because })));
  return redirect(to.nominee(place, { done: "applicationReturned" }));
});

export default function SenderApplicationPage() {
  const { code, id, name, mayReturn, read } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["applications", "nominations"]);
  const labels = { reason: t("nominations:giveBack.reason") };
  return (
    <Page
      title={`${t("title")} · ${name}`}
      heading={name}
      over={
        <>
          <span>{t("title")}</span>
          <span className="figures">{code}</span>
        </>
      }
      crumbs={[
        { to: to.nominations({ locale }), label: t("nominations:calls.title") },
        { to: to.nominee({ locale, code, nomination: id }), label: name },
      ]}
    >
      <WholeApplication read={read} />
      {mayReturn ? (
        <PostForm labels={labels} isFramed className="mb-8 max-w-2xl print:hidden">
          <h2 className="mb-4 text-lg">{t("readers.returnTitle")}</h2>
          <TextArea name="reason" label={labels.reason} hint={t("readers.returnHint")} rows={3} />
          <Button look="plain">{t("readers.returnButton")}</Button>
        </PostForm>
      ) : null}
    </Page>
  );
}
