import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountForm } from "#app/accounts/form.ts";
import { AccountGrants } from "#app/accounts/grants/account-grants.tsx";
import { grantView } from "#app/accounts/grants/grant-places.ts";
import { programmeChoices } from "#app/accounts/grants/programme-choices.ts";
import { findAccountMergedInto } from "#app/accounts/merge/merge.queries.ts";
import { findAccount, listGrants } from "#app/accounts/queries.ts";
import { to } from "#app/addresses.ts";
import { cityInstant } from "#app/i18n/city-of.ts";
import { endonyms, type Locale } from "#app/i18n/locales.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { institutionChoices } from "#app/institutions/choices.ts";
import { countryName } from "#app/institutions/country-name.ts";
import { listFailedAccountJobs } from "#app/outbox/queries.ts";
import { shownName } from "#app/people/names.ts";
import { Facts } from "#app/ui/display/facts.tsx";
import { Page, Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { guardedAction, guardedLoader } from "#app/web/doors/form-door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import { queryChoice } from "#app/web/search-params.ts";
import type { Reader } from "#db/database.ts";
import { asId, type Id } from "#db/id.ts";
import { changeAccount } from "./account-changes.ts";
import { AccountStateBadge } from "./account-state-badge.tsx";
import { AccountSwitch } from "./account-switch.tsx";

const outcomes = ["invited", "corrected", "readdressed", "granted", "removed", "disabled", "enabled"] as const;

/** Letters about an account itself, by the event that they tell of. */
const letters = {
  "account.invited": "invitation",
  "account.passwordAsked": "password",
  "account.addressChanged": "addressChanged",
  "account.addressLeft": "addressLeft",
  "account.merged": "merged",
  "account.unmerged": "unmerged",
} as const;

export const loader = guardedLoader(
  "account.change",
  async ({ db, actor, locale, t, at, params, url, context: { settings } }) => {
    const id = asId<"account">(params.id ?? "");
    const account = orNotFound((await findAccount(db, id)) ?? (await elsewhere(db, id, locale)));
    const grants = await listGrants(db, [account.id]);
    const stored = [account.institutionId, ...grants.map(({ institutionId }) => institutionId)];
    const institutions = await institutionChoices(db, { locale, t, at }, stored);
    const done = queryChoice(url, "done", outcomes);
    const isWaiting = account.state === "invited" && settings.smtpUrl === null && !settings.demo;
    return {
      id: account.id,
      name: shownName(account),
      state: account.state,
      disabledAt: account.disabledAt,
      isOwn: account.id === actor.accountId,
      facts: {
        email: account.email,
        institution: institutions.find(({ value }) => value === account.institutionId)?.label ?? null,
        country: countryName(account.country, locale, t),
        language: account.locale,
        opened: cityInstant({ locale, t }, account.createdAt, actor.zone),
      },
      grants: grants.map((grant) => ({
        ...grantView(grant, institutions),
        granted: cityInstant({ locale, t }, grant.grantedAt, actor.zone),
      })),
      institutions,
      programmes: await programmeChoices(db, { locale, t }),
      failed: (await listFailedAccountJobs(db, account.personId)).map(({ id, event, failedAt, lastError }) => ({
        id,
        kind: letters[event as keyof typeof letters] ?? "password",
        at: cityInstant({ locale, t }, failedAt, actor.zone),
        reason: lastError ?? "",
      })),
      isWaiting,
      // nobody hears that an invitation is on its way while its own notice says that it waits
      done: isWaiting && done === "invited" ? null : done,
    };
  },
);

/** An account that has become part of another is found there. */
async function elsewhere(db: Reader, asking: Id<"account">, locale: Locale): Promise<null> {
  const id = await findAccountMergedInto(db, asking);
  if (id) throw redirect(to.account({ locale, id }));
  return null;
}

export const action = guardedAction("account.change", accountForm, changeAccount);

export default function AccountPage() {
  const { id, name, state, disabledAt, isOwn, facts, failed, isWaiting, done, ...choices } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as { refused?: "lastAdministrator" | "disabledAgain" } | undefined;
  const { t, locale } = useTranslation("people");
  return (
    <Page
      width="wide"
      title={name.name}
      heading={<span lang={name.isJapanese ? "ja" : undefined}>{name.name}</span>}
      over={<AccountStateBadge state={state} />}
      lead={name.second || null}
      crumbs={[{ to: to.accounts({ locale }), label: t("accounts.title") }]}
    >
      {done && !answer ? <Notice tone="good" title={t(`account.done.${done}`)} /> : null}
      {isWaiting ? <Notice isStanding tone="warn" title={t("account.access.noMailServer")} /> : null}
      {answer?.refused ? <Notice tone="bad" title={t(`account.refused.${answer.refused}`)} /> : null}
      {failed.length ? (
        <Notice isStanding tone="bad" title={t("account.failed.title")}>
          <ul>
            {failed.map(({ id, kind, at, reason }) => (
              <li key={id}>{t(`account.failed.${kind}`, { at, reason })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <AccountFacts id={id} {...facts} />
      <AccountGrants {...choices} />
      <AccountSwitch state={state} disabledAt={disabledAt} isOwn={isOwn} />
    </Page>
  );
}

type AccountFactsProps = {
  id: string;
  email: string;
  institution: string | null;
  country: string;
  language: Locale;
  opened: string;
};

function AccountFacts({ id, email, institution, country, language, opened }: AccountFactsProps) {
  const { t, locale } = useTranslation(["people", "common"]);
  const facts = [
    { term: t("field.email"), value: email },
    { term: t("field.institution"), value: institution ?? t("profile.person.noInstitution") },
    { term: t("field.country"), value: country },
    { term: t("field.locale"), value: <span lang={language}>{endonyms[language]}</span> },
    { term: t("account.opened"), value: opened },
  ];
  return (
    <Section
      title={t("account.facts")}
      aside={
        <a className="link" href={to.accountPerson({ locale, id })}>
          {t("account.correct")}
        </a>
      }
    >
      <Panel pad="text" className="max-w-5xl">
        <Facts look="columns" facts={facts} />
      </Panel>
    </Section>
  );
}
