import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { to } from "#app/addresses.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { bodyDays, textDays } from "#app/mail/commands.ts";
import { sealedDays, unselectedDays } from "#app/nominations/sealed/rules.ts";
import { doneDays } from "#app/outbox/rules.ts";
import { deviceName } from "#app/sessions/device.ts";
import { absoluteMinutes, idleMinutes, listSessions } from "#app/sessions/queries.ts";
import { MyTabs } from "#app/shell/my-tabs.tsx";
import { endSessions } from "#app/sign-in/commands.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Facts } from "#app/ui/display/facts.tsx";
import { Button } from "#app/ui/form/button.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import type { Id } from "#db/id.ts";
import { privacyForm } from "./form.ts";

export const loader = guardedLoader("own.read", async ({ db, actor, locale, t, at, url }) => {
  const sessions = await listSessions(db, actor.accountId, at);
  return {
    done: queryChoice(url, "done", ["session", "others"]),
    // when what ends by itself has ended
    terms: {
      ...{ idleMinutes, sessionHours: absoluteMinutes / 60, jobDays: doneDays, bodyDays, textDays },
      ...{ sealedDays, unselectedDays },
    },
    sessions: sessions.map(({ id, device, createdAt, seenAt }) => ({
      id,
      isThis: id === actor.sessionId,
      device: deviceName(device),
      opened: cityInstant({ locale, t }, createdAt, actor.zone),
      seen: cityInstant({ locale, t }, seenAt, actor.zone),
    })),
  };
});

export const action = guardedAction("own.change", privacyForm, async ({ trx, actor, by, input, locale }) => {
  const ended = await endSessions(trx, actor, input.part === "session" ? { only: input.sessionId } : "others", by);
  if (input.part === "session") orNotFound(ended || null);
  return redirect(to.privacy({ locale }, { done: input.part }));
});

const kept = ["person", "participation", "sealed", "certificates", "account", "unsent", "record", "erased"] as const;

export default function PrivacyPage() {
  const { sessions, done, terms } = useLoaderData<typeof loader>();
  const { t, locale } = useTranslation(["people", "common"]);
  const facts = kept.map((kind) => ({
    term: t(`privacy.kept.${kind}.what`),
    value: t(`privacy.kept.${kind}.why`, terms),
  }));
  return (
    <Page
      title={t("privacy.title")}
      tabs={<MyTabs />}
      notice={done ? <Notice tone="good" title={t(`privacy.done.${done}`)} /> : null}
      lead={t("privacy.lead")}
    >
      <Section title={t("privacy.kept.title")}>
        <Panel pad="sides">
          <Facts look="ruled" facts={facts} />
        </Panel>
      </Section>
      <Section title={t("privacy.rights.title")}>
        <p className="mb-4 max-w-[65ch]">{t("privacy.rights.text")}</p>
        <p className="flex flex-wrap gap-3">
          <Button look="main" href={to.myData({ locale })} download>
            {t("privacy.rights.download")}
          </Button>
          <Button look="plain" href={to.profile({ locale })}>
            {t("privacy.rights.correct")}
          </Button>
        </p>
      </Section>
      <Sessions sessions={sessions} />
    </Page>
  );
}

function Sessions({ sessions }: { sessions: SessionProps[] }) {
  const { t, locale } = useTranslation("people");
  return (
    <Section title={t("privacy.sessions.title")}>
      <p className="mb-4 max-w-[65ch]">{t("privacy.sessions.lead")}</p>
      <Panel as="ul" pad="sides" isRuled className="mb-4">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
            <Session {...session} />
          </li>
        ))}
      </Panel>
      <div className="flex flex-wrap gap-3">
        {sessions.length > 1 ? (
          <PostButton fields={{ part: "others" }} look="grave">
            {t("privacy.sessions.endOthers")}
          </PostButton>
        ) : null}
        <Button look="plain" href={to.passwordLink({ locale })}>
          {t("privacy.sessions.newPassword")}
        </Button>
      </div>
    </Section>
  );
}

type SessionProps = { id: Id<"accountSession">; isThis: boolean; device: string; opened: string; seen: string };

function Session({ id, isThis, device, opened, seen }: SessionProps) {
  const { t } = useTranslation("people");
  const name = device || t("privacy.sessions.unknownDevice");
  return (
    <>
      <div>
        <p className="font-bold text-ink">{name}</p>
        <p className="text-sm text-hint">
          <span className="me-2 inline-block">{t("privacy.sessions.opened", { opened })}</span>{" "}
          <span className="inline-block">{t("privacy.sessions.seen", { seen })}</span>
        </p>
      </div>
      {isThis ? (
        <Badge tone="key">{t("privacy.sessions.this")}</Badge>
      ) : (
        <PostButton
          fields={{ part: "session", sessionId: id }}
          look="plain"
          isSmall
          aria-label={t("privacy.sessions.endOf", { device: name, seen })}
        >
          {t("privacy.sessions.end")}
        </PostButton>
      )}
    </>
  );
}
