import type { AccountState } from "#app/accounts/rules.ts";
import { to } from "#app/addresses.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/ui/form/button.tsx";
import { type Option, Select } from "#app/ui/form/fields.tsx";
import { PostForm } from "#app/ui/form/form.tsx";
import { PostButton } from "#app/ui/form/post-button.tsx";
import { Section } from "#app/ui/frame/page.tsx";
import { Panel } from "#app/ui/frame/panel.tsx";
import type { changesOf } from "./changes.ts";

type AccountProps = {
  account: { id: string; state: AccountState; email: string; mayOpen: boolean } | null;
  mayInvite: boolean;
};

/** Whether somebody can sign in, and what lets them. */
export function PersonAccount({ account, mayInvite }: AccountProps) {
  const { t, locale } = useTranslation("deskPeople");
  const text = account ? t(`story.account.${account.state}`, { email: account.email }) : t("story.account.none");
  return (
    <Section
      title={t("story.accountTitle")}
      aside={
        account?.mayOpen ? (
          <a className="link" href={to.account({ locale, id: account.id })}>
            {t("story.account.open")}
          </a>
        ) : null
      }
    >
      <p className="mb-4 max-w-[65ch]">{text}</p>
      {account || !mayInvite ? null : (
        <PostButton fields={{ part: "invitation" }} look="main">
          {t("story.account.invite")}
        </PostButton>
      )}
    </Section>
  );
}

type ListsProps = {
  listed: { id: string; label: string; mayTakeOff: boolean }[];
  open: Option[];
  mayChange: boolean;
};

/** The programmes on whose lists somebody is: their coordinators see them. */
export function ProgrammeLists({ listed, open, mayChange }: ListsProps) {
  const { t } = useTranslation("deskPeople");
  return (
    <Section title={t("story.lists.title")}>
      <p className="mb-4 max-w-[65ch]">{t(listed.length ? "story.lists.lead" : "story.lists.none")}</p>
      {listed.length ? (
        <Panel as="ul" isRuled className="mb-4 max-w-2xl">
          {listed.map(({ id, label, mayTakeOff }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-4 p-4">
              {label}
              {mayChange && mayTakeOff ? (
                <PostButton
                  fields={{ part: "unlisting", programmeId: id }}
                  look="plain"
                  isSmall
                  aria-label={t("story.lists.takeOffOf", { programme: label })}
                >
                  {t("story.lists.takeOff")}
                </PostButton>
              ) : null}
            </li>
          ))}
        </Panel>
      ) : null}
      {open.length ? (
        <PostForm part="listing" labels={{ programmeId: t("story.lists.programme") }} className="max-w-2xl">
          <Select
            name="programmeId"
            label={t("story.lists.programme")}
            options={open}
            placeholder={open.length === 1 ? undefined : t("story.lists.choose")}
          />
          <Button look="plain">{t("story.lists.add")}</Button>
        </PostForm>
      ) : null}
    </Section>
  );
}

type ChangeRow = Awaited<ReturnType<typeof changesOf>>[number];

export function PersonChanges({ rows, city }: { rows: ChangeRow[]; city: string }) {
  const { t } = useTranslation(["deskPeople", "people"]);
  if (!rows.length) return null;
  const labelOf = (field: ChangeRow["fields"][number]) =>
    t(`people:field.${field === "institutionId" ? "homeInstitutionId" : field}`);
  return (
    <Section title={t("story.changes", { city })}>
      <Panel as="ul" isRuled className="max-w-5xl">
        {rows.map(({ id, action, fields, by, at }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 px-4 py-2">
            <span>
              {t(`change.${action}`)}
              {fields.length ? `: ${fields.map(labelOf).join(" · ")}` : ""}
            </span>
            <span className="text-sm text-hint">
              {at} · {by ?? t("change.byItself")}
            </span>
          </li>
        ))}
      </Panel>
    </Section>
  );
}
