import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { to } from "#app/addresses.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { makeFeed, revokeFeed } from "#app/timetable/feed/feed.commands.ts";
import { findOwnFeed } from "#app/timetable/feed/feed.queries.ts";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Hint } from "#app/ui/hint.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { choice } from "#app/web/fields.ts";
import { queryChoice } from "#app/web/search-params.ts";

export const loader = guardedLoader("own.read", async ({ db, actor, locale, url }) => {
  const feed = await findOwnFeed(db, actor.personId);
  return {
    since: feed && formatInstant(locale, feed.createdAt, actor.zone),
    done: queryChoice(url, "done", ["revoked"]),
  };
});

const feedForm = z.object({ part: choice(["make", "revoke"]) });

/** The address is shown in the answer itself, and never again: only its hash is kept. */
export const action = guardedAction("own.change", feedForm, async ({ trx, actor, by, input, locale, context }) => {
  if (input.part === "revoke") {
    await revokeFeed(trx, actor.personId, by);
    return redirect(to.myCalendar({ locale }, { done: "revoked" }));
  }
  const token = await makeFeed(trx, actor.personId, by);
  return data({ feed: context.settings.appUrl + to.calendarFeed({ file: `${token}.ics` }) });
});

export default function MyCalendarPage() {
  const { since, done } = useLoaderData<typeof loader>();
  const answer = useActionData() as { feed?: string } | undefined;
  const { t } = useTranslation("enrolment");
  return (
    <Page
      title={t("feed.title")}
      tabs={<MyTabs />}
      lead={t("feed.lead")}
      notice={done && !answer ? <Notice tone="good" title={t(`feed.done.${done}`)} /> : null}
    >
      {answer?.feed ? <NewFeed address={answer.feed} /> : null}
      {since && !answer?.feed ? <p className="mb-6">{t("feed.since", { since })}</p> : null}
      <div className="flex flex-wrap gap-4">
        {answer?.feed ? null : (
          <PostButton look="main" fields={{ part: "make" }}>
            {t(since ? "feed.renew" : "feed.make")}
          </PostButton>
        )}
        {since ? (
          <PostButton look="grave" fields={{ part: "revoke" }}>
            {t("feed.revoke")}
          </PostButton>
        ) : null}
      </div>
      <Hint className="mt-6 max-w-[65ch]">{t(since ? "feed.renewHint" : "feed.hint")}</Hint>
    </Page>
  );
}

/** For a program on this device by one click; for one elsewhere, the address to copy. */
function NewFeed({ address }: { address: string }) {
  const { t } = useTranslation("enrolment");
  return (
    <Panel as="section" pad="card" edge="good" className="mb-8">
      <h2 className="mb-2 text-lg">{t("feed.ready")}</h2>
      <p className="mb-4 max-w-[65ch]">{t("feed.once")}</p>
      <p className="mb-4">
        <Button look="main" href={address.replace(/^https?:/, "webcal:")}>
          {t("feed.subscribe")}
        </Button>
      </p>
      <label className="block font-bold text-ink">
        {t("feed.address")}
        <input readOnly value={address} className="field mt-1 font-normal" />
      </label>
    </Panel>
  );
}
