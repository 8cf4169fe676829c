import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { askToStop } from "#app/outbox/works/commands.ts";
import { findOwnWork } from "#app/outbox/works/queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { noFields } from "#app/web/fields.ts";
import { asId } from "#db/id.ts";
import { progressView, type ShownProgress } from "./progress-view.ts";
import { WorkInProgress } from "./work-progress.tsx";

/** Only whoever began it finds it. */
export const loader = guardedLoader("own.read", async ({ db, actor, params, locale, t }) => {
  const own = { id: asId<"work">(params.id ?? ""), accountId: actor.accountId };
  return progressView(orNotFound(await findOwnWork(db, own)), locale, t);
});

/** Stops it before its next step. What has ended meanwhile has ended. */
export const action = guardedAction("own.change", noFields, async ({ trx, actor, params, locale, at }) => {
  const own = { id: asId<"work">(params.id ?? ""), accountId: actor.accountId };
  orNotFound(await findOwnWork(trx, own));
  await askToStop(trx, { ...own, at });
  return redirect(to.work({ locale, id: own.id }));
});

export default function WorkPage() {
  const work = useLoaderData<typeof loader>();
  const { t } = useTranslation("work");
  const { title, percent, isUnderWay } = work;
  return (
    <Page title={isUnderWay && percent !== null ? t("title", { percent, title }) : title} heading={title}>
      {isUnderWay ? <WorkInProgress work={work} /> : <Ended work={work} />}
    </Page>
  );
}

const tones = { done: "good", failed: "bad", stopped: "warn" } as const;

function Ended({ work: { state, text, note, resultHref } }: { work: ShownProgress }) {
  const { t } = useTranslation("work");
  if (state === "waiting" || state === "running") return null;
  return (
    <>
      <Notice tone={tones[state]} title={t(`ended.${state}`)}>
        <p className="figures">{text}</p>
        {note ? <p>{note}</p> : null}
      </Notice>
      {resultHref ? (
        <Button look="main" href={resultHref}>
          {t("result")}
        </Button>
      ) : null}
    </>
  );
}
